import type { Actor, TicketState } from '@avow/core'
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Defaulted, Fixed, FixedJson, JsonObject, JsonValue, OfTicket, OfWorkspace } from './columns.ts'

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
  channel: string | null
  language: string | null
  customer_id: string | null
  mailbox_id: string | null
  assignee_id: string | null
  team: string | null
  priority: Defaulted<number>
  facts: ColumnType<JsonObject, string | undefined, string>
  is_spam: Defaulted<boolean>
  is_demo: Defaulted<boolean>
  is_imported: Defaulted<boolean>
  follows_id: string | null
  merged_id: string | null
  messages: Defaulted<number>
  last_message_at: Date | null
  rating: number | null
  /** Of the running commitment that breaks next. */
  next_due: Date | null
  next_start: Date | null
  next_promise: string | null
  /** From when the first of the running commitments is at risk. */
  risk_at: Date | null
  paused: Defaulted<number>
  broken: Defaulted<number>
  last_broken_at: Date | null
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

export interface BlobTable extends OfWorkspace {
  key: Fixed<string>
  sha256: Fixed<Buffer>
  size: Fixed<number>
  created_at: GeneratedAlways<Date>
}
