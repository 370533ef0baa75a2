import type { Actor, CommitmentState, TicketState } from '@avow/core'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A column that is written once. */
type Fixed<T> = ColumnType<T, T, never>
/** A column with a default. */
type Defaulted<T> = ColumnType<T, T | undefined, T>
/** jsonb: read as what JSON gives, written as its text. */
type Json<T> = ColumnType<T, string, string>
type FixedJson<T> = ColumnType<T, string, never>

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
export type JsonObject = { readonly [key: string]: JsonValue }

/** The workspace that a row belongs to, and a ticket: in every key, never updated. */
interface OfWorkspace {
  workspace_id: Fixed<string>
}
interface OfTicket extends OfWorkspace {
  ticket_id: Fixed<string>
}

export interface WorkspaceTable {
  id: Fixed<string>
  slug: string
  name: string
  created_at: GeneratedAlways<Date>
}

export interface TicketNumberTable extends OfWorkspace {
  last: number
}

export interface TicketTable extends OfWorkspace {
  id: Fixed<string>
  number: Fixed<number>
  state: Defaulted<TicketState>
  charter_hash: string | null
  created_at: Date
  seq: Defaulted<number>
  recorded: Date
  hash: Buffer
}

export interface EventTable extends OfTicket {
  seq: Fixed<number>
  id: Fixed<string>
  type: Fixed<string>
  v: Fixed<number>
  at: Fixed<Date>
  recorded: Fixed<Date>
  actor: Fixed<Actor>
  person: Fixed<string | null>
  envelope: FixedJson<JsonObject>
  hash: Fixed<Buffer>
}

export interface PersonKeyTable extends OfTicket {
  key: Fixed<string>
  person_id: Fixed<string>
  secret: Fixed<Buffer>
}

export interface EventContentTable extends OfTicket {
  seq: Fixed<number>
  part: Fixed<string>
  person: Fixed<string>
  value: FixedJson<JsonValue>
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

export interface OutboxTable extends OfWorkspace {
  id: Fixed<string>
  kind: Fixed<string>
  once: Fixed<string>
  ticket_id: Fixed<string | null>
  payload: Json<JsonObject>
  due: Date
  lease_until: Date | null
  fence: Defaulted<number>
  attempts: Defaulted<number>
  last_error: string | null
  sent_at: Date | null
  given_up_at: Date | null
}

export interface BlobTable extends OfWorkspace {
  key: Fixed<string>
  sha256: Fixed<Buffer>
  size: Fixed<number>
  created_at: GeneratedAlways<Date>
}

/** Sharded by workspace; seen one workspace at a time. */
export interface TenantTables {
  ticket_number: TicketNumberTable
  ticket: TicketTable
  event: EventTable
  person_key: PersonKeyTable
  event_content: EventContentTable
  commitment: CommitmentTable
  step: StepTable
  outbox: OutboxTable
  blob: BlobTable
}

/** What is unique over all workspaces. */
export interface ControlTables {
  'control.workspace': WorkspaceTable
}

export type Tables = TenantTables & ControlTables
