/**
 * A calendar closed for longer than a target. Nights, weekends and long weekends are what opening hours are for; what a
 * customer does not expect of “within 4 h of office” is a fortnight's silence. So the rule counts dates: it tells of a run
 * of whole closed dates that is at least a working week long and longer than the open dates which the target takes.
 */
import {
  type Calendar,
  CalendarError,
  type CalendarRules,
  type Day,
  due,
  dueWorkingDays,
  formatDate,
  localDay,
  type Zone,
} from '../../calendar/index.ts'
import type { CharterDocument, Duration, Finding, PromiseClause } from '../../charter/index.ts'
import { pathTo } from '../diagram/diagram-paths.ts'
import { casesOf, hasNoCases } from '../tables/cases.ts'
import { firstOf, firstTwo } from '../tables/reach.ts'
import { promiseSubject } from '../tables/table-subjects.ts'
import { instantText, type Witness, witnessAt } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { localText } from '../words/local-text.ts'
import { type OpenDates, openDates } from './closed-dates.ts'

/** Christmas with its weekend, or Easter with Good Friday, is four whole closed dates at most. */
const LEAST_DATES = 5
/** How far ahead closures are looked for, at least, where the charter does not say until when its holidays are known. */
const DATES_AHEAD = 365

type CalendarTarget = Exclude<Duration, { kind: 'dates' }>

/** One finding for each promise and calendar, at its shortest target that a closure outlasts. */
export function checkClosures(
  document: CharterDocument,
  calendars: ReadonlyMap<string, Calendar>,
  zone: Zone,
  asOf: number,
): Finding[] {
  const looked = [...calendars].flatMap(([name, calendar]) => {
    if (asOf < calendar.zone.from || asOf > calendar.zone.until) return []
    const today = localDay(calendar.zone, asOf)
    return [{ name, calendar, dates: openDates(calendar, today, lastKnown(calendar.rules, today) + 1) }]
  })
  return document.promises.flatMap((clause) =>
    looked.flatMap(({ name, calendar, dates }) => findOutlasted(document, clause, name, calendar, dates, zone)),
  )
}

/** The last date whose hours the charter surely means as they are. */
function lastKnown({ holidaysUntil, closed, on }: CalendarRules, today: Day): Day {
  return holidaysUntil ?? [...closed, ...on.keys()].reduce((last, day) => Math.max(last, day), today + DATES_AHEAD)
}

function findOutlasted(
  document: CharterDocument,
  clause: PromiseClause,
  name: string,
  calendar: Calendar,
  dates: OpenDates,
  zone: Zone,
): Finding[] {
  const { longestClosed } = dates
  if (longestClosed === undefined || longestClosed.dates < LEAST_DATES || dates.openMsPerDate === 0) return []
  const subject = promiseSubject(document.facts, clause)
  const cases = casesOf(subject.source)
  if (hasNoCases(cases)) return []
  const diagram = firstTwo(subject, cases)
  const outlasted = clause.rows
    .flatMap(({ target, targetText, place }, row) => {
      if (target.kind === 'dates' || target.calendar !== name) return []
      const needed = datesOf(target, dates)
      const path = diagram && pathTo(diagram, (verdict) => firstOf(verdict, clause.rows.length) === row)
      return path !== undefined && needed < longestClosed.dates ? [{ target, targetText, place, needed, path }] : []
    })
    .toSorted((a, b) => a.needed - b.needed)[0]
  if (outlasted === undefined) return []
  const { target, targetText, place, path } = outlasted
  const at = longestClosed.closing
  const due = dueOn(calendar, target, at)
  const witness: Witness = witnessAt(cases.columns, path, { at, zone }) ?? { facts: {}, at: instantText(at) }
  const data = {
    calendar: target.calendar,
    dates: longestClosed.dates,
    first: formatDate(longestClosed.first),
    last: formatDate(longestClosed.last),
    clause: clause.id,
    target: targetText,
    starts: localText(calendar.zone, at),
    zone: calendar.zone.name,
  }
  if (due === undefined) return [found('closed-longer-than-target.never', place, data, witness)]
  return [found('closed-longer-than-target.late', place, { ...data, due: localText(calendar.zone, due) }, witness)]
}

/** Open dates that a target takes. */
function datesOf(target: CalendarTarget, { openMsPerDate }: OpenDates): number {
  return target.kind === 'working-days' ? target.count : Math.ceil(target.ms / openMsPerDate)
}

/** Undefined where the calendar does not open again for long enough. */
function dueOn(calendar: Calendar, target: CalendarTarget, at: number): number | undefined {
  try {
    return target.kind === 'working-days' ? dueWorkingDays(calendar, at, target.count) : due(calendar, at, target.ms)
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    return undefined
  }
}
