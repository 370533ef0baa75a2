import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { checkCalendars } from './check-calendars.ts'

function found(calendar: string): string[] {
  const { document, calendars } = charterOf(`calendars:\n  shop: { ${calendar} }\n`)
  return checkCalendars(document, calendars, AS_OF).map(
    ({ code, line, column, message }) => `${line}:${column} ${code} ${message}`,
  )
}

const open = 'open: { mon-fri: 09:00-17:00 }'

describe('closed dates of a calendar', () => {
  it('T9: need a date until which the holidays are known', () => {
    expect(found(`${open}, closed: [2026-12-26, 2026-12-24 .. 2026-12-25]`)).toEqual([
      '6:3 holidays-without-end “shop” has closed dates but no “holidays until”: after the last, 2026-12-26, every date counts as ordinary. ' +
        'Write until when its closed dates are known.',
    ])
    expect(found(`${open}, closed: [2026-12-26], holidays until: 2027-12-31`)).toEqual([])
  })

  it('T9: are none where a calendar has no closed date, or only own hours', () => {
    expect(found(open)).toEqual([])
    expect(found(`${open}, closed: []`)).toEqual([])
    expect(found(`${open}, on: { 2026-12-24: 08:00-12:00 }`)).toEqual([])
  })
})
