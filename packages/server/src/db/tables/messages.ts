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
  checked_at: Date | null
  checked: ColumnType<JsonObject | null, string | null, string | null>
  authserv_id: Defaulted<string | null>
}

export interface MailAccountTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: string
  /** Null: by a consent. */
  sealed_password: string | null
  since: Date | null
  connected_at: Defaulted<Date>
  lease_until: Date | null
  fence: Defaulted<number>
  fetched_at: Date | null
  failed_at: Date | null
  failures: Defaulted<number>
  failure: string | null
  said: string | null
  next_try: Date | null
  failing_since: Date | null
  plus: Defaulted<'taken' | 'refused' | null>
  plus_address: Defaulted<string | null>
  plus_tried_at: Defaulted<Date | null>
}

export interface MailFolderTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  name: Fixed<string>
  uid_validity: number | null
  last_uid: Defaulted<number>
  fetched: Defaulted<number>
  renumbered: Defaulted<number>
  reconciled_at: Date | null
  reconciliation: ColumnType<JsonObject | null, string | null, string | null>
}

export interface MailSenderTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  sign_in: 'same' | 'own' | 'none'
  username: string | null
  sealed_password: string | null
  failed_at: Date | null
  failure: string | null
  said: string | null
}

export interface MailKeyTable extends OfWorkspace {
  id: Fixed<string>
  domain: Fixed<string>
  selector: Fixed<string>
  kind: Fixed<'rsa' | 'ed25519'>
  public_key: Fixed<string>
  sealed_private: Fixed<string>
  made_at: Fixed<Date>
  signs_since: Date | null
  replaced_at: Date | null
  seen_at: Date | null
  checked_at: Date | null
  finding: string | null
  said: string | null
  lacking_since: Date | null
  missed: Defaulted<number>
  stopped_at: Date | null
}

export interface MailConsentTable extends OfWorkspace {
  mailbox_id: Fixed<string>
  provider: string
  client_id: string | null
  sealed_client_secret: string | null
  sealed_access: string
  expires_at: Date
  sealed_refresh: string | null
  lease_until: Date | null
  fence: Defaulted<number>
  refused_at: Date | null
  said: string | null
}

export interface MailConsentAskedTable extends OfWorkspace {
  state_hash: Fixed<Buffer>
  mailbox_id: Fixed<string>
  session: Fixed<string>
  sealed: Fixed<string>
  asked_at: Fixed<Date>
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

export interface UploadTable extends OfWorkspace {
  id: Fixed<string>
  actor: Fixed<string>
  blob_key: Fixed<string>
  sha256: Fixed<Buffer>
  size: Fixed<number>
  made_at: Fixed<Date>
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
  client_address: ColumnType<string | null, string | null | undefined, never>
  client_helo: ColumnType<string | null, string | null | undefined, never>
  /** A MailProof; written as text. */
  verification: ColumnType<JsonObject | null, string | null | undefined, string>
  has_bare_newlines: ColumnType<boolean, boolean | undefined, never>
  /** When it was imported from a file; null for mail that came in. */
  imported_at: ColumnType<Date | null, Date | null | undefined, never>
  /** Bytes of a mail that was too large, of which the beginning is kept. */
  whole_size: ColumnType<number | null, number | null | undefined, never>
  /** When it came in at the server that it was fetched from. */
  arrived_at: ColumnType<Date | null, Date | null | undefined, never>
  outcome: MailOutcome | null
  reason: string | null
  ticket_id: string | null
  event_id: string | null
  from_address: string | null
  from_name: string | null
  subject: string | null
  message_id: string | null
  text: string | null
  /** A MailTrace. */
  trace: ColumnType<JsonObject | null, string | null | undefined, string | null>
  settled_at: Date | null
  attempts: Defaulted<number>
  lease_until: Date | null
  fence: Defaulted<number>
  folder: string | null
  uid_validity: number | null
  uid: number | null
  left_at: Date | null
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
  refused: Defaulted<boolean>
  reported: 'failed' | 'delayed' | 'delivered' | null
  reported_at: Date | null
  reported_status: string | null
  reported_said: string | null
  held_for: HeldFor | null
  passed_at: Date | null
  address_mark: Buffer | null
  domain_mark: Buffer | null
}

/** Why automatic mail is kept back: a limit on mail to one address, domain or of the whole workspace; or nothing arrives there. */
export type HeldFor = 'address' | 'domain' | 'workspace' | 'dead-address'

export interface IdempotentAnswerTable extends OfWorkspace {
  key: Fixed<string>
  path: Fixed<string>
  actor: Fixed<string>
  body_hash: Buffer
  created_at: Date
  status: number | null
  answer: string | null
}
