/** Random small charters as plain data, with calendars and holidays laid around a clock change of the charter's zone. */
import fc from 'fast-check'
import type { PlainCalendar, PlainCell, PlainCharter, PlainClock, PlainPromise, PlainRow } from './plain-data.ts'
import { DAY, dateAt, MINUTE, offsetAt, textOf } from './wall-clock.ts'

export const ZONES = [
  'Europe/Warsaw',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
] as const
export const REASONS = ['thanks', 'duplicate'] as const
export const DECLARED = ['repair.booked', 'repair.done', 'repair.dropped'] as const
export const PROMISES = ['P1', 'P2', 'P3', 'P4'] as const

/** The facts that conditions speak of, with values that fit, and some that do not. */
export const FACTS = {
  channel: { 'one of': ['email', 'chat', 'phone'] },
  tier: { 'in order': ['free', 'standard', 'gold'] },
  vip: 'yes or no',
  size: 'number',
  bought: { age: true },
} as const

/** Where a case plays: a zone and an instant in it, for most a clock change. */
export interface Setting {
  readonly zone: string
  readonly change: number
}

function changesOf(zone: string): number[] {
  const found: number[] = []
  for (let t = Date.UTC(2025, 0, 1); t < Date.UTC(2027, 0, 1); t += 15 * MINUTE)
    if (offsetAt(zone, t) !== offsetAt(zone, t - 15 * MINUTE)) found.push(t)
  return found.length > 0 ? found : [Date.UTC(2026, 1, 27, 18, 15)]
}

const changes = new Map<string, readonly number[]>()

export const setting: fc.Arbitrary<Setting> = fc.tuple(fc.constantFrom(...ZONES), fc.nat(3)).map(([zone, pick]) => {
  const known = changes.get(zone) ?? changesOf(zone)
  changes.set(zone, known)
  return { zone, change: known[pick % known.length] ?? 0 }
})

const WEEKS: readonly PlainCalendar['open'][] = [
  { 'mon-fri': '09:00-17:00' },
  { 'mon-fri': ['08:00-12:00', '13:00-18:30'], sat: '10:00-14:00' },
  { 'mon-sun': '22:00-06:00' },
  { 'sun-thu': '10:00-18:00', sat: '20:30-00:00' },
  { 'mon-sun': ['01:30-02:30', '23:45-00:15'] },
  { 'mon-fri': '00:00-24:00', sun: '02:15-04:45' },
]

function calendar({ zone, change }: Setting): fc.Arbitrary<PlainCalendar> {
  const near = fc.integer({ min: -4, max: 8 }).map((days) => textOf(dateAt(zone, change) + days))
  return fc
    .record({
      open: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...WEEKS) },
        { weight: 1, arbitrary: fc.constant('always' as const) },
      ),
      closed: fc.uniqueArray(near, { maxLength: 3 }),
      on: fc.dictionary(
        near,
        fc.constantFrom<string | string[]>('08:00-12:00', '21:00-03:00', ['00:00-01:15', '02:05-03:35'], '01:30-04:00'),
        { maxKeys: 2 },
      ),
      continues: fc.boolean(),
      elsewhere: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(...ZONES) },
      ),
    })
    .map(({ open, closed, on, continues, elsewhere }) => ({
      open,
      ...(elsewhere === undefined ? {} : { zone: elsewhere }),
      ...(closed.length > 0 ? { closed } : {}),
      ...(Object.keys(on).length > 0 ? { on: { ...on } } : {}),
      ...(continues ? { 'night continues': true } : {}),
    }))
}

const CELLS: Readonly<Record<string, readonly PlainCell[]>> = {
  channel: ['email', ['email', 'chat'], 'unknown', ['phone', 'unknown'], '-'],
  tier: ['gold', ['free', 'standard'], 'unknown', '-'],
  vip: ['yes', 'no', 'unknown'],
  size: ['< 3', '>= 3', '3 .. 6', '<= 5', 4, 'unknown'],
  bought: ['< 10 days', '10 days .. 2 months', '>= 1 month', '<= 30 days', '> 2 months'],
  contacts: ['>= 2', '< 3', '1 .. 3'],
  messages: ['>= 2', 1, '0 .. 2'],
  reopenings: ['>= 1', 0],
  unanswered: ['>= 2', 0, '1 .. 3'],
}

