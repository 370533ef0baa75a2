import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { checkQuickly } from '../check.ts'

const findingsOf = (target: string) => {
  const { document } = charterOf(`calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
facts: { channel: { one of: [email, chat] } }
promises:
  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { channel: email, target: 1 h of office }, { target: ${target} } ] }
`)
  return checkQuickly(document).filter(({ code }) => code === 'target-of-nothing')
}

describe('a target', () => {
  it.each(['0 h of office', '0 min of office', '0 h 0 min of office'])('of no time at all is found: %s', (target) => {
    expect(findingsOf(target)).toMatchObject([
      {
        severity: 'error',
        message: expect.stringMatching(/^Row 2 of P1 \(0 .* of office\) promises no time at all/),
        says: { form: 'target-of-nothing', data: { row: 2, clause: 'P1', gives: target } },
      },
    ])
  })

  it.each(['1 min of office', '1 working days of office', '1 days'])('of some time is not: %s', (target) => {
    expect(findingsOf(target)).toEqual([])
  })
})
