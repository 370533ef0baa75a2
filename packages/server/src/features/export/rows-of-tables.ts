import { type RawBuilder, sql } from 'kysely'
import { type Store, transaction } from '../../db/index.ts'
import type { JsonObject, TenantTables } from '../../db/tables.ts'

/** A table as an export has it: how its lines are called, its key behind the workspace, and what is left out. */
export interface ExportedTable {
  readonly type: string
  readonly table: keyof TenantTables
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'integer' | 'bigint'>>
  readonly without?: readonly string[]
}

/** How the charter came about, what it led to, and what people say of it. Keys as the tables have them. */
export const EXPORTED_TABLES: readonly ExportedTable[] = [
  { type: 'export.draft', table: 'charter_draft', key: { id: 'uuid' } },
  { type: 'export.draft-edit', table: 'draft_edit', key: { draft_id: 'uuid', seq: 'bigint' } },
  { type: 'export.submission', table: 'draft_submission', key: { draft_id: 'uuid', round: 'integer' } },
  {
    type: 'export.approval',
    table: 'draft_approval',
    key: { draft_id: 'uuid', round: 'integer', person_id: 'uuid' },
  },
  { type: 'export.tick', table: 'draft_tick', key: { draft_id: 'uuid', finding: 'text' } },
  {
    type: 'export.clause-notice',
    table: 'clause_notice',
    key: { version: 'integer', clause: 'text', person_id: 'uuid' },
  },
  { type: 'export.team', table: 'team', key: { name: 'text' } },
  { type: 'export.absence', table: 'absence', key: { person_id: 'uuid' } },
  { type: 'export.grant', table: 'remedy_grant', key: { id: 'uuid' } },
  { type: 'export.breach', table: 'breach', key: { ticket_id: 'uuid', promise: 'text', run: 'integer' } },
  { type: 'export.figure', table: 'figure_period', key: { promise: 'text', period: 'text', first: 'text' } },
  {
    type: 'export.figure-correction',
    table: 'figure_correction',
    key: { promise: 'text', period: 'text', first: 'text', n: 'integer' },
  },
  { type: 'export.suggestion', table: 'suggestion', key: { id: 'uuid' } },
  {
    type: 'export.opinion',
    table: 'opinion',
    key: { version: 'integer', clause: 'text', question: 'text', day: 'text', visitor: 'text' },
    without: ['visitor'],
  },
  { type: 'export.audit', table: 'audit', key: { id: 'uuid' } },
]

const PAGE = 500

/** The rows of a table as lines of an export, page by page, by its key. */
export async function* rowsOf(
  store: Store,
  workspace: string,
  { type, table, key, without = [] }: ExportedTable,
): AsyncGenerator<JsonObject> {
  const names = Object.keys(key)
  // Bytes are compared as the text that they print as.
  const columns = sql.join(
    names.map((name) => (name === 'visitor' ? sql`encode(visitor, 'hex')` : sql`${sql.ref(name)}`)),
  )
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const rows = await transaction(store, { workspace }, async ({ db }) => {
      const found = await sql<{ row: JsonObject; key: readonly (string | number)[] }>`
        select to_jsonb(t) as row, jsonb_build_array(${columns}) as key from ${sql.table(table)} t
         where "workspace_id" = ${workspace} and ${after} order by ${columns} limit ${PAGE}`.execute(db)
      return found.rows
    })
    for (const { row } of rows) {
      const told = Object.entries(row).filter(([name]) => name !== 'workspace_id' && !without.includes(name))
      yield { type, ...Object.fromEntries(told) }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    const values = names.map((name, index) => sql`${last.key[index]}::${sql.raw(key[name] ?? 'text')}`)
    after = sql`(${columns}) > (${sql.join(values)})`
  }
}
