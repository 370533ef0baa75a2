import type { ColumnType } from 'kysely'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
export type JsonObject = { readonly [key: string]: JsonValue }

/** A column that is written once. */
export type Fixed<T> = ColumnType<T, T, never>
/** A column with a default. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>
/** jsonb: read as what JSON gives, written as its text. */
export type Json<T> = ColumnType<T, string, string>
export type FixedJson<T> = ColumnType<T, string, never>
export type FixedJsonWithDefault = ColumnType<JsonObject, string | undefined, never>

/** The workspace that a row belongs to, and a ticket: in every key, never updated. */
export interface OfWorkspace {
  workspace_id: Fixed<string>
}

export interface OfTicket extends OfWorkspace {
  ticket_id: Fixed<string>
}
