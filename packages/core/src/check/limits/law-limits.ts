/** When a legal limit is reached, and whether a promise can fall due after it. */
import { type Calendar, type Day, endOfDay, localDay, startOfDay } from '../../calendar/index.ts'
import type { CharterLaw, Duration } from '../../charter/index.ts'
import { type LawTime, lawLimit } from '../../law/index.ts'
import { turningPoints } from '../differences/compare-calendars.ts'
import { type ComparedCharter, TargetComparer } from '../differences/compare-targets.ts'

/** How far ahead starts are looked at where no calendar says otherwise: months of every length and a leap year lie within. */
const DATES_AHEAD = 4 * 366
/** The same for a calendar that does not say until when its holidays are known. */
const CALENDAR_DATES_AHEAD = 366

/** The start for which a promise falls due the longest after the law's limit; UTC ms. */
export interface LateStart {
  readonly start: number
  readonly due: number
  readonly limit: number
}

/** Compares the targets of one charter with lengths of time of the law, for starts from `asOf` (UTC ms) on. */
export class LawClock {
  private readonly charter: ComparedCharter
  private readonly asOf: number
  private readonly comparer: TargetComparer
  private readonly holidays: ReadonlySet<Day>
  private readonly holidayCalendar: Calendar | undefined

  constructor(charter: ComparedCharter, law: CharterLaw, asOf: number) {
    this.charter = charter
    this.asOf = asOf
    this.comparer = new TargetComparer(charter, charter, asOf)
    this.holidayCalendar = law.holidays === undefined ? undefined : charter.calendars.get(law.holidays)
    this.holidays = new Set(this.holidayCalendar?.rules.closed ?? [])
  }

  private limitOf(time: LawTime, start: number): number {
    return lawLimit(time, start, this.charter.zone, this.holidays)
  }

  /**
   * The worst of the starts for which the target falls due after the limit; undefined where there is none. Exact for the
   * dates looked at: within one of them the limit stands still and the due time never goes back, so its last instant is the
   * worst; hours run on with the start, so there the worst is a closing, or the beginning of a date.
   */
  worstStart(target: Duration, time: LawTime): LateStart | undefined {
    let worst: LateStart | undefined
    for (const start of this.startsFor(target, time)) {
      const due = this.comparer.dueOf('new', target, start)
      if (due === undefined) continue
      const limit = this.limitOf(time, start)
      if (due > limit && (worst === undefined || due - limit > worst.due - worst.limit)) worst = { start, due, limit }
    }
    return worst
  }

  private *startsFor(target: Duration, time: LawTime): Iterable<number> {
    const { zone, calendars } = this.charter
    const calendar = target.kind === 'dates' ? undefined : calendars.get(target.calendar)
    const today = localDay(zone, this.asOf)
    const last = Math.min(
      today + DATES_AHEAD,
      ...[calendar, time.unit === 'working-day' ? this.holidayCalendar : undefined].map((one) => lastStart(one, today)),
    )
    if (time.unit !== 'hour') {
      for (let day = today; day <= last; day++) yield endOfDay(zone, day) - 1
      return
    }
    yield this.asOf
    if (target.kind === 'opening' && calendar !== undefined) {
      yield* turningPoints(calendar, { from: this.asOf, until: Math.min(calendar.until, endOfDay(zone, last)) })
      return
    }
    for (let day = today + 1; day <= last; day++) yield startOfDay(calendar?.zone ?? zone, day)
  }
}

/** The last date of starting for which a calendar is known; a finding about holidays tells of what lies behind it. */
function lastStart(calendar: Calendar | undefined, today: Day): number {
  if (calendar === undefined) return Number.POSITIVE_INFINITY
  const { holidaysUntil } = calendar.rules
  const known = holidaysUntil !== undefined && holidaysUntil >= today ? holidaysUntil : today + CALENDAR_DATES_AHEAD
  return Math.min(known, calendar.lastDay - 1)
}
