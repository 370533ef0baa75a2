import type { CharterDocument } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'

/** Who holds positions: by position. Who was disabled holds none. */
export async function positionHolders(
  tx: Transaction,
  positions: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const held = new Map(positions.map((position) => [position, new Set<string>()]))
  if (positions.length === 0) return held
  const { rows: disabled } = await sql<{ person_id: string }>`
    select person_id from control.member
     where workspace_id = ${tx.workspace} and disabled_at is not null`.execute(tx.db)
  const gone = new Set(disabled.map(({ person_id }) => person_id))
  const rows = await tx.db
    .selectFrom('position_holder')
    .select(['position', 'person_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('position', 'in', positions)
    .execute()
  for (const { position, person_id } of rows) if (!gone.has(person_id)) held.get(position)?.add(person_id)
  return held
}

/** How many people hold each position, by its name. Who was disabled holds none. */
export async function countHolders(tx: Transaction): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ position: string; people: number }>`
    select h.position, count(*)::int as people
      from position_holder h
      join control.member m on m.workspace_id = h.workspace_id and m.person_id = h.person_id
     where h.workspace_id = ${tx.workspace} and m.disabled_at is null
     group by h.position`.execute(tx.db)
  return Object.fromEntries(rows.map(({ position, people }) => [position, people]))
}

/** Refuses `cannot-be` where nobody holds a position that a charter names: nobody would be told, or could decide. */
export async function refuseEmptyPositions(tx: Transaction, { positions }: CharterDocument): Promise<void> {
  const held = await positionHolders(
    tx,
    positions.map(({ name }) => name),
  )
  const empty = [...held].flatMap(([position, people]) => (people.size === 0 ? [position] : []))
  if (empty.length === 0) return
  const named = empty.map((position) => `“${position}”`).join(', ')
  throw new Refusal(
    'cannot-be',
    `Nobody holds ${empty.length === 1 ? 'the position' : 'the positions'} ${named}. Give each to somebody of the desk first, or take it out of the charter.`,
    { at: empty.map((position) => ({ path: `positions.${position}`, message: 'is held by nobody', typed: position })) },
  )
}
