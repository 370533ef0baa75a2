import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { raiseAttention } from '../attention/index.ts'

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

/**
 * A position that a step speaks of and nobody holds needs a person: raised once until it is settled. Those that stand raised
 * are not touched, so that sweepers do not wait for each other.
 */
export async function raiseEmptyPositions(tx: Transaction, positions: readonly string[]): Promise<void> {
  if (positions.length === 0) return
  const onceOf = (position: string) => `position-empty/${position}`
  const standing = await tx.db
    .selectFrom('attention')
    .select('once')
    .where('workspace_id', '=', tx.workspace)
    .where('once', '=', sql<string>`any (${positions.map(onceOf)}::text[])`)
    .where('settled_at', 'is', null)
    .execute()
  const known = new Set(standing.map(({ once }) => once))
  for (const position of positions.filter((one) => !known.has(onceOf(one))))
    await raiseAttention(tx, { once: onceOf(position), code: 'position-empty', data: { position } })
}