/** The facts that change in histories stand in most tables, so that changes move runs between rows. */
const COLUMNS = [...Object.keys(CELLS), 'tier', 'tier', 'vip', 'vip', 'channel', 'size']
const cells = fc
  .uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1, maxLength: 2 })
  .chain((columns) =>
    fc.tuple(
      ...columns.map((column) => fc.constantFrom(...(CELLS[column] ?? [])).map((cell) => [column, cell] as const)),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs))

function target(calendars: readonly string[], isShort: boolean): fc.Arbitrary<string> {
  const of = fc.constantFrom(...calendars)
  const opening = isShort
    ? fc.constantFrom('1 min', '15 min', '30 min', '60 min', '90 min', '2 h', '4 h', '8 h', '16 h')
    : fc.constantFrom('150 min', '4 h', '8 h', '16 h')
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(opening, of).map(([time, name]) => `${time} of ${name}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('1 working day', '2 working days', '3 working days', '8 working days'), of)
        .map(([time, name]) => `${time} of ${name}`),
    },
    { weight: 2, arbitrary: fc.constantFrom('1 day', '2 days', '3 days', '9 days', '1 week', '1 month') },
  )
}

const clock: fc.Arbitrary<PlainClock> = fc.oneof(
  fc.constant('first-response'),
  fc.constant('next-response'),
  fc.constant('update-every'),
  fc.constant('resolution'),
  fc.constant('resolution until closed'),
  fc.record({ each: fc.constantFrom('once', 'every time'), givesUp: fc.boolean() }).map(({ each, givesUp }) => ({
    from: DECLARED[0],
    until: DECLARED[1],
    ...(givesUp ? { 'given up': DECLARED[2] } : {}),
    each,
  })),
)

function promise(id: string, calendars: readonly string[]): fc.Arbitrary<PlainPromise> {
  return clock.chain((kind) => {
    const aim = target(calendars, kind !== 'update-every')
    const row = fc.tuple(cells, aim).map(([conditions, goal]): PlainRow => ({ ...conditions, target: goal }))
    const last = fc.option(aim, { nil: undefined, freq: 2 })
    return fc
      .record({
        rows: fc.array(row, { minLength: 1, maxLength: 3 }),
        last,
        pauses: fc.subarray(['waiting-for-customer', 'on-hold']),
        when: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: cells }),
        noAnswer: fc.subarray([...REASONS]),
        keeps: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      })
      .map(({ rows, last: otherwise, pauses, when, noAnswer, keeps }) => ({
        id,
        audience: 'staff',
        ...(kind === 'resolution until closed' ? { clock: 'resolution', until: 'closed' } : { clock: kind }),
        measured: ['each'],
        ...(when === undefined || Object.keys(when).length === 0 ? {} : { when }),
        hit: 'first' as const,
        table: otherwise === undefined ? rows : [...rows, { target: otherwise }],
        // A promise of the preset first-response has no pauses (P1).
        ...(pauses.length > 0 && kind !== 'first-response' ? { pauses } : {}),
        ...(noAnswer.length > 0 ? { 'no answer needed': noAnswer } : {}),
        ...(keeps ? { 'on change': 'keep' } : {}),
      }))
  })
}

/** A charter of one to four promises over one to three calendars. */
export function charterFor(place: Setting): fc.Arbitrary<PlainCharter> {
  return fc.array(calendar(place), { minLength: 1, maxLength: 3 }).chain((list) => {
    const calendars = Object.fromEntries(list.map((each, n) => [`c${n + 1}`, each]))
    return fc
      .constantFrom(1, 2, 2, 3, 4)
      .chain((count) => fc.tuple(...PROMISES.slice(0, count).map((id) => promise(id, Object.keys(calendars)))))
      .map((promises) => ({
        avow: 1,
        charter: 'random',
        languages: ['en'],
        zone: place.zone,
        title: { en: 'Random' },
        effective: `2024-01-01T00:00 ${place.zone}`,
        facts: FACTS,
        calendars,
        events: Object.fromEntries(DECLARED.map((name) => [name, {}])),
        promises,
      }))
  })
}

/** Some date near the setting for the fact `bought`, at the edges of the ages that conditions speak of. */
export function boughtNear({ zone, change }: Setting, pick: number): string {
  const back = [0, 9, 10, 11, 28, 29, 30, 31, 32, 58, 60, 61, 62, 63, -2, 365]
  return textOf(dateAt(zone, change - 2 * DAY) - (back[pick % back.length] ?? 0))
}
