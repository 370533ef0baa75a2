import { type CommitmentState, type Judge, RUN, type Run } from '../decide/index.ts'

/** One commitment of a backtest. The same object is handed out for each: copy what you keep. Instants in UTC ms. */
export interface BacktestLine {
  readonly ticket: string
  /** Index into the tickets of the columns. */
  readonly ticketIndex: number
  /** Id of the promise. */
  readonly promise: string
  /** From 1 per promise and ticket (SPEC K10). */
  readonly run: number
  readonly key: string
  readonly start: number
  /** Null while paused. */
  readonly due: number | null
  readonly state: CommitmentState
  /** When it was settled (SPEC V1); null while running or paused. */
  readonly at: number | null
  /** When it was fulfilled, also after it broke. */
  readonly fulfilled: number | null
  /** Why it was cancelled. */
  readonly reason: string | null
  /** From 1, as a person counts. */
  readonly row: number
  /** The crisis that amends the promise for this ticket (SPEC A4); null where none does. */
  readonly amendedBy: string | null
  readonly putOff: boolean
  /** The run itself, and the judge as it stands after this ticket; both are overwritten by the next. */
  readonly judged: Run
  readonly judge: Judge
}

/** A line that is written anew for each commitment. */
export type OpenLine = { -readonly [K in keyof BacktestLine]: BacktestLine[K] }

const STATES: readonly CommitmentState[] = (['running', 'kept', 'broken', 'cancelled'] as const).reduce(
  (states: CommitmentState[], state) => {
    states[RUN[state]] = state
    return states
  },
  [],
)

/** The state of a run as the world sees it, as `stateOf` of `decide` gives it. */
export function stateOfRun(run: Run): CommitmentState {
  if (run.paused && run.state === RUN.running) return 'paused'
  return STATES[run.state] ?? 'running'
}

/** Writes the `number`-th run of a promise into `line`, in which ticket, promise and judge already stand. */
export function writeLine(line: OpenLine, run: Run, number: number): void {
  line.run = number
  line.key = run.key
  line.start = run.start
  line.due = orNull(run.due)
  line.state = stateOfRun(run)
  line.at = orNull(run.settledAt)
  line.fulfilled = orNull(run.fulfilledAt)
  line.reason = run.reason === '' ? null : run.reason
  line.row = run.row + 1
  line.amendedBy = line.judge.amendmentOf(run.promise)?.crisis.id ?? null
  line.putOff = run.putOff
  line.judged = run
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
