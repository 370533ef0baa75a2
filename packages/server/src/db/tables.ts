import type { Actor, CommitmentState, TicketState } from '@avow/core'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A column that is written once. */
type Fixed<T> = ColumnType<T, T, never>
/** A column with a default. */
type Defaulted<T> = ColumnType<T, T | undefined, T>
/** jsonb: read as what JSON gives, written as its text. */
type Json<T> = ColumnType<T, string, string>
type FixedJson<T> = ColumnType<T, string, never>
type FixedJsonWithDefault = ColumnType<JsonObject, string | undefined, never>

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
  zone: Defaulted<string>
  languages: Defaulted<string[]>
  /** The one that answers at `/`. */
  is_first: ColumnType<boolean, boolean | undefined, never>
  demo_loaded_at: Date | null
  created_at: GeneratedAlways<Date>
}

export interface UserTable {
  id: Fixed<string>
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Defaulted<Date>
  updatedAt: Defaulted<Date>
  twoFactorEnabled: boolean | null
}

/** Written by migrate.ts as the owner. */
export interface MigrationTable {
  number: ColumnType<number, never, never>
  name: ColumnType<string, never, never>
}

/** Written by sign-in alone; read to see which sessions have ended. */
export interface SessionTable {
  id: Fixed<string>
  userId: Fixed<string>
  createdAt: Fixed<Date>
  expiresAt: Fixed<Date>
}

/** Which workspaces a sign-in belongs to, as which person. */
export interface MemberTable {
  user_id: Fixed<string>
  workspace_id: Fixed<string>
  person_id: Fixed<string>
  roles: string[]
  disabled_at: Date | null
}

export interface ApiKeyTable {
  id: Fixed<string>
  hash: Fixed<Buffer>
  workspace_id: Fixed<string>
  name: Fixed<string>
  roles: Fixed<string[]>
  created_at: GeneratedAlways<Date>
  revoked_at: Date | null
}

export interface MailboxAddressTable {
  address: Fixed<string>
  workspace_id: Fixed<string>
  mailbox_id: Fixed<string>
  is_default: ColumnType<boolean, boolean | undefined, never>
}

export interface PersonTable extends OfWorkspace {
  id: Fixed<string>
  kind: Fixed<'customer' | 'staff'>
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
  zone: string | null
  team: string | null
  facts: ColumnType<JsonObject, string | undefined, string>
  is_demo: ColumnType<boolean, boolean | undefined, never>
  answered_at: Date | null
  created_at: Fixed<Date>
}

export interface PositionHolderTable extends OfWorkspace {
  position: Fixed<string>
  person_id: Fixed<string>
}

export interface MailboxTable extends OfWorkspace {
  id: Fixed<string>
  address: Fixed<string>
  name: string
  language: string | null
  zone: string | null
}

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

export interface IdempotentAnswerTable extends OfWorkspace {
  key: Fixed<string>
  path: Fixed<string>
  actor: Fixed<string>
  body_hash: Buffer
  created_at: Date
  status: number | null
  answer: string | null
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
  follows_id: string | null
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
  person: PersonTable
  position_holder: PositionHolderTable
  mailbox: MailboxTable
  charter_version: CharterVersionTable
  ticket_preview: TicketPreviewTable
  attachment: AttachmentTable
  inbound_mail: InboundMailTable
  mail_reference: MailReferenceTable
  automatic_mail: AutomaticMailTable
  attention: AttentionTable
  notice: NoticeTable
  access_link: AccessLinkTable
  idempotent_answer: IdempotentAnswerTable
}

/** What is unique over all workspaces. */
export interface ControlTables {
  'control.workspace': WorkspaceTable
  'control.migration': MigrationTable
  'control.user': UserTable
  'control.session': SessionTable
  'control.member': MemberTable
  'control.api_key': ApiKeyTable
  'control.mailbox_address': MailboxAddressTable
}

export type Tables = TenantTables & ControlTables
