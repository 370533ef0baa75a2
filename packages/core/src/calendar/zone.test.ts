import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { at, day, problemOf, ZONES, zoneOf } from '../../test/calendar/calendar-fixtures.ts'
import { compileZone } from './compile-zone.ts'
import { dateOfDay } from './local-date.ts'
import { endOfDay, instantOf, localDay, localParts, offsetAt, openZone, startOfDay, type ZoneTable } from './zone.ts'

const names = [...ZONES, 'Pacific/Apia', 'America/St_Johns']
// Apia left out a day, St. John's changed its clocks a minute past midnight: both before 2012.
const zones = new Map(
  names.map((name) => [name, openZone(compileZone(name, Date.UTC(2009, 0, 1), Date.UTC(2028, 0, 1), 'test'))]),
)

/** A zone and an instant, half of them within two days of a change. */
const moments = fc.constantFrom(...zones.values()).chain((zone) => {
  const [earliest, latest] = [zone.from + 5e8, zone.until - 5e8]
  const near = fc
    .tuple(fc.constantFrom(...zone.instants), fc.integer({ min: -1.8e8, max: 1.8e8 }))
    .map(([change, by]) => Math.max(earliest, change + by))
  return fc.tuple(fc.constant(zone), fc.oneof(fc.integer({ min: earliest, max: latest }), near))
})

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

describe('a zone', () => {
  it('turns a local time into the instant that Temporal calls compatible', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 1439 }), ([zone, instant], minute) => {
        const date = localDay(zone, instant)
        const wall = Temporal.PlainDateTime.from({
          ...dateOfDay(date),
          hour: Math.floor(minute / 60),
          minute: minute % 60,
        })
        expect(iso(instantOf(zone, date, minute))).toBe(
          iso(wall.toZonedDateTime(zone.name, { disambiguation: 'compatible' }).epochMilliseconds),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('reads an instant as Temporal does', () => {
    fc.assert(
      fc.property(moments, ([zone, instant]) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone.name)
        const parts = localParts(zone, instant)
        expect({ ...dateOfDay(parts.day), minutes: parts.minutes, seconds: parts.seconds, ms: parts.ms }).toEqual({
          year: theirs.year,
          month: theirs.month,
          day: theirs.day,
          minutes: theirs.hour * 60 + theirs.minute,
          seconds: theirs.second,
          ms: theirs.millisecond,
        })
        expect(localDay(zone, instant)).toBe(parts.day)
      }),
      { numRuns: 1000 },
    )
  })

  it('moves a skipped local time later by the length of the skip', () => {
    const warsaw = zoneOf('Europe/Warsaw')
    expect(iso(instantOf(warsaw, day('2026-03-29'), 135))).toBe('2026-03-29T01:15:00.000Z') // 02:15 is read as 03:15
    expect(iso(instantOf(zoneOf('Australia/Lord_Howe'), day('2026-10-04'), 135))).toBe('2026-10-03T15:45:00.000Z') // 02:15 as 02:45
  })

  it('takes the earlier of a local time that exists twice', () => {
    expect(iso(instantOf(zoneOf('Europe/Warsaw'), day('2026-10-25'), 150))).toBe('2026-10-25T00:30:00.000Z')
    expect(iso(instantOf(zoneOf('Australia/Lord_Howe'), day('2026-04-05'), 105))).toBe('2026-04-04T14:45:00.000Z')
  })

  it('starts a date whose midnight is skipped at its first instant, which ends the date before', () => {
    const cairo = zoneOf('Africa/Cairo')
    expect(iso(startOfDay(cairo, day('2026-04-24')))).toBe('2026-04-23T22:00:00.000Z')
    expect(endOfDay(cairo, day('2026-04-23'))).toBe(startOfDay(cairo, day('2026-04-24')))
    expect(localParts(cairo, startOfDay(cairo, day('2026-04-24')))).toEqual({
      day: day('2026-04-24'),
      minutes: 60,
      seconds: 0,
      ms: 0,
    })
  })

  it('gives a date that the date line swallowed no length', () => {
    const apia = zones.get('Pacific/Apia') ?? zoneOf('UTC')
    expect(iso(startOfDay(apia, day('2011-12-30')))).toBe('2011-12-30T10:00:00.000Z')
    expect(endOfDay(apia, day('2011-12-30'))).toBe(startOfDay(apia, day('2011-12-30')))
    expect(localDay(apia, at('2011-12-30T09:59:59.999Z'))).toBe(day('2011-12-29'))
    expect(localDay(apia, at('2011-12-30T10:00Z'))).toBe(day('2011-12-31'))
  })

  it('changes its offset at the instant itself', () => {
    const warsaw = zoneOf('Europe/Warsaw')
    expect(offsetAt(warsaw, at('2026-03-29T01:00Z') - 1)).toBe(3600)
    expect(offsetAt(warsaw, at('2026-03-29T01:00Z'))).toBe(7200)
  })

  it('answers at its ends and never beyond', () => {
    const zone = zoneOf('Europe/Warsaw')
    expect(offsetAt(zone, zone.from)).toBe(3600)
    expect(offsetAt(zone, zone.until)).toBe(3600)
    const utc = zoneOf('UTC')
    expect(startOfDay(utc, day('2024-01-01'))).toBe(utc.from)
    expect(endOfDay(utc, day('2027-12-31'))).toBe(utc.until)
    for (const instant of [
      zone.from - 1,
      zone.until + 1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      1e300,
    ]) {
      expect(problemOf(() => offsetAt(zone, instant))).toBe('past-horizon')
      expect(problemOf(() => localDay(zone, instant))).toBe('past-horizon')
      expect(problemOf(() => localParts(zone, instant))).toBe('past-horizon')
    }
    for (const date of [day('2023-12-31'), day('2028-01-02'), Number.NaN, Number.POSITIVE_INFINITY, -1e300]) {
      expect(problemOf(() => startOfDay(zone, date))).toBe('past-horizon')
    }
  })
})

