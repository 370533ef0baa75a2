/** The backtest: a charter over all tickets of a history. It only counts; the one judge of `decide` judges. */
import type { CompiledCharter } from '../charter/index.ts'
import { bindCharter, Judge, type Run } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { type BacktestLine, type OpenLine, writeLine } from './backtest-line.ts'
import { addTo, type BacktestResult, PromiseCounter } from './backtest-result.ts'
import { factMisfits } from './fact-misfits.ts'
import { RunNumbers } from './run-numbers.ts'

export interface BacktestOptions {
  /** The instant at which all tickets are judged, UTC ms. */
  readonly now: number
  /** Told of each commitment, by ticket, promise and number. The object is the same each time. */
  readonly onCommitment?: (line: BacktestLine) => void
  /** Told now and then how many of the tickets are done, and at the end. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Tickets between two reports of progress. */
const STRIDE = 1 << 13

/**
 * Judges every ticket of `columns` by `charter`. Each commitment is the one that `decide` gives for that ticket alone.
 * Never throws for what stands in a history: runs that cannot be reckoned are counted.
 */
export function backtest(charter: CompiledCharter, columns: EventColumns, options: BacktestOptions): BacktestResult {
  const { now, onCommitment, onProgress } = options
  const bound = bindCharter(charter, columns)
  const judge = new Judge(bound, { notes: false })
  const counters = charter.promises.map((promise) => new PromiseCounter(promise))
  const unjudged = new Map<string, number>()
  const ambiguous = new Map<string, number>()
  const tickets = columns.first.length - 1
  const lines = onCommitment === undefined ? undefined : new LineWriter(charter, columns, judge, onCommitment)
  let withoutCreation = 0
  for (let ticket = 0; ticket < tickets; ticket++) {
    judge.judge(ticket, now)
    if (Number.isNaN(judge.created)) withoutCreation++
    count(judge, counters, unjudged)
    if (judge.ambiguous.size > 0)
      for (const index of judge.ambiguous.keys()) addTo(ambiguous, charter.promises[index]?.id ?? '')
    lines?.write(ticket)
    if (ticket % STRIDE === STRIDE - 1) onProgress?.(ticket + 1, tickets)
  }
  onProgress?.(tickets, tickets)
  return {
    tickets,
    events: columns.at.length,
    promises: new Map(charter.promises.map(({ id }, index) => [id, (counters[index] as PromiseCounter).counts()])),
    withoutCreation,
    unjudged,
    ambiguous,
    misfits: factMisfits(bound),
  }
}

function count(judge: Judge, counters: readonly PromiseCounter[], unjudged: Map<string, number>): void {
  const { runs, runCount } = judge
  for (let index = 0; index < runCount; index++) {
    const run = runs[index] as Run
    if (run.target === undefined) continue
    if (run.failed !== '') addTo(unjudged, run.failed)
    else (counters[run.promise] as PromiseCounter).count(run, judge.amendmentOf(run.promise))
  }
}

class LineWriter {
  private readonly judge: Judge
  private readonly tickets: readonly string[]
  private readonly promises: readonly string[]
  private readonly numbers = new RunNumbers()
  private readonly tell: (line: BacktestLine) => void
  private line: OpenLine | undefined

  constructor(charter: CompiledCharter, columns: EventColumns, judge: Judge, tell: (line: BacktestLine) => void) {
    this.judge = judge
    this.tickets = columns.tickets
    this.promises = charter.promises.map(({ id }) => id)
    this.tell = tell
  }

  write(ticketIndex: number): void {
    const { judge, numbers, promises } = this
    if (judge.runCount === 0) return
    const ticket = this.tickets[ticketIndex] ?? ''
    for (let index = 0; index < promises.length; index++) {
      numbers.number(judge, index)
      for (let number = 1; number <= numbers.count; number++) {
        const run = numbers.runs[number - 1] as Run
        if (run.failed !== '') continue
        const line = this.lineFor(run)
        line.ticket = ticket
        line.ticketIndex = ticketIndex
        line.promise = promises[index] ?? ''
        writeLine(line, run, number)
        this.tell(line)
      }
    }
  }

  private lineFor(run: Run): OpenLine {
    this.line ??= {
      ticket: '',
      ticketIndex: 0,
      promise: '',
      run: 0,
      key: '',
      start: 0,
      due: null,
      state: 'running',
      at: null,
      fulfilled: null,
      reason: null,
      row: 0,
      amendedBy: null,
      putOff: false,
      judged: run,
      judge: this.judge,
    }
    return this.line
  }
}
