import type { Kysely } from 'kysely'
import type { TenantTables } from './tables.ts'

/** What a transaction may say to the tenant tables. Beginning and ending is not among it. */
export type Statements = Pick<
  Kysely<TenantTables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn' | 'getExecutor'
>
