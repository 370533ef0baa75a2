/** The public figure from commitments as a store keeps them, without judging their tickets again (SPEC M1, M2). */
import type { Target } from '../charter/index.ts'
import type { Commitment } from '../decide/index.ts'
import { PauseTimeline } from '../decide/pause-timeline.ts'
import { type PublicFigure, pausedSince } from './public-figure.ts'
import { partOf, timeOf } from './time-taken.ts'

type Kept = Pick<
  Commitment,
  'state' | 'start' | 'due' | 'settled_at' | 'fulfilled_at' | 'reason' | 'put_off' | 'pauses'
>

/** A commitment as `decide` last gave it. Instants in UTC ms. */
export interface CommitmentRow extends Kept {
  /** Of the version that it was judged by. */
  readonly target: Target
  /**
   * When a broken one that was never fulfilled ended (given up, solved without an answer, spam, merged); null while it is
   * still waited for.
   */
  readonly endedAt: number | null
  readonly isClosed: boolean
  /** The crisis that amends its promise, where one does. */
  readonly amended_by?: string | null
}

/** Of pauses of which only those that stop the clock were kept. */
const ANY = 1

/**
 * Counts a row into the figure of its promise. One still running past its due instant is broken, whoever has noticed.
 * Answers whether it is one of the figure’s period. Throws CalendarError where its span leaves the calendar’s horizon.
 */
export function takeRow(figure: PublicFigure, row: CommitmentRow): boolean {
  const { now, promise } = figure
  const { start, due, reason, target, isClosed } = row
  const isOverdue = row.state === 'running' && due !== null && due < now
  const state = isOverdue ? 'broken' : row.state
  const at = isOverdue ? due + 1 : row.settled_at
  const timeline = timelineOf(row, at)
  const ended = promise.clock.kind === 'update-every' ? due : row.endedAt
  const until =
    row.fulfilled_at ?? (state === 'broken' ? (ended ?? now) : reason === 'given-up' ? row.settled_at : null)
  const time = until === null ? null : timeOf(target, start, until, timeline, ANY)
  const part =
    time === null || due === null || state === 'cancelled'
      ? null
      : partOf(time, timeOf(target, start, due, timeline, ANY))
  return figure.take(
    {
      state,
      due,
      at,
      reason,
      isClosed,
      fulfilled: row.fulfilled_at,
      putOff: row.put_off,
      amendedBy: row.amended_by ?? null,
      pausedSince: state === 'paused' ? pausedSince(timeline, ANY, start) : null,
    },
    time,
    part,
  )
}

function timelineOf({ pauses }: Kept, settled: number | null): PauseTimeline {
  const timeline = new PauseTimeline()
  for (const [from, to] of pauses) timeline.insert(ANY, from, to ?? Number.NaN)
  return settled === null ? timeline : timeline.upTo(settled)
}
