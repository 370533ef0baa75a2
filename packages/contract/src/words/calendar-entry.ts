import { type CalendarDefinition, formatDate, type Period } from '@avow/core'
import { dayWords, weekdayWords } from './formats.ts'
import type { OutlineBlock, OutlineEntry } from './outline-parts.ts'
import type { ClauseWording } from './tongue.ts'
import { isAlwaysOpen, weekLines } from './week-lines.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A calendar in a handbook: its week, its closed dates and those with their own hours, and until when they are known. */
export function calendarEntry(
  { name, rules, sources }: CalendarDefinition,
  { words, of }: ClauseWording,
): OutlineEntry {
  const { week, closed, on, zone, holidaysUntil } = rules
  const date = (day: number) => dayWords(words.locale, formatDate(day))
  const hours = (periods: readonly Period[]) =>
    periods.length === 0 ? words.say('hours.closed') : words.list(periods.map(periodText))
  const weekday = (day: number) => weekdayWords(words.locale, WEEKDAYS[day] ?? '')
  const days = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? weekday(from) : words.say('edition.days', { from: weekday(from), to: weekday(to) })
  const own = [...on].sort(([a], [b]) => a - b)
  const shut = closed.filter((day) => !on.has(day)).sort((a, b) => a - b)
  const blocks: OutlineBlock[] = [
    isAlwaysOpen(week)
      ? { kind: 'line', text: words.say('edition.always') }
      : {
          kind: 'table',
          columns: [words.say('edition.day'), words.say('edition.hours')],
          rows: weekLines(week).map((line) => [days(line), hours(line.periods)]),
        },
  ]
  if (shut.length > 0) blocks.push({ kind: 'list', title: words.say('edition.closed'), items: shut.map(date) })
  if (own.length > 0)
    blocks.push({
      kind: 'table',
      columns: [words.say('edition.date'), words.say('edition.hours')],
      rows: own.map(([day, periods]) => [date(day), hours(periods)]),
    })
  if (holidaysUntil !== undefined)
    blocks.push({ kind: 'line', text: words.say('edition.known-until', { date: date(holidaysUntil) }) })
  if (sources.length > 0)
    blocks.push({ kind: 'terms', terms: sources.map((text) => ({ label: words.say('edition.sources'), text })) })
  return { id: `calendar-${name}`, mark: undefined, name: of.calendar(name), note: [zone], blocks }
}

/** `09:00–17:00`; an end that is not after its start belongs to the next day. Fenced in, since it reads from left to right. */
function periodText({ start, end }: Period): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return `\u2066${clock(start)}–${clock(end)}${end <= start ? ' +1' : ''}\u2069`
}
