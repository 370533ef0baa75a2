import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { at, problemOf, ZONES } from '../../test/calendar/calendar-fixtures.ts'
import { compileZone, isZone, zoneNames } from './compile-zone.ts'
import { offsetAt, openZone } from './zone.ts'

function written(name: string, from: string, until: string) {
  return compileZone(name, at(from), at(until), 'test').changes.map(([instant, seconds]) => [
    new Date(instant).toISOString(),
    seconds,
  ])
}

describe('the offset changes of a zone', () => {
  it('begin with the offset in force and list every change', () => {
    expect(written('Europe/Warsaw', '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
      ['2026-01-01T00:00:00.000Z', 3600],
      ['2026-03-29T01:00:00.000Z', 7200],
      ['2026-10-25T01:00:00.000Z', 3600],
    ])
  })

  it('include changes of 30 minutes, at midnight, of a whole day, and none', () => {
    expect(written('Australia/Lord_Howe', '2026-03-01T00:00Z', '2026-05-01T00:00Z')[1]).toEqual([
      '2026-04-04T15:00:00.000Z',
      37_800,
    ])
    expect(written('Africa/Cairo', '2026-04-01T00:00Z', '2026-06-01T00:00Z')[1]).toEqual([
      '2026-04-23T22:00:00.000Z',
      10_800,
    ])
    expect(written('Pacific/Apia', '2011-12-01T00:00Z', '2012-01-10T00:00Z')[1]).toEqual([
      '2011-12-30T10:00:00.000Z',
      50_400,
    ])
    expect(written('Asia/Kathmandu', '2020-01-01T00:00Z', '2040-01-01T00:00Z')).toEqual([
      ['2020-01-01T00:00:00.000Z', 20_700],
    ])
  })

  it('include a change taken back within a week', () => {
    expect(written('America/Boa_Vista', '2000-10-01T00:00Z', '2000-11-01T00:00Z')).toEqual([
      ['2000-10-01T00:00:00.000Z', -14_400],
      ['2000-10-08T04:00:00.000Z', -10_800],
      ['2000-10-15T03:00:00.000Z', -14_400],
    ])
  })

  it('are exact to the second, offsets too', () => {
    expect(written('Africa/Monrovia', '1972-01-01T00:00Z', '1972-02-01T00:00Z')).toEqual([
      ['1972-01-01T00:00:00.000Z', -2670],
      ['1972-01-07T00:44:30.000Z', 0],
    ])
  })

  it('count a change at the very end, and start between two seconds', () => {
    const change = at('2026-03-29T01:00Z')
    expect(compileZone('Europe/Warsaw', change - 1500, change, 'test').changes).toEqual([
      [change - 1500, 3600],
      [change, 7200],
    ])
    expect(compileZone('Europe/Warsaw', change - 1500, change - 1, 'test').changes).toHaveLength(1)
  })

  it('are the same for a part of a span as for the whole of it', () => {
    const whole = compileZone('Europe/Warsaw', at('1910-01-01T00:00Z'), at('1950-01-01T00:00Z'), 'test')
    const zone = openZone(whole)
    const instants = fc.integer({ min: whole.from, max: whole.until })
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [from, until] = [Math.min(one, other), Math.max(one, other) + 1]
        const within = whole.changes.filter(([instant]) => instant > from && instant <= until)
        expect(compileZone('Europe/Warsaw', from, until, 'test').changes).toEqual([
          [from, offsetAt(zone, from)],
          ...within,
        ])
      }),
      { numRuns: 60 },
    )
  })

  it('include one at the turn of a year, on either side of it', () => {
    const turn = at('1975-01-01T01:00Z')
    expect(compileZone('Africa/Bissau', turn - 3_600_000, turn + 1, 'test').changes).toEqual([
      [turn - 3_600_000, -3600],
      [turn, 0],
    ])
    expect(compileZone('Africa/Bissau', turn - 7_200_000, turn - 1, 'test').changes).toHaveLength(1)
  })

  it('agree with Temporal at every instant', () => {
    for (const name of [...ZONES, 'Africa/Casablanca', 'Europe/Dublin', 'America/Santiago', 'Antarctica/Troll']) {
      const zone = openZone(compileZone(name, Date.UTC(1995, 0, 1), Date.UTC(2040, 0, 1), 'test'))
      fc.assert(
        fc.property(fc.integer({ min: zone.from, max: zone.until }), (instant) => {
          const theirs = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name)
          expect(offsetAt(zone, instant)).toBe(theirs.offsetNanoseconds / 1e9)
        }),
        { numRuns: 60 },
      )
    }
  })

  it('are plain JSON with the name as typed', () => {
    const table = compileZone('europe/WARSAW', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'), '2026c')
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
    expect(table).toMatchObject({ name: 'europe/WARSAW', data: '2026c' })
  })

  it.each(['Europe/Warsawa', '', ' ', '__proto__', 'Europe/Warsaw\0'])('of %j are refused', (name) => {
    expect(problemOf(() => compileZone(name, 0, 1e12, 'test'))).toBe('unknown-zone')
  })

  it('are known from the year 1000 to the last day of 9999', () => {
    const [first, last] = [at('1000-01-01T00:00Z'), at('9999-12-31T00:00Z')]
    expect(compileZone('UTC', first, first + 1000, 'test').changes).toEqual([[first, 0]])
    expect(compileZone('UTC', last - 1000, last, 'test').changes).toEqual([[last - 1000, 0]])
    expect(problemOf(() => compileZone('UTC', first - 1, first + 1000, 'test'))).toBe('past-horizon')
    expect(problemOf(() => compileZone('UTC', last - 1000, last + 1, 'test'))).toBe('past-horizon')
  })

  it.each([
    [0, 0],
    [1, 0],
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
    [0.5, 10],
    [-1e15, 0],
    [0, 1e15],
  ])('from %d to %d are refused', (from, until) => {
    expect(problemOf(() => compileZone('UTC', from, until, 'test'))).toBe('past-horizon')
  })
})

describe('the names of zones', () => {
  it.each(ZONES)('know %s', (name) => {
    expect(isZone(name)).toBe(true)
  })

  it.each(['UTC', 'Etc/GMT+5', 'US/Eastern', 'Asia/Kolkata'])('know %s, whatever the data call it', (name) => {
    expect(isZone(name)).toBe(true)
  })

  it.each([
    'Europe/Varsaw',
    'europe/warsaw',
    'Europe/WARSAW',
    'asia/kolkata',
    'Asia/kolkata',
    'aSia/Kolkata',
    'utc',
    '',
    '__proto__',
  ])('do not know %j', (name) => {
    expect(isZone(name)).toBe(false)
  })

  it('are listed, each one that is known', () => {
    const names = zoneNames()
    expect(names).toEqual(expect.arrayContaining(['UTC', 'Europe/Warsaw', 'America/New_York']))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !isZone(name))).toEqual([])
  })
})
