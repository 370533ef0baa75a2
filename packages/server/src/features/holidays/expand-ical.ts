import ICAL from 'ical.js'
import { type Holiday, HolidayError, inOrder, type Years } from './holiday.ts'

const MOST_EVENTS = 5000
/** Occurrences walked in all, those of other years too. */
const MOST_OCCURRENCES = 100_000
const MOST_DAYS = 31
const MOST_NAME = 120
/** Rules that can be of whole days. */
const FREQUENCIES: readonly string[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY']

export interface Expanded {
  readonly holidays: readonly Holiday[]
  /** Events that are no whole days, are cancelled or have no date. */
  readonly passedOver: number
}

/**
 * The whole days of a calendar file (RFC 5545) within some years; recurrences are walked no further than that. Strangers wrote it:
 * call `readIcal`, which does this apart and within a time. Throws HolidayError for what is no calendar, or too large.
 */
export function expandIcal(text: string, years: Years): Expanded {
  const events = eventsIn(text)
  if (events.length > MOST_EVENTS)
    throw new HolidayError(`The file has ${events.length} events, and ${MOST_EVENTS} are the most.`)
  const moved = new Set(
    events.flatMap((event) => {
      const id = event.component.getFirstPropertyValue('recurrence-id')
      return id === null ? [] : [`${event.uid} ${String(id).slice(0, 10)}`]
    }),
  )
  const found: Holiday[] = []
  let passedOver = 0
  let walked = 0
  for (const event of events) {
    const { startDate, component } = event
    const isWholeDay = startDate?.isDate === true
    if (!isWholeDay || component.getFirstPropertyValue('status') === 'CANCELLED') {
      passedOver++
      continue
    }
    const days = Math.min(MOST_DAYS, Math.max(1, daysOf(event)))
    const name = nameOf(event)
    const add = (start: string) => {
      for (let day = 0; day < days; day++) {
        const date = new Date(Date.parse(`${start}T00:00Z`) + day * 86_400_000).toISOString().slice(0, 10)
        if (date >= `${years.from}` && date < `${years.to + 1}`) found.push({ date, name, isTentative: false })
      }
    }
    if (!event.isRecurring()) {
      add(startDate.toString().slice(0, 10))
      continue
    }
    checkRules(event)
    const iterator = event.iterator()
    for (let next = iterator.next(); next !== undefined && next !== null; next = iterator.next()) {
      if (next.year > years.to) break
      if (++walked > MOST_OCCURRENCES) throw new HolidayError('The file repeats too often to be read.')
      const start = next.toString().slice(0, 10)
      if (!moved.has(`${event.uid} ${start}`)) add(start)
    }
  }
  return { holidays: inOrder(found), passedOver }
}

function eventsIn(text: string): readonly ICAL.Event[] {
  try {
    const parsed: unknown = ICAL.parse(text)
    // A file may hold several calendars one after another.
    const calendars = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]
    return calendars.flatMap((calendar) =>
      new ICAL.Component(calendar)
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event, { strictExceptions: false, exceptions: [] })),
    )
  } catch (error) {
    throw new HolidayError(
      `This is no calendar file (iCal): ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    )
  }
}

function checkRules({ component }: ICAL.Event): void {
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    const frequency = rule instanceof ICAL.Recur ? rule.freq : ''
    if (!FREQUENCIES.includes(frequency))
      throw new HolidayError(`A repetition “${frequency.slice(0, 20)}” is not one of whole days.`)
  }
}

function daysOf(event: ICAL.Event): number {
  const seconds = event.duration?.toSeconds() ?? 86_400
  return Math.round(seconds / 86_400)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g

/** In one line, without what turns text round or ends a comment. */
function nameOf({ summary }: ICAL.Event): string {
  return (typeof summary === 'string' ? summary : '').replaceAll(UNWANTED, ' ').trim().slice(0, MOST_NAME)
}
