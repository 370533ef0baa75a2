import {
  formatDate,
  formatInstant,
  localDay,
  type PairedCommitment,
  type PairedSide,
  weekStart,
  type Zone,
} from '@avow/core'

/** How many of the commitments that would have ended otherwise are kept with their tickets. */
export const MOST_CHANGES = 10_000

/** One number of a trial: docs of the contract say what it means. */
export interface Counts {
  kept: number
  broken: number
  running: number
}

export interface TalliedLine {
  readonly promise: string
  /** A Monday; null for the sum of all. */
  readonly week: string | null
  readonly before: Counts
  readonly after: Counts
  better: number
  worse: number
  touched: number
}

interface Line extends TalliedLine {
  /** The tickets that were counted last as better, as worse and as touched. */
  lastBetter: number
  lastWorse: number
  lastTouched: number
}

export interface Side {
  readonly state: string
  /** RFC 3339. */
  readonly due: string | null
}

/** A commitment that would have ended otherwise. */
export interface Change {
  /** Id of the ticket. */
  readonly ticket: string
  readonly promise: string
  readonly run: number
  readonly week: string | null
  readonly before: Side | null
  readonly after: Side | null
}

/** Counts pairs of commitments by promise and by the week in which they fell due, in the zone of the draft. */
export class Tally {
  readonly changes: Change[] = []
  private readonly zone: Zone
  private readonly lines = new Map<string, Line>()
  private readonly weeks = new Map<number, string>()
  private ticketsBefore = 0

  constructor(zone: Zone) {
    this.zone = zone
  }

  /** `ticket` is its id. */
  add({ ticketIndex, promise, run, before, after }: PairedCommitment, ticket: string): void {
    const number = this.ticketsBefore + ticketIndex
    const [weekBefore, weekAfter] = [this.weekOf(before), this.weekOf(after)]
    for (const week of new Set([null, weekBefore])) countIn(this.line(promise, week).before, before)
    for (const week of new Set([null, weekAfter])) countIn(this.line(promise, week).after, after)
    const week = before === null ? weekAfter : weekBefore
    if (before?.state !== after?.state || before?.due !== after?.due)
      for (const each of new Set([null, week])) touch(this.line(promise, each), number)
    if (before?.state === after?.state) return
    if (before !== null && after !== null)
      for (const each of new Set([null, week])) compare(this.line(promise, each), number, before, after)
    if (this.changes.length < MOST_CHANGES)
      this.changes.push({ ticket, promise, run, week, before: shown(before), after: shown(after) })
  }

  /** So many tickets are through: the next are counted from 0 again. */
  pass(tickets: number): void {
    this.ticketsBefore += tickets
  }

  /** By promise in the order in which they came, the sum first, then the weeks. */
  result(): readonly TalliedLine[] {
    const byPromise = Map.groupBy(this.lines.values(), ({ promise }) => promise)
    return [...byPromise.values()].flatMap((lines) =>
      lines
        .toSorted((a, b) => ((a.week ?? '') < (b.week ?? '') ? -1 : 1))
        .map(({ lastBetter: _, lastWorse: __, lastTouched: ___, ...line }) => line),
    )
  }

  private line(promise: string, week: string | null): Line {
    const name = `${week ?? ''} ${promise}`
    let line = this.lines.get(name)
    if (line === undefined) {
      const none = () => ({ kept: 0, broken: 0, running: 0 })
      line = {
        promise,
        week,
        before: none(),
        after: none(),
        better: 0,
        worse: 0,
        touched: 0,
        lastBetter: -1,
        lastWorse: -1,
        lastTouched: -1,
      }
      this.lines.set(name, line)
    }
    return line
  }

  /** Null where it has no due instant, or one that the draft's zone does not know. */
  private weekOf(side: PairedSide | null): string | null {
    const due = side?.due ?? null
    if (due === null || due < this.zone.from || due > this.zone.until) return null
    const monday = weekStart(localDay(this.zone, due))
    let week = this.weeks.get(monday)
    if (week === undefined) {
      week = formatDate(monday)
      this.weeks.set(monday, week)
    }
    return week
  }
}

function countIn(counts: Counts, side: PairedSide | null): void {
  if (side === null || side.state === 'cancelled') return
  counts[side.state === 'paused' ? 'running' : side.state]++
}

/** As `compare` does: a ticket counts once. */
function touch(line: Line, ticket: number): void {
  if (line.lastTouched === ticket) return
  line.touched++
  line.lastTouched = ticket
}

/** A ticket is counted once in a line, however many of its commitments fare otherwise. */
function compare(line: Line, ticket: number, before: PairedSide, after: PairedSide): void {
  if (before.state === 'broken' && line.lastBetter !== ticket) {
    line.better++
    line.lastBetter = ticket
  }
  if (after.state === 'broken' && line.lastWorse !== ticket) {
    line.worse++
    line.lastWorse = ticket
  }
}

function shown(side: PairedSide | null): Side | null {
  return side === null ? null : { state: side.state, due: side.due === null ? null : formatInstant(side.due) }
}
