/** Judges single tickets once more, to tell what a backtest only counts: the why, the segments, the end of a span. */
import type { CompiledCharter } from '../charter/index.ts'
import { bindCharter, Judge, numberedRuns, type Reason, RUN, type Run, whyOf } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { endOfJudging, handsOf } from './handling.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** One commitment told in full. */
export interface Retold {
  readonly start: number
  /** Null while paused. */
  readonly due: number | null
  /** Fulfilled, cancelled or ended; null while it is still waited for. */
  readonly end: number | null
  readonly fulfilled: boolean
  readonly putOff: boolean
  /** Of the span from the start to the end, or to now (SPEC M4). Ask before another ticket is told. */
  segments(): readonly Segment[]
  /** Ask before another ticket is told. */
  why(): readonly Reason[]
}

/** A reader of one history. Tell the commitments of one ticket one after another: then it is judged once. */
export class Retelling {
  private readonly columns: EventColumns
  private readonly now: number
  private readonly judge: Judge
  private ticket = -1
  private numbered: ReturnType<typeof numberedRuns> = []
  private reopenings: number[] = []
  /** Runs that ended unfulfilled (SPEC K2, K3, K5), with the instant. */
  private readonly ended = new Map<Run, number>()
  private lastJudged = -1

  /** `now` in UTC ms. */
  constructor(charter: CompiledCharter, columns: EventColumns, now: number) {
    this.columns = columns
    this.now = now
    this.judge = new Judge(bindCharter(charter, columns), {
      notes: true,
      afterEvent: (event, instant) => this.follow(event, instant),
    })
  }

  /** The commitment of a promise (index in the charter) and run number on a ticket (index in the columns). */
  tell(ticket: number, promise: number, number: number): Retold | undefined {
    if (ticket !== this.ticket) this.read(ticket)
    const run = this.numbered.find((each) => each.run.promise === promise && each.number === number)?.run
    if (run === undefined) return undefined
    const { judge, now } = this
    const end = this.endOf(run)
    return {
      start: run.start,
      due: Number.isNaN(run.due) ? null : run.due,
      end,
      fulfilled: !Number.isNaN(run.fulfilledAt),
      putOff: run.putOff,
      segments: () => this.segmentsOf(run, end ?? now),
      why: () => whyOf(judge, run),
    }
  }

  private segmentsOf(run: Run, to: number): readonly Segment[] {
    const { target } = run
    return segmentsOf({
      from: run.start,
      to,
      calendar: target === undefined || target.kind === 'dates' ? undefined : target.calendar,
      pauses: this.judge.timeline,
      mask: this.judge.promiseOf(run).pauses,
      handling: { hands: handsOf(this.columns, this.ticket, this.now), reopenings: this.reopenings },
    })
  }

  private read(ticket: number): void {
    this.ticket = ticket
    this.reopenings = []
    this.ended.clear()
    this.lastJudged = -1
    this.judge.judge(ticket, this.now)
    this.numbered = numberedRuns(this.judge)
  }

  private follow(event: number, instant: number): void {
    const { judge, reopenings } = this
    this.lastJudged = event
    if (judge.facts.reopenings > reopenings.length) reopenings.push(instant)
    else if (judge.facts.reopenings < reopenings.length) reopenings.pop()
    for (let index = 0; index < judge.runCount; index++) {
      const run = judge.runs[index] as Run
      if (run.open) this.ended.delete(run)
      else if (Number.isNaN(run.fulfilledAt) && !this.ended.has(run)) this.ended.set(run, instant)
    }
  }

  private endOf(run: Run): number | null {
    if (!Number.isNaN(run.fulfilledAt)) return run.fulfilledAt
    if (run.state === RUN.cancelled) return run.settledAt
    // A missed interval of update-every ends where the next one begins.
    if (run.state === RUN.broken && this.judge.promiseOf(run).clock.kind === 'update-every') return run.due
    return this.ended.get(run) ?? endOfJudging(this.columns, this.ticket, this.lastJudged, this.now)
  }
}
