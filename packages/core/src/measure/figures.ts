/** The figures of a charter over a history: promise by promise, by week, row, value and period (SPEC M1–M3). */
import type { BacktestLine } from '../backtest/index.ts'
import { type Day, localDay, type Zone } from '../calendar/index.ts'
import type { CompiledCharter, CompiledPromise, MeasurePeriod } from '../charter/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { isPeriodClosed } from './closed-periods.ts'
import { factToGroupBy } from './fact-to-group-by.ts'
import { Group } from './group.ts'
import { periodOf, weekStart } from './periods.ts'
import { PublicFigure } from './public-figure.ts'
import { Retelling, type Retold } from './retelling.ts'
import { SEGMENT_KINDS, segmentLengths } from './segments.ts'
import { Spread } from './spread.ts'
import { partOf, timeTaken } from './time-taken.ts'

export class PromiseFigures {
  readonly promise: CompiledPromise
  readonly all = new Group()
  /** By Monday, of the weeks in which something fell due. */
  readonly weeks = new Map<Day, Group>()
  /** By row, from 0. */
  readonly rows: readonly Group[]
  /** The fact that `values` is by; undefined where no fact of the history serves. */
  readonly fact: string | undefined
  /** By value of the fact as it stood last; null where it was unknown. */
  readonly values = new Map<string | null, Group>()
  /** By kind of period that the promise is measured over, then by the first date of the period. */
  readonly periods: ReadonlyMap<MeasurePeriod, Map<Day, Group>>
  readonly spread = new Spread()
  readonly lastDays: PublicFigure
  /** Where the time of the broken ones went, ms, by SEGMENT_KINDS. */
  readonly lost: number[] = SEGMENT_KINDS.map(() => 0)

  constructor(promise: CompiledPromise, fact: string | undefined, zone: Zone, now: number) {
    this.promise = promise
    this.fact = fact
    this.rows = promise.clause.rows.map(() => new Group())
    const kinds = promise.clause.measured.flatMap((measure) => (measure.kind === 'each' ? [] : [measure.period]))
    this.periods = new Map(kinds.map((kind) => [kind, new Map()]))
    this.lastDays = new PublicFigure(promise, zone, now)
  }
}

/** Takes the lines of a backtest one by one, in the order of the tickets. */
export class Figures {
  readonly promises: readonly PromiseFigures[]
  private readonly charter: CompiledCharter
  private readonly columns: EventColumns
  private readonly now: number
  private readonly indices: ReadonlyMap<string, number>
  private readonly retelling: Retelling

  /** `now` in UTC ms, the instant of the backtest. */
  constructor(charter: CompiledCharter, columns: EventColumns, now: number) {
    this.charter = charter
    this.columns = columns
    this.now = now
    this.indices = new Map(charter.promises.map(({ id }, index) => [id, index]))
    this.retelling = new Retelling(charter, columns, now)
    this.promises = charter.promises.map(
      (promise) => new PromiseFigures(promise, factToGroupBy(promise, charter.facts, columns.facts), charter.zone, now),
    )
  }

  /**
   * Counts a commitment; answers a broken one told in full, of which more may be asked until the next is counted. Throws
   * CalendarError where its span leaves the calendar's horizon.
   */
  add(line: BacktestLine): Retold | undefined {
    const index = this.indices.get(line.promise) ?? -1
    const figures = this.promises[index]
    if (figures === undefined) return undefined
    const { promise } = figures
    const told = line.state === 'broken' ? this.retelling.tell(line.ticketIndex, index, line.run) : undefined
    if (told !== undefined)
      segmentLengths(told.segments()).forEach((ms, kind) => (figures.lost[kind] = (figures.lost[kind] ?? 0) + ms))
    const until =
      line.fulfilled ??
      (line.state === 'broken' ? (told?.end ?? this.now) : line.reason === 'given-up' ? line.at : null)
    const time = until === null ? null : timeTaken(line, promise, until)
    const part =
      time === null || line.due === null || line.state === 'cancelled'
        ? null
        : partOf(time, timeTaken(line, promise, line.due))
    const count = (group: Group) => group.add(line.state, line.reason, line.putOff, time, line.fulfilled !== null)
    count(figures.all)
    const row = figures.rows[line.row - 1]
    if (row !== undefined) count(row)
    if (figures.fact !== undefined) count(groupOf(figures.values, this.valueOf(line, figures.fact)))
    if (part !== null) figures.spread.add(line.state === 'kept', part)
    figures.lastDays.add(line, time, part)
    const instant = line.due ?? line.at
    if (instant === null || line.state === 'paused') return told
    const day = localDay(this.charter.zone, instant)
    count(groupOf(figures.weeks, weekStart(day)))
    for (const [kind, groups] of figures.periods) count(groupOf(groups, periodOf(kind, day).from))
    return told
  }

  /** A period closes 14 days after its end; until then its figure may change. */
  isClosed(kind: MeasurePeriod, first: Day): boolean {
    return isPeriodClosed(this.charter.zone, kind, first, this.now)
  }

  private valueOf({ judge }: BacktestLine, fact: string): string | null {
    const column = this.columns.facts.findIndex(({ name }) => name === fact)
    const value = this.columns.facts[column]?.values[judge.facts.current[column] ?? -1]
    return value === undefined || value === null ? null : String(value)
  }
}

function groupOf<K>(groups: Map<K, Group>, key: K): Group {
  let group = groups.get(key)
  if (group === undefined) {
    group = new Group()
    groups.set(key, group)
  }
  return group
}
