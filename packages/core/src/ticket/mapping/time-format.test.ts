import { describe, expect, it } from 'vitest'
import { LocalClock } from './local-clock.ts'
import { firstOf, type TimeFormat, timeFormat } from './time-format.ts'

function format(text: string): TimeFormat {
  const found = timeFormat(text)
  if ('wrong' in found) throw new Error(found.wrong)
  return found
}

/** The cell as UTC, for a clock that shows `zone`. */
function utc(text: string, cell: string, zone = 'UTC'): string | undefined {
  const time = format(text).read(cell)
  const instant = time === undefined ? undefined : new LocalClock(zone, 'test').instant(time)
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('the formats of times', () => {
  it('read what the two logs write', () => {
    expect(utc('d/M/yyyy HH:mm', '29/2/2016 01:16')).toBe('2016-02-29T01:16:00.000Z')
    expect(utc('yyyy/MM/dd HH:mm:ss.SSS', '2012/10/09 14:50:17.250')).toBe('2012-10-09T14:50:17.250Z')
  })

  it('read the other ways in which desks write them', () => {
    expect(utc('yyyy-MM-dd HH:mm:ss', '2026-01-05 09:08:07')).toBe('2026-01-05T09:08:07.000Z')
    expect(utc('M/d/yy h:mm a', '1/5/26 12:05 AM')).toBe('2026-01-05T00:05:00.000Z')
    expect(utc('M/d/yy h:mm a', '12/5/98 1:05 pm')).toBe('1998-12-05T13:05:00.000Z')
    expect(utc('EEE, d MMM yyyy HH:mm', 'Mon, 5 Jan 2026 23:59')).toBe('2026-01-05T23:59:00.000Z')
    expect(utc("yyyy-MM-dd'T'HH:mm:ssX", '2026-01-05T09:00:00+0130')).toBe('2026-01-05T07:30:00.000Z')
    expect(utc("yyyy-MM-dd'T'HH:mm:ssX", '2026-01-05T09:00:00Z')).toBe('2026-01-05T09:00:00.000Z')
    expect(utc('yyyy-MM-dd HH:mm:ss.SSSSSS', '2026-01-05 09:00:00.123987')).toBe('2026-01-05T09:00:00.123Z')
    expect(utc('dd.MM.yyyy', '05.01.2026')).toBe('2026-01-05T00:00:00.000Z')
    expect(utc('iso', '2026-01-05T09:00:00.5-02:00')).toBe('2026-01-05T11:00:00.500Z')
    expect(utc('unix seconds', '1767603600')).toBe('2026-01-05T09:00:00.000Z')
    expect(utc('unix milliseconds', '1767603600001')).toBe('2026-01-05T09:00:00.001Z')
  })

  it.each([
    ['d/M/yyyy HH:mm', '30/2/2016 01:16'],
    ['d/M/yyyy HH:mm', '29/2/2016 24:01'],
    ['d/M/yyyy HH:mm', '29/2/2016 01:60'],
    ['d/M/yyyy HH:mm', '29/2/2016 01:16 '],
    ['d/M/yyyy HH:mm', '29/2/2016'],
    ['d/M/yyyy HH:mm', ''],
    ['d/M/yyyy HH:mm', '2/29/2016 01:16'],
    ['dd.MM.yyyy', '5.1.2026'],
    ['yyyy-MM-dd', '0026-01-05'],
    ['yyyy-MM-dd', '1850-01-05'],
    ['M/d/yy h:mm a', '1/5/26 13:05 PM'],
    ['unix seconds', '1767603600.5'],
    ['iso', '2026-01-05'],
  ])('%s does not read “%s”', (text, cell) => {
    expect(utc(text, cell)).toBeUndefined()
  })

  it.each([
    ['d/M/yyyy HH:mn', 'there is no part “n”'],
    ['D/M/yyyy', 'there is no part “D”'],
    ["yyyy-MM-dd'T", "there is no part “'”"],
    ['HH:mm', 'the year is missing'],
    ['yyyy HH:mm', 'the month is missing'],
    ['', 'the year is missing'],
  ])('“%s” is no format', (text, wrong) => {
    expect(timeFormat(text)).toMatchObject({ wrong: expect.stringContaining(wrong) as string })
  })

  it('are tried in turn where there are several', () => {
    const both = firstOf([format('yyyy-MM-dd HH:mm'), format('yyyy-MM-dd')])
    expect(both.read('2026-01-05 09:30')).toMatchObject({ minute: 570 })
    expect(both.read('2026-01-05')).toMatchObject({ minute: 0 })
    expect(both.read('05/01/2026')).toBeUndefined()
  })
})

describe('a local clock', () => {
  it('T2: moves a skipped time later and takes the earlier of a doubled one', () => {
    expect(utc('yyyy-MM-dd HH:mm:ss', '2026-03-29 02:15:30', 'Europe/Warsaw')).toBe('2026-03-29T01:15:30.000Z')
    expect(utc('yyyy-MM-dd HH:mm', '2026-10-25 02:15', 'Europe/Warsaw')).toBe('2026-10-25T00:15:00.000Z')
  })

  it('reads zones for as long as the times at hand need, in any order', () => {
    const clock = new LocalClock('America/New_York', 'test')
    const read = (cell: string) => {
      const time = format('yyyy-MM-dd HH:mm').read(cell)
      return time === undefined ? undefined : clock.instant(time)
    }
    expect(read('2026-07-01 12:00')).toBe(Date.UTC(2026, 6, 1, 16))
    expect(read('1984-07-01 12:00')).toBe(Date.UTC(1984, 6, 1, 16))
    expect(read('2099-12-31 23:59')).toBe(Date.UTC(2100, 0, 1, 4, 59))
    expect(read('2250-01-01 00:00')).toBeUndefined()
  })
})
