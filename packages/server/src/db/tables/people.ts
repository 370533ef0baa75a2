import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, FixedJsonWithDefault, JsonObject, OfTicket, OfWorkspace } from './columns.ts'

export interface PersonTable extends OfWorkspace {
  id: Fixed<string>
  /** `outside`: a ticket was forwarded to them. */
  kind: Fixed<'customer' | 'staff' | 'outside'>
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
  zone: string | null
  team: string | null
  facts: ColumnType<JsonObject, string | undefined, string>
  is_demo: ColumnType<boolean, boolean | undefined, never>
  answered_at: Date | null
  unreachable_since: Date | null
  unreachable_status: string | null
  /** Of staff: what customers write on their tickets is mailed to them. */
  is_mailed_messages: ColumnType<boolean, boolean | undefined, boolean>
  /** Of a customer: whom they became. That one became nobody else. */
  merged_id: string | null
  /** Id of who this is: whom they became, else their own. */
  who: ColumnType<string, never, never>
  created_at: Fixed<Date>
}

export interface PositionHolderTable extends OfWorkspace {
  position: Fixed<string>
  person_id: Fixed<string>
}

export interface AbsenceTable extends OfWorkspace {
  person_id: Fixed<string>
  away_from: Date
  away_until: Date
  deputy_id: string | null
}

/** What a lead says of how the answers on a ticket showed a value. */
export interface ScorecardTable extends OfWorkspace {
  ticket_id: Fixed<string>
  value: Fixed<string>
  shown: 'yes' | 'partly' | 'no'
  note: string
  said_by: string | null
  said_at: Date
}

export interface TeamTable extends OfWorkspace {
  name: Fixed<string>
  mailbox_id: string | null
  /** By language. */
  signatures: ColumnType<Readonly<Record<string, string>>, string | undefined, string>
  signs_automatic: Defaulted<boolean>
}

export interface AttentionTable extends OfWorkspace {
  id: Fixed<string>
  once: Fixed<string>
  code: Fixed<string>
  ticket_id: Fixed<string | null>
  data: ColumnType<JsonObject, string | undefined, string>
  raised_at: Date
  retry_at: Date | null
  settled_at: Date | null
}

export interface NoticeTable extends OfWorkspace {
  id: Fixed<string>
  once: Fixed<string>
  person_id: Fixed<string>
  code: Fixed<string>
  ticket_id: Fixed<string | null>
  data: FixedJsonWithDefault
  created_at: Fixed<Date>
  read_at: Date | null
}

export interface AccessLinkTable extends OfTicket {
  hash: Fixed<Buffer>
  purpose: Fixed<'follow' | 'rate'>
  created_at: Fixed<Date>
  expires_at: Fixed<Date>
}
