import type { Transaction } from '../../db/index.ts'

/** The positions that a person holds; none for nobody. */
export async function positionsOf({ db, workspace }: Transaction, person: string | undefined): Promise<string[]> {
  if (person === undefined) return []
  const rows = await db
    .selectFrom('position_holder')
    .select('position')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .orderBy('position')
    .execute()
  return rows.map(({ position }) => position)
}
