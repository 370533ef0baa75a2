import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** Who holds positions of the charter: by position, the one who came first stands first. */
export type Holders = ReadonlyMap<string, readonly string[]>

export async function readHolders(tx: Transaction, positions: ReadonlySet<string>): Promise<Holders> {
  if (positions.size === 0) return new Map()
  const rows = await tx.db
    .selectFrom('position_holder')
    .select(['position', 'person_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('position', '=', sql<string>`any (${[...positions]}::text[])`)
    .orderBy('person_id')
    .execute()
  const holders = new Map<string, string[]>()
  for (const { position, person_id } of rows) {
    const list = holders.get(position)
    if (list === undefined) holders.set(position, [person_id])
    else list.push(person_id)
  }
  return holders
}

/** A position that a step speaks of and nobody holds needs a person: raised once until it is settled. */
export async function raiseEmptyPositions(tx: Transaction, positions: Iterable<string>): Promise<void> {
  const raised = [...positions].map((position) => ({
    id: tx.newId(),
    once: `position-empty/${position}`,
    data: { position },
  }))
  if (raised.length === 0) return
  const now = new Date(tx.now)
  await sql`
    insert into attention ("workspace_id", id, once, code, data, raised_at)
    select ${tx.workspace}, n.id, n.once, 'position-empty', n.data, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) as n (id uuid, once text, data jsonb)
    on conflict ("workspace_id", once) do update set raised_at = excluded.raised_at, settled_at = null
     where attention.settled_at is not null`.execute(tx.db)
}