describe('a zone table', () => {
  const good: ZoneTable = {
    name: 'Home',
    data: 'mine',
    from: 0,
    until: 1e12,
    changes: [
      [0, 3600],
      [1e10, 7200],
    ],
  }

  it('opens from what JSON gives back', () => {
    const zone = openZone(JSON.parse(JSON.stringify(good)))
    expect(offsetAt(zone, 1e10 - 1)).toBe(3600)
    expect(offsetAt(zone, 1e10)).toBe(7200)
  })

  it('may change soon after its beginning, west of Greenwich too', () => {
    const changes: ZoneTable['changes'] = [
      [0, -36_000],
      [1000, -39_600],
    ]
    const zone = openZone({ ...good, changes })
    expect([0, 999, 1000].map((instant) => offsetAt(zone, instant))).toEqual([-36_000, -36_000, -39_600])
  })

  it.each<[string, Partial<ZoneTable>]>([
    ['no entry', { changes: [] }],
    ['a first entry that is not its beginning', { changes: [[1, 3600]] }],
    [
      'changes out of order',
      {
        changes: [
          [0, 0],
          [1e10, 3600],
          [1e9, 0],
        ],
      },
    ],
    [
      'a change twice',
      {
        changes: [
          [0, 0],
          [1e10, 3600],
          [1e10, 0],
        ],
      },
    ],
    [
      'changes nearer to each other than the clock moves',
      {
        changes: [
          [0, 0],
          [1e10, 3600],
          [1e10 + 3_600_000, -3600],
          [1e10 + 3_700_000, -7200],
        ],
      },
    ],
    [
      'changes out of order, though the clock moves on further than they lie apart',
      {
        changes: [
          [0, 0],
          [1e10, 3600],
          [1e10 - 1000, 7200],
        ],
      },
    ],
    [
      'a change twice, to a later clock each time',
      {
        changes: [
          [0, 0],
          [1e10, 3600],
          [1e10, 7200],
        ],
      },
    ],
    [
      'a change at the very instant at which the hour set back is over',
      {
        changes: [
          [0, 3600],
          [1e10, -3600],
          [1e10 + 7_200_000, -7200],
        ],
      },
    ],
    [
      'a change past its end',
      {
        changes: [
          [0, 0],
          [2e12, 3600],
        ],
      },
    ],
    ['a fraction of a second', { changes: [[0, 0.5]] }],
    ['an offset of days', { changes: [[0, 100_000]] }],
    [
      'a fraction of a millisecond',
      {
        changes: [
          [0, 0],
          [1e10 + 0.5, 3600],
        ],
      },
    ],
    ['ends that are no numbers', { until: Number.NaN }],
    ['no length', { until: 0 }],
  ])('with %s is refused', (_what, wrong) => {
    expect(problemOf(() => openZone({ ...good, ...wrong }))).toBe('unknown-zone')
  })
})
