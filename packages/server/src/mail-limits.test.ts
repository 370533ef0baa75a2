import { expect, it } from 'vitest'
import { MAIL_LIMITS, readMailLimits } from './mail-limits.ts'

it('limits of mail are those that a setting names, and the others as they were', () => {
  expect(readMailLimits(undefined)).toEqual(MAIL_LIMITS)
  expect(readMailLimits('address=3/10m, 5/1d; client=none')).toEqual({
    ...MAIL_LIMITS,
    address: [
      { most: 3, ms: 600_000 },
      { most: 5, ms: 86_400_000 },
    ],
    client: [],
  })
})

it('a limit that cannot be is named', () => {
  for (const wrong of ['sendr=1/1m', 'sender=0/1m', 'sender=many', 'sender=5/8d', 'sender'])
    expect(readMailLimits(`address=3/10m; ${wrong}`)).toEqual({ wrong })
})
