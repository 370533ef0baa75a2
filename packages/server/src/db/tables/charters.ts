import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, JsonValue, OfWorkspace } from './columns.ts'

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
  note: ColumnType<string, string | undefined, never>
  by_one: ColumnType<boolean, boolean | undefined, never>
}

export interface CharterDraftTable extends OfWorkspace {
  id: Fixed<string>
  seq: Defaulted<number>
  state: Defaulted<'writing' | 'in-review' | 'published' | 'withdrawn'>
  source: string
  note: Defaulted<string>
  base: Fixed<number | null>
  created_at: Fixed<Date>
  created_by: Fixed<string | null>
  changed_at: Date
  changed_by: string | null
  sent_back_at: Date | null
  sent_back_by: string | null
  sent_back_reason: string | null
  version: number | null
}

/** `remove` UTF-16 units at `at` give way to `insert`. */
export interface StoredSplice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

export interface DraftEditTable extends OfWorkspace {
  draft_id: Fixed<string>
  seq: Fixed<number>
  edit_id: Fixed<string>
  splices: ColumnType<readonly StoredSplice[], string, never>
  /** What each splice took away, in their order. */
  removed: ColumnType<readonly string[], string, never>
  by: Fixed<string | null>
  at: Fixed<Date>
}

export interface DraftSubmissionTable extends OfWorkspace {
  draft_id: Fixed<string>
  round: Fixed<number>
  seq: Fixed<number>
  hash: Fixed<string>
  canonical: Fixed<string>
  source: Fixed<string>
  effective: Fixed<Date | null>
  zone: Fixed<string>
  by: Fixed<string | null>
  at: Fixed<Date>
  approvers: Fixed<string[]>
  need: Fixed<number>
  /** 0: submitted before it was kept. */
  asked: ColumnType<number, number | undefined, never>
  gives_less: ColumnType<boolean, boolean | undefined, never>
  warnings: ColumnType<JsonValue, string | undefined, never>
  ended_at: Date | null
}

export interface DraftTickTable extends OfWorkspace {
  draft_id: Fixed<string>
  /** Core's `findingName`. */
  finding: Fixed<string>
  reason: string
  by: string | null
  at: Date
}

export interface DraftApprovalTable extends OfWorkspace {
  draft_id: Fixed<string>
  round: Fixed<number>
  person_id: Fixed<string>
  hash: Fixed<string>
  effective: Fixed<Date | null>
  at: Fixed<Date>
}

export interface TrialTable extends OfWorkspace {
  id: Fixed<string>
  draft_id: Fixed<string>
  seq: Fixed<number>
  state: Defaulted<'running' | 'done' | 'failed'>
  done: Defaulted<number>
  total: Defaulted<number>
  started_at: Fixed<Date>
  ended_at: Date | null
  trouble: string | null
  lines: ColumnType<JsonValue, string | undefined, string>
  changes: ColumnType<JsonValue, string | undefined, string>
  beat_at: Date
}

export interface ClauseNoticeTable extends OfWorkspace {
  version: Fixed<number>
  clause: Fixed<string>
  person_id: Fixed<string>
  difference: ColumnType<JsonValue, string, never>
  told_at: Fixed<Date>
  acknowledged_at: Date | null
  reminded_at: Date | null
  /** They were new to it: the clause did not change. */
  is_first: ColumnType<boolean, boolean | undefined, never>
}

export interface SuggestionTable extends OfWorkspace {
  id: Fixed<string>
  clause: Fixed<string>
  version: Fixed<number | null>
  kind: Fixed<'comment' | 'suggestion'>
  text: Fixed<string>
  ticket_id: Fixed<string | null>
  grant_id: Fixed<string | null>
  by: Fixed<string | null>
  at: Fixed<Date>
  state: Defaulted<'open' | 'accepted' | 'declined'>
  decided_by: string | null
  decided_at: Date | null
  decision_reason: string | null
  draft_id: string | null
}

/** A wait at somebody else. */
export interface ObservedWaitTable extends OfWorkspace {
  id: Fixed<string>
  company: Fixed<string>
  channel: Fixed<string | null>
  /** `2026-11-22`. */
  day: ColumnType<string, string, never>
  wait_ms: ColumnType<string | number, number, never>
  note: Fixed<string>
  by: Fixed<string | null>
  at: Fixed<Date>
}

export interface ImprovementTable extends OfWorkspace {
  clause: Fixed<string>
  effort: 'small' | 'medium' | 'large' | null
  owner_id: string | null
  /** `2026-11-22`. */
  by_day: string | null
  note: string
  state: 'open' | 'done' | 'dropped'
  said_by: string | null
  said_at: Date
}

export interface OpinionTable extends OfWorkspace {
  version: Fixed<number>
  clause: Fixed<string>
  question: Fixed<'fair' | 'kept'>
  /** `2026-11-22`. */
  day: ColumnType<string, string, never>
  visitor: Buffer
  answer: boolean
  at: Date
}
