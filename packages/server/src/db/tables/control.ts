import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Defaulted, Fixed, JsonValue } from './columns.ts'

export interface WorkspaceTable {
  id: Fixed<string>
  slug: string
  name: string
  zone: Defaulted<string>
  languages: Defaulted<string[]>
  /** The public pages are in these languages; else in those of the charter in force. */
  languages_chosen: Defaulted<boolean>
  /** People of the desk may answer customers from their own mail programs. */
  answers_by_mail: Defaulted<boolean>
  /** The one that answers at `/`. */
  is_first: ColumnType<boolean, boolean | undefined, never>
  demo_loaded_at: Date | null
  /** What of setting it up is done; null where that has not begun, or is over. */
  setting_up: ColumnType<JsonValue, string | null | undefined, string | null>
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
  /** The person whose limits it has; null for a key that nobody of the workspace made. */
  owner_id: ColumnType<string | null, string | null | undefined, never>
}

export interface MailboxAddressTable {
  address: Fixed<string>
  workspace_id: Fixed<string>
  mailbox_id: string
  is_default: Defaulted<boolean>
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
