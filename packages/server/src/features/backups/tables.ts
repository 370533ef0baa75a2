import type { ClientBase } from 'pg'

export interface BackedUpTable {
  /** `control.workspace`, or the name of a tenant table. */
  readonly name: string
  readonly isTenants: boolean
  readonly columns: string[]
}

/** Kept by migrations themselves, and what ends with a restart anyway. */
const LEFT_OUT = ['control.migration', 'control.session', 'control.verification', 'control.rateLimit']

/** The tables that a backup holds, each behind those that it points to. */
export async function backedUpTables(client: ClientBase): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[]; needs: string[] }>(`
    select n.nspname as schema, c.relname as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select coalesce(array_agg(distinct fn.nspname || '.' || f.relname), '{}') from pg_constraint o
              join pg_class f on f.oid = o.confrelid join pg_namespace fn on fn.oid = f.relnamespace
             where o.conrelid = c.oid and o.contype = 'f' and o.confrelid <> c.oid) as needs
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'control') order by 1, 2`)
  const waiting = rows
    .map((row) => ({ ...row, full: `${row.schema}.${row.name}` }))
    .filter(({ full }) => !LEFT_OUT.includes(full))
  const ordered: BackedUpTable[] = []
  const done = new Set(LEFT_OUT)
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ needs }) => needs.every((need) => done.has(need)))
    const [next] = waiting.splice(index, 1)
    if (index < 0 || next === undefined) throw new Error('tables point at each other in a circle')
    done.add(next.full)
    const isTenants = next.schema !== 'control'
    ordered.push({ name: isTenants ? next.name : next.full, isTenants, columns: next.columns })
  }
  return ordered
}

/** `control.user` as SQL says it. */
export function quoted(client: ClientBase, name: string): string {
  return name
    .split('.')
    .map((each) => client.escapeIdentifier(each))
    .join('.')
}
