import type { CommitmentState } from '@avow/core'
import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, OfTicket, OfWorkspace } from './columns.ts'

export interface CharterVersionTable extends OfWorkspace {
  version: Fixed<number>
  hash: Fixed<string>
  effective: Fixed<Date>
  ends: Fixed<Date | null>
  source: Fixed<string>
  canonical: Fixed<string>
  published_at: Fixed<Date>
  published_by: Fixed<string | null>
  approved_by: ColumnType<string[], string[] | undefined, never>
}

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
  risk_at: Date | null
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
