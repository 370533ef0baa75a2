import { FEWEST_FOR_A_SHARE, type MeasurePeriod } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** What is counted of a closed period. */
export interface ClosedCounts {
  readonly kept: number
  readonly broken: number
  /** By reason. */
  readonly cancelled: Readonly<Record<string, number>>
  /** SHA-256 of the period's list (SPEC M11). */
  readonly hash: string
}

/** What later events made of a closed period. */
export interface FigureCorrection extends ClosedCounts {
  /** UTC ms. */
  readonly at: number
}

/** The figure of a closed period as it was fixed, [from, to) in UTC ms. */
export interface ClosedFigure extends ClosedCounts {
  readonly period: MeasurePeriod
  /** Its first date, `2026-11-01`. */
  readonly first: string
  readonly from: number
  readonly to: number
  readonly put_off: number
  /** Those among them that are cases of a crisis (SPEC A5). */
  readonly crisis_kept: number
  readonly crisis_broken: number
  readonly corrected: number
  readonly unfulfilled: number
  readonly median_ms: number | null
  readonly mean_ms: number | null
  readonly versions: number
  readonly frozen_at: number
  /** In the order in which they were made. */
  readonly corrections: readonly FigureCorrection[]
}

/** How many periods of a kind are shown. */
const SHOWN = 6

type PeriodRow = Omit<ClosedFigure, 'from' | 'to' | 'frozen_at' | 'corrections'> & {
  readonly promise: string
  readonly from: Date
  readonly to: Date
  readonly frozen_at: Date
}

type CorrectionRow = Omit<FigureCorrection, 'at'> & {
  readonly promise: string
  readonly period: MeasurePeriod
  readonly first: string
  readonly at: Date
}

/** The last closed periods of promises, the latest first, with what was corrected since; by id of the promise. */
export async function closedFigures(
  tx: Transaction,
  promises: readonly string[],
): Promise<ReadonlyMap<string, readonly ClosedFigure[]>> {
  if (promises.length === 0) return new Map()
  const periods = await sql<PeriodRow>`
    select promise, period, first, "from", "to", kept, broken, cancelled, put_off, crisis_kept, crisis_broken, corrected, unfulfilled, median_ms, mean_ms,
           versions, hash, frozen_at
      from (select *, row_number() over (partition by promise, period order by first desc) as place from figure_period
             where "workspace_id" = ${tx.workspace} and promise = any (${promises}::text[])) f
     where place <= ${SHOWN} order by promise, first desc, period`.execute(tx.db)
  const corrections = await sql<CorrectionRow>`
    select promise, period, first, kept, broken, cancelled, hash, at from figure_correction
     where "workspace_id" = ${tx.workspace} and promise = any (${promises}::text[]) order by promise, period, first, n`.execute(
    tx.db,
  )
  const under = Map.groupBy(corrections.rows, ({ promise, period, first }) => `${promise} ${period} ${first}`)
  const figures = periods.rows.map(({ promise, ...row }) => ({
    promise,
    figure: {
      ...row,
      from: row.from.getTime(),
      to: row.to.getTime(),
      frozen_at: row.frozen_at.getTime(),
      corrections: (under.get(`${promise} ${row.period} ${row.first}`) ?? []).map(
        ({ kept, broken, cancelled, hash, at }) => ({ kept, broken, cancelled, hash, at: at.getTime() }),
      ),
    },
  }))
  return new Map(
    [...Map.groupBy(figures, ({ promise }) => promise)].map(([promise, list]) => [
      promise,
      list.map(({ figure }) => figure),
    ]),
  )
}

/** Kept ÷ (kept + broken); null under 30 (SPEC M3). */
export function shareOf({ kept, broken }: Pick<ClosedCounts, 'kept' | 'broken'>): number | null {
  return kept + broken < FEWEST_FOR_A_SHARE ? null : kept / (kept + broken)
}
