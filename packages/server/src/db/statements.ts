import type { Kysely } from 'kysely'
import type { TenantTables } from './tables.ts'

/** What a transaction may say to the tenant tables. Beginning and ending is not among it. */
export type Statements = Pick<
  Kysely<TenantTables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn' | 'getExecutor'
>

/** Statements whose text is put together once, for those that are sent with most requests: `ask\`select … ${value}\``. */
export interface Asking {
  /** Sends one at once; answers its rows. */
  ask<R>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<readonly R[]>
  /**
   * Reads, as one statement with the reads that are asked in the same turn. The rows are what JSON has of them: say an instant
   * as a number, and bytes in hexadecimal.
   */
  read<R>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<readonly R[]>
  /**
   * Takes a write whose answer nobody needs: it leaves with whatever is sent next, at the latest with the commit, as one
   * statement with the writes beside it. No two of them may write one row. Where it fails, the transaction does.
   */
  write(strings: TemplateStringsArray, ...values: readonly unknown[]): void
}
