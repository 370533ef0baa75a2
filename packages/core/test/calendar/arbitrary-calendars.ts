import fc from 'fast-check'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { formatDate } from '../../src/calendar/local-date.ts'
import { ZONES } from './calendar-fixtures.ts'

/** Random calendars, instants and durations for the properties. */

const DAY = 86_400_000
const LATEST = 900 * DAY
// Quarter hours, and the small hours twice as often: the clocks change then.
const quarters = fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 16 }))
const periods = fc
  .tuple(quarters, fc.oneof(quarters, fc.constant(96)))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => `${clock(start)}-${clock(end)}`)
const hours = fc.array(periods, { maxLength: 3 })
/** dates of 2024 to 2027, mostly near the clock changes of early and late 2026 */
const dates = fc
  .oneof(
    fc.integer({ min: 19_723, max: 21_183 }),
    fc.integer({ min: 20_515, max: 20_575 }),
    fc.integer({ min: 20_720, max: 20_760 }),
  )
  .map(formatDate)

/** How a random calendar is written: any zone of the fixtures, nights, holidays, own hours; it may never open. */
export const writtenCalendars = fc.record({
  zone: fc.constantFrom(...ZONES),
  workdays: hours,
  saturday: hours,
  sunday: hours,
  closed: fc.array(dates, { maxLength: 12 }),
  on: fc.dictionary(dates, hours, { maxKeys: 8 }),
  continues: fc.boolean(),
})

/** The same, with hours on workdays, so that it opens again and again. */
export const openingCalendars = writtenCalendars.filter(({ workdays }) => workdays.length > 0)

/** Where to stand in a calendar: so long after its beginning, or so near to one of its openings or closings. */
export type Place = { readonly after: number } | { readonly edge: number; readonly by: number }

export const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ after: fc.nat(LATEST) }),
  fc.record({ edge: fc.nat(800), by: fc.integer({ min: -2, max: 2 }) }),
)

/** The instant (ms) of a place, early enough for two durations to end before the fixtures do. */
export function instantAt(of: Calendar, place: Place): number {
  if ('after' in place) return of.from + place.after
  const edge = of.edges[place.edge % of.edges.length] ?? of.from
  return of.from + Math.min(LATEST, Math.max(0, edge + place.by - of.from))
}

/** Durations in ms: nothing, a few, whole quarters of an hour (so that they end at closings), anything to a day. */
export const durations = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 96 }).map((count) => count * 900_000),
  fc.integer({ min: 0, max: DAY }),
)

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
