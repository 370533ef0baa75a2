import { afterEach, describe, expect, it, vi } from 'vitest'
import { at, rules } from '../../test/calendar/calendar-fixtures.ts'
import { due, elapsed } from './calendar.ts'
import { compileCalendar } from './compile-calendar.ts'
import { compileZone } from './compile-zone.ts'
import { dueDates } from './dates.ts'
import { dueWorkingDays } from './working-days.ts'
import { openZone, type ZoneTable } from './zone.ts'

const HOUR = 3_600_000

/** Warsaw as a parliament might make it: five hours ahead, six from 10 June 2026, 12:00 UTC on. The host knows nothing of it. */
const OTHER: ZoneTable = {
  name: 'Europe/Warsaw',
  data: 'made up',
  from: at('2026-01-01T00:00Z'),
  until: at('2027-01-01T00:00Z'),
  changes: [
    [at('2026-01-01T00:00Z'), 5 * 3600],
    [at('2026-06-10T12:00Z'), 6 * 3600],
  ],
}

function answers(table: ZoneTable) {
  const zone = openZone(JSON.parse(JSON.stringify(table)))
  const made = compileCalendar(rules(), zone)
  const start = at('2026-06-09T05:00Z')
  return {
    due: new Date(due(made, start, 16 * HOUR)).toISOString(),
    elapsed: elapsed(made, start, at('2026-06-11T05:00Z')) / HOUR,
    workingDays: new Date(dueWorkingDays(made, start, 2)).toISOString(),
    dates: new Date(dueDates(zone, start, { unit: 'day', count: 2 })).toISOString(),
  }
}

describe('a calendar under a zone table that disagrees with the host', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('answers from the table', () => {
    expect(answers(OTHER)).toEqual({
      due: '2026-06-11T04:00:00.000Z', // 7 h on Tuesday, 8 h on Wednesday, 1 h on Thursday, when 9:00 is at 03:00 UTC
      elapsed: 17,
      workingDays: '2026-06-11T11:00:00.000Z',
      dates: '2026-06-11T18:00:00.000Z',
    })
  })

  it('answers otherwise than under the host’s own', () => {
    const hosts = compileZone('Europe/Warsaw', OTHER.from, OTHER.until, 'host')
    expect(answers(hosts)).toEqual({
      due: '2026-06-10T15:00:00.000Z',
      elapsed: 16,
      workingDays: '2026-06-11T15:00:00.000Z',
      dates: '2026-06-11T22:00:00.000Z',
    })
  })

  it('needs no Intl at all', () => {
    const withIntl = answers(OTHER)
    vi.stubGlobal('Intl', undefined)
    expect(answers(OTHER)).toEqual(withIntl)
    expect(() => compileZone('Europe/Warsaw', OTHER.from, OTHER.until, 'host')).toThrow()
  })
})
