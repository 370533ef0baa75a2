import ICAL from 'ical.js'
import { cleanLine } from './clean-text.ts'
import { wallToInstant } from './wall-to-instant.ts'

/** What a calendar part of a mail tells, as a line of a ticket says it. Nothing is entered into any calendar. */
export type Appointment = {
  readonly what: AppointmentKind
  /** One line; empty where it has none. */
  readonly summary: string
  /**
   * An instant (`2026-07-03T08:00:00.000Z`), a time on the wall where no zone is known (`2026-07-03T10:00`), or a day
   * (`2026-07-03`); null where none is said.
   */
  readonly start: string | null
  /** In the same form; of whole days the last one. Null where it is not after the start. */
  readonly end: string | null
  readonly place: string
  readonly repeats: boolean
}

export const APPOINTMENT_KINDS = [
  'invitation',
  'change',
  'cancellation',
  'accepted',
  'tentative',
  'declined',
  'appointment',
] as const

export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number]

/** Longer calendars are files that somebody sends, not an appointment that somebody makes. */
const MOST_CHARACTERS = 200_000
const MOST = 5
const MOST_LINE = 300
const DAY = 86_400_000

/** The appointments of a calendar part (RFC 5546), the first five; none where it cannot be read. */
export function appointmentsOf(bytes: Uint8Array): readonly Appointment[] {
  if (bytes.length > MOST_CHARACTERS) return []
  try {
    const parsed: unknown = ICAL.parse(new TextDecoder().decode(bytes))
    const calendar = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed
    if (!Array.isArray(calendar)) return []
    const component = new ICAL.Component(calendar)
    dropOddZones(component)
    const method = String(component.getFirstPropertyValue('method') ?? '').toUpperCase()
    return component
      .getAllSubcomponents('vevent')
      .slice(0, MOST)
      .map((event) => appointmentOf(event, method))
  } catch {
    // The part is among the attachments; a line about it is all that is missing.
    return []
  }
}

/** Zones change by the year; one that says it does so each second would be walked for ever. */
function dropOddZones(calendar: ICAL.Component): void {
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const rules = zone.getAllSubcomponents().flatMap((part) => part.getAllProperties('rrule'))
    const isOdd = rules.some((property) => {
      const rule = property.getFirstValue()
      return !(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY'
    })
    if (isOdd || rules.length > MOST * 20) calendar.removeSubcomponent(zone)
  }
}

function appointmentOf(event: ICAL.Component, method: string): Appointment {
  const from = event.getFirstPropertyValue('dtstart')
  const zone = event.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const start = from instanceof ICAL.Time ? written(from, zone) : null
  // Without a start there is no end to be reckoned.
  const to = start === null ? null : new ICAL.Event(event, { strictExceptions: false, exceptions: [] }).endDate
  const end = to === null ? null : written(lastOf(to), zone)
  return {
    what: kindOf(event, method),
    summary: line(event, 'summary'),
    start,
    end: start !== null && end !== null && end.length === start.length && end > start ? end : null,
    place: line(event, 'location'),
    repeats: event.hasProperty('rrule') || event.hasProperty('rdate'),
  }
}

function kindOf(event: ICAL.Component, method: string): AppointmentKind {
  if (method === 'CANCEL' || event.getFirstPropertyValue('status') === 'CANCELLED') return 'cancellation'
  if (method === 'REPLY') {
    const says = String(event.getFirstProperty('attendee')?.getFirstParameter('partstat') ?? '').toLowerCase()
    return says === 'accepted' || says === 'tentative' || says === 'declined' ? says : 'appointment'
  }
  if (method === 'COUNTER') return 'change'
  if (method !== 'REQUEST') return 'appointment'
  return Number(event.getFirstPropertyValue('sequence') ?? 0) > 0 ? 'change' : 'invitation'
}

/** Of whole days the end is the day after. */
function lastOf(end: ICAL.Time): ICAL.Time {
  if (!end.isDate) return end
  const last = end.clone()
  last.addDuration(ICAL.Duration.fromSeconds(-DAY / 1000))
  return last
}

function written(time: ICAL.Time, zone: string | undefined): string {
  const text = time.toString()
  if (time.isDate) return text.slice(0, 10)
  if (time.zone.tzid !== 'floating') return new Date(time.toUnixTime() * 1000).toISOString()
  const wall = text.slice(0, 16)
  const instant = zone === undefined ? undefined : wallToInstant(wall, zone)
  return instant === undefined ? wall : new Date(instant).toISOString()
}

function line(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name)
  return typeof value === 'string' ? cleanLine(value, MOST_LINE).trim() : ''
}
