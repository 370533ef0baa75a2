/** Judges single tickets once more, to tell what a backtest only counts: the why, the segments, the end of a span. */
import type { Calendar } from '../calendar/index.ts'
import type { CompiledCharter } from '../charter/index.ts'
import { bindCharter, Judge, numberedRuns, type Reason, RUN, type Run, whyOf } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { type Explained, explain } from './causes.ts'
import { endOfJudging, firstAct, type Hand, handsOf } from './handling.ts'
import { nobodyUntil } from './nobody-there.ts'
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
  /** Where its counted time went (SPEC M6); `surge`: many tickets came in when it began. Ask before another ticket is told. */
  explain(surge: boolean): Explained
  /** Ask before another ticket is told. */
  why(): readonly Reason[]
}

export interface RetellingOptions {
  /** Tickets are assigned, though none of the history at hand may be: it is part of a larger one (SPEC M5). */
  readonly assigns?: boolean
}

/** A reader of one history. Tell the commitments of one ticket one after another: then it is judged once. */
export class Retelling {
  private readonly charter: CompiledCharter
  private readonly columns: EventColumns
  private readonly now: number
  private readonly assigns: boolean
  private readonly judge: Judge
  private ticket = -1
  private numbered: ReturnType<typeof numberedRuns> = []
  private reopenings: number[] = []
  /** Runs that ended unfulfilled (SPEC K2, K3, K5), with the instant. */
  private readonly ended = new Map<Run, number>()
  private lastJudged = -1

  /** `now` in UTC ms. */
  constructor(
    charter: CompiledCharter,
    columns: EventColumns,
    now: number,
    { assigns = false }: RetellingOptions = {},
  ) {
    this.charter = charter
    this.columns = columns
    this.now = now
    this.assigns = assigns
    this.judge = new Judge(bindCharter(charter, columns), {
      notes: true,
      afterEvent: (event, instant) => this.follow(event, instant),
    })
  }

  /** The commitment of a promise (index in the charter) and run number on a ticket (index in the columns). */
  tell(ticket: number, promise: number, number: number): Retold | undefined {
    if (ticket !== this.ticket) this.read(ticket)
    const run = this.numbered.find((each) => each.run.promise === promise && each.number === number)?.run
    return run && this.retold(run)
  }

  /** The broken commitments of a ticket (index in the columns), by promise and number. */
  broken(ticket: number): readonly { readonly promise: string; readonly run: number; readonly told: Retold }[] {
    if (ticket !== this.ticket) this.read(ticket)
    return this.numbered
      .filter(({ run }) => run.state === RUN.broken && run.failed === '')
      .map(({ run, number }) => ({ promise: this.judge.promiseOf(run).id, run: number, told: this.retold(run) }))
  }

  private retold(run: Run): Retold {
    const { judge, now } = this
    const end = this.endOf(run)
    return {
      start: run.start,
      due: Number.isNaN(run.due) ? null : run.due,
      end,
      fulfilled: !Number.isNaN(run.fulfilledAt),
      putOff: run.putOff,
      segments: () => this.segmentsOf(run, end ?? now),
      explain: (surge) => this.explain(run, end ?? now, surge),
      why: () => whyOf(judge, run),
    }
  }

  private segmentsOf(run: Run, to: number): readonly Segment[] {
    return segmentsOf({
      from: run.start,
      to,
      calendar: calendarOf(run),
      pauses: this.judge.timeline,
      mask: this.judge.promiseOf(run).pauses,
      handling: { hands: this.hands(), reopenings: this.reopenings },
    })
  }

  private explain(run: Run, to: number, surge: boolean): Explained {
    const { charter, columns, ticket, now } = this
    const nobody = nobodyUntil({
      at: run.start,
      calendar: calendarOf(run),
      calendars: charter.calendars.values(),
      firstAct: firstAct(columns, ticket, run.start, now),
    })
    return explain({ segments: this.segmentsOf(run, to), hands: this.hands(), nobodyUntil: nobody, surge })
  }

  private hands(): readonly Hand[] {
    return handsOf(this.columns, this.ticket, this.now, this.assigns)
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

function calendarOf({ target }: Run): Calendar | undefined {
  return target === undefined || target.kind === 'dates' ? undefined : target.calendar
}
