import type { Calendar } from './calendar.ts'
import { type CalendarRules, checkRules } from './hours.ts'
import type { Day } from './local-date.ts'
import { CalendarError, pastHorizon } from './problem.ts'
import { runningIndex } from './running-index.ts'
import { type Span, spansOf } from './spans.ts'
import { localDay, startOfDay, type Zone } from './zone.ts'

/**
 * Works out every opening of the rules over the zone's horizon, less two days at either end so that no night is cut. Throws
 * `bad-hours` for rules nothing can open by, `unknown-zone` when the zone is another than the rules name, `past-horizon` when the
 * horizon is too short to hold a day.
 */
export function compileCalendar(rules: CalendarRules, zone: Zone): Calendar {
  checkRules(rules)
  if (rules.zone !== zone.name) {
    const message = `the calendar keeps the time of “${rules.zone}” and was given “${zone.name}”`
    throw new CalendarError('unknown-zone', message, { zone: rules.zone, given: zone.name })
  }
  const firstDay = localDay(zone, zone.from) + 2
  const lastDay = localDay(zone, zone.until) - 1
  if (firstDay >= lastDay) throw pastHorizon(zone.name, zone.until, zone.from, zone.until)
  const from = startOfDay(zone, firstDay)
  const until = startOfDay(zone, lastDay)
  const spans = spansOf(rules, zone, firstDay - 1, lastDay)
  const { edges, before } = joined(spans, from, until)
  const { openDays, closings, openDaysBefore } = daysOf(spans, firstDay, lastDay)
  const byEdge = runningIndex(edges.subarray(1), from, until)
  const byBefore = runningIndex(before, 0, before.at(-1) ?? 0)
  return {
    rules,
    zone,
    from,
    until,
    edges,
    before,
    byEdge,
    byBefore,
    firstDay,
    lastDay,
    openDays,
    closings,
    openDaysBefore,
  }
}

/** The periods cut to the horizon, those that touch or overlap made one, with their running totals. */
function joined(spans: readonly Span[], from: number, until: number) {
  const edges = [from]
  const before = [0]
  let open = 0
  for (const span of spans) {
    const start = Math.max(span.start, from)
    const end = Math.min(span.end, until)
    const last = edges.length - 1
    const lastEnd = last > 0 ? (edges[last] ?? from) : Number.NEGATIVE_INFINITY
    if (end <= start || end <= lastEnd) continue
    if (start <= lastEnd) {
      edges[last] = end
      open += end - lastEnd
      before[before.length - 1] = open
    } else {
      edges.push(start, end)
      open += end - start
      before.push(open)
    }
  }
  return { edges: Float64Array.from(edges), before: Float64Array.from(before) }
}

/** The dates on which periods begin, with each date's last closing: taken before joining, so a day round the clock closes at midnight. */
function daysOf(spans: readonly Span[], firstDay: Day, lastDay: Day) {
  const closingOf = new Float64Array(lastDay - firstDay).fill(Number.NEGATIVE_INFINITY)
  for (const { day, end } of spans) {
    // A day of another time than these is at no place of the array, and writes nothing.
    if (end > (closingOf[day - firstDay] as number)) closingOf[day - firstDay] = end
  }
  const openDaysBefore = new Int32Array(lastDay - firstDay + 1)
  const openDays: Day[] = []
  const closings: number[] = []
  closingOf.forEach((closing, index) => {
    if (closing !== Number.NEGATIVE_INFINITY) {
      openDays.push(firstDay + index)
      closings.push(closing)
    }
    openDaysBefore[index + 1] = openDays.length
  })
  return { openDays: Int32Array.from(openDays), closings: Float64Array.from(closings), openDaysBefore }
}
