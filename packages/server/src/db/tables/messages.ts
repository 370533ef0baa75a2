import type { ColumnType } from 'kysely'
import type { Defaulted, Fixed, Json, JsonObject, OfTicket, OfWorkspace } from './columns.ts'

export interface MailboxTable extends OfWorkspace {
  id: Fixed<string>
  address: string
  name: string
  language: string | null
  zone: string | null
  answers: Defaulted<boolean>
  removed_at: Date | null
}

export interface MailAccountTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: string
  sealed_password: string
  since: Date | null
  lease_until: Date | null
  fence: Defaulted<number>
  fetched_at: Date | null
  failed_at: Date | null
  failures: Defaulted<number>
  failure: string | null
  said: string | null
  next_try: Date | null
}

export interface MailFolderTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  name: Fixed<string>
  uid_validity: number | null
  last_uid: Defaulted<number>
  fetched: Defaulted<number>
  renumbered: Defaulted<number>
}

/** Personal: goes with the person. */
export interface TicketPreviewTable extends OfTicket {
  person: string
  subject: string
  snippet: string
}

export interface AttachmentTable extends OfTicket {
  id: Fixed<string>
  seq: Fixed<number>
  person: Fixed<string>
  blob_key: Fixed<string>
  name: Fixed<string>
  type: Fixed<string>
  size: Fixed<number>
  content_id: Fixed<string | null>
  is_inline: ColumnType<boolean, boolean | undefined, never>
}

export type MailOutcome = 'ticketed' | 'appended' | 'suppressed' | 'quarantined'

export interface InboundMailTable extends OfWorkspace {
  id: Fixed<string>
  mailbox_id: Fixed<string>
  acceptance_id: Fixed<string>
  received_at: Fixed<Date>
  envelope_from: Fixed<string>
  envelope_to: Fixed<string>
  blob_key: Fixed<string>
  sha256: Fixed<Buffer>
  size: Fixed<number>
  has_bare_newlines: ColumnType<boolean, boolean | undefined, never>
  outcome: MailOutcome | null
  reason: string | null
  ticket_id: string | null
  event_id: string | null
  from_address: string | null
  from_name: string | null
  subject: string | null
  message_id: string | null
  text: string | null
  settled_at: Date | null
  attempts: Defaulted<number>
  lease_until: Date | null
  fence: Defaulted<number>
}

export interface MailReferenceTable extends OfTicket {
  message_id: Fixed<string>
  seq: Fixed<number>
}

export interface AutomaticMailTable extends OfWorkspace {
  id: Fixed<string>
  address: Fixed<Buffer>
  at: Fixed<Date>
  ticket_id: Fixed<string | null>
  was_held: Fixed<boolean>
  covered_by: string | null
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
  is_in_folder: Defaulted<boolean>
  sent_at: Date | null
  given_up_at: Date | null
}

export interface IdempotentAnswerTable extends OfWorkspace {
  key: Fixed<string>
  path: Fixed<string>
  actor: Fixed<string>
  body_hash: Buffer
  created_at: Date
  status: number | null
  answer: string | null
}
