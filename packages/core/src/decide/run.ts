/** One run of one clock: what becomes a commitment. Runs are pooled and rewritten, since a backtest makes millions. */
import type { Target } from '../charter/index.ts'

export const RUN = { running: 0, kept: 1, broken: 2, cancelled: 3 } as const
export const PENDING = { none: 0, looser: 1, withdrawal: 2 } as const
/** No row applies (yet). */
export const NO_ROW_YET = -1

/** A reckoning: the row's target counted from an instant. */
export interface Basis {
  readonly row: number
  readonly target: Target
  readonly origin: number
}

/** What happened to a run on the way, kept only when a why is wanted. */
export interface RunNote {
  readonly code:
    | 'row-changed'
    | 'row-kept'
    | 'row-fixed'
    | 'rows-passed-over'
    | 'pause-not-counted'
    | 'told'
    | 'put-off'
    | 'settled-first'
    | 'reopened'
    | 'reopened-late'
    | 'reopening-undone'
    | 'silent-solve'
  readonly at: number
  readonly row: number
  /** What changed, in words: facts with their new values, or the state that does not stop the clock. */
  readonly what: string
  /** The rows, from 1, that match beside `row`; empty for all codes but `rows-passed-over`. */
  readonly others: readonly number[]
}

/** That a run left all rows, and what it was before (SPEC F5). */
export interface LeftRows {
  readonly at: number
  readonly due: number
  readonly row: number
  readonly origin: number
  readonly target: Target
}

/** A fulfilment taken back by a reopening, with the reckoning that held then. */
export interface TakenBack {
  /** Number of the reopening on its ticket. */
  readonly reopening: number
  readonly state: number
  readonly settledAt: number
  readonly fulfilledAt: number
  readonly due: number
  readonly row: number
  readonly origin: number
  readonly since: number
  readonly target: Target | undefined
  readonly earlier: readonly Basis[]
  readonly leftRows: LeftRows | undefined
}

export interface Run {
  /** Index of the promise in the charter. */
  promise: number
  key: string
  start: number
  state: number
  /** Still to be fulfilled (SPEC K6). */
  open: boolean
  /** NaN where there is none: due while paused, settled and fulfilled before they happen. */
  due: number
  settledAt: number
  fulfilledAt: number
  reason: string
  row: number
  origin: number
  /** The first row that it had. */
  firstRow: number
  target: Target | undefined
  /** From when its rows are reckoned: its start, or its entry into a row (SPEC F6). */
  since: number
  /** Set while no row applies any more. */
  leftRows: LeftRows | undefined
  /** Older reckonings that the due instant may not pass (SPEC F3). */
  earlier: readonly Basis[]
  pending: number
  pendingRow: number
  pendingTarget: Target | undefined
  told: boolean
  putOff: boolean
  paused: boolean
  left: number
  /** What the last reopening took back, to return to when it is undone (SPEC K9). */
  takenBack: TakenBack | undefined
  /** Facts changed since it was fulfilled (SPEC F7). */
  stale: boolean
  /** Timeline version of the due instant in `due`, for runs asked often; -1 for none. */
  reckonedAt: number
  /** A CalendarError's code: the run cannot be judged. */
  failed: string
  notes: RunNote[] | undefined
}

const NO_EARLIER: readonly Basis[] = []

/** All fields at once, so that the engine lays every run out alike and in one piece. */
function blankRun(): Run {
  return {
    promise: 0,
    key: '',
    start: Number.NaN,
    state: RUN.running,
    open: true,
    due: Number.NaN,
    settledAt: Number.NaN,
    fulfilledAt: Number.NaN,
    reason: '',
    row: NO_ROW_YET,
    origin: Number.NaN,
    firstRow: NO_ROW_YET,
    target: undefined,
    since: Number.NaN,
    leftRows: undefined,
    earlier: NO_EARLIER,
    pending: PENDING.none,
    pendingRow: NO_ROW_YET,
    pendingTarget: undefined,
    told: false,
    putOff: false,
    paused: false,
    left: Number.NaN,
    takenBack: undefined,
    stale: false,
    reckonedAt: -1,
    failed: '',
    notes: undefined,
  }
}

/** A fresh run, or a used one made fresh. */
export function freshRun(used: Run | undefined, promise: number, key: string, start: number): Run {
  const run = used ?? blankRun()
  run.promise = promise
  run.key = key
  run.start = start
  run.state = RUN.running
  run.open = true
  run.due = Number.NaN
  run.settledAt = Number.NaN
  run.fulfilledAt = Number.NaN
  run.reason = ''
  run.row = NO_ROW_YET
  run.origin = start
  run.firstRow = NO_ROW_YET
  run.target = undefined
  run.since = start
  run.leftRows = undefined
  run.earlier = NO_EARLIER
  run.pending = PENDING.none
  run.pendingRow = NO_ROW_YET
  run.pendingTarget = undefined
  run.told = false
  run.putOff = false
  run.paused = false
  run.left = Number.NaN
  run.takenBack = undefined
  run.stale = false
  run.reckonedAt = -1
  run.failed = ''
  run.notes = undefined
  return run
}
