import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, JsonObject, OfTicket, OfWorkspace } from './columns.ts'

export interface RemedyGrantTable extends OfTicket {
  id: Fixed<string>
  clause: Fixed<string>
  row: Fixed<number>
  remedy: Fixed<string>
  minor: Fixed<number | null>
  currency: Fixed<string | null>
  state: 'granted' | 'asked' | 'refused' | 'withdrawn' | 'done'
  is_bend: ColumnType<boolean, boolean | undefined, never>
  reason: ColumnType<string, string | undefined, never>
  backed_by: ColumnType<string[], string[] | undefined, string[]>
  waits_for: ColumnType<string[], string[] | undefined, never>
  charter_hash: Fixed<string>
  facts: ColumnType<JsonObject, string, never>
  facts_hash: Fixed<string>
  asked_by: Fixed<string | null>
  asked_at: Fixed<Date>
  decided_by: string | null
  decided_at: Date | null
  decision_reason: string | null
  done_by: string | null
  done_at: Date | null
  /** What whoever leads made of an exception. */
  review: ColumnType<'suggested' | 'set-aside' | null, undefined, 'suggested' | 'set-aside'>
  reviewed_by: ColumnType<string | null, undefined, string | null>
  reviewed_at: ColumnType<Date | null, undefined, Date>
  review_reason: ColumnType<string | null, undefined, string>
}

export interface BudgetSpentTable extends OfWorkspace {
  person_id: Fixed<string>
  budget: Fixed<'remedies' | 'kindness'>
  clause: Fixed<string>
  /** `2026-11-22`, or the first day of a longer period with its name: `month/2026-11-01`. */
  period: Fixed<string>
  currency: Fixed<string>
  minor: Defaulted<number>
}

export interface AuditTable extends OfWorkspace {
  id: Fixed<string>
  at: Fixed<Date>
  action: Fixed<string>
  code: Fixed<string | null>
  person_id: Fixed<string | null>
  actor: Fixed<string>
  ticket_id: Fixed<string | null>
  data: ColumnType<JsonObject, string | undefined, never>
}
