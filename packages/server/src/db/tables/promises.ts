import type { CommitmentState } from '@avow/core'
import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, FixedJson, OfTicket, OfWorkspace } from './columns.ts'

export interface CommitmentTable extends OfTicket {
  promise: Fixed<string>
  run: Fixed<number>
  clock: string
  key: Defaulted<string>
  state: CommitmentState
  start: Date
  due: Date | null
  settled_at: Date | null
  fulfilled_at: Date | null
  reason: string | null
  target: string
  calendar: string | null
  row: number
  pauses: ColumnType<readonly (readonly [number, number | null])[], string | undefined, string>
  left_ms: number | null
  put_off: Defaulted<boolean>
  unsure: Defaulted<boolean>
  /** The crisis by whose amendment it was judged. */
  amended_by: string | null
  risk_at: Date | null
  /** When the law's own time on it is over, as long as that lies ahead and nothing was answered. */
  law_at: Date | null
  /** A verdict that was changed by an event recorded later. */
  corrected: Defaulted<boolean>
  charter_hash: string
  rules: number
}

export interface StepTable extends OfTicket {
  clause: Fixed<string>
  step: Fixed<number>
  commitment: ColumnType<string, string | undefined, never>
  due: Date | null
  taken_at: Date | null
  is_late: Defaulted<boolean>
}

/** Why a commitment broke, by the rule and by a lead. */
export interface BreachTable extends OfTicket {
  promise: Fixed<string>
  run: Fixed<number>
  due: Date
  /** Monday of its week in the charter's zone, `2026-11-16`. */
  week: string
  team: Defaulted<string>
  cause: string
  segments: ColumnType<readonly { readonly kind: string; readonly from: number; readonly to: number }[], string, string>
  late_ms: number | null
  corrected_cause: string | null
  corrected_reason: string | null
  corrected_by: string | null
  corrected_at: Date | null
}

/** The figure of a period that has closed. */
export interface FigurePeriodTable extends OfWorkspace {
  promise: Fixed<string>
  period: Fixed<'week' | 'month' | 'quarter' | 'year'>
  /** Its first date, `2026-11-01`. */
  first: Fixed<string>
  from: Fixed<Date>
  to: Fixed<Date>
  kept: Fixed<number>
  broken: Fixed<number>
  /** By reason. */
  cancelled: FixedJson<Readonly<Record<string, number>>>
  put_off: Fixed<number>
  /** Those among them that are cases of a crisis. */
  crisis_kept: ColumnType<number, number | undefined, never>
  crisis_broken: ColumnType<number, number | undefined, never>
  corrected: Fixed<number>
  unfulfilled: Fixed<number>
  median_ms: Fixed<number | null>
  mean_ms: Fixed<number | null>
  versions: Fixed<number>
  hash: Fixed<string>
  frozen_at: Fixed<Date>
}

/** What later events made of the figure of a closed period. */
export interface FigureCorrectionTable extends OfWorkspace {
  promise: Fixed<string>
  period: Fixed<string>
  first: Fixed<string>
  n: Fixed<number>
  kept: Fixed<number>
  broken: Fixed<number>
  cancelled: FixedJson<Readonly<Record<string, number>>>
  hash: Fixed<string>
  at: Fixed<Date>
}
