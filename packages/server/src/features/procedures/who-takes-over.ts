import type { Transaction } from '../../db/index.ts'

/**
 * Who gets a ticket that is handed over to a position: who has it, where they hold the position, else who holds it first, as
 * with a step of escalation. Undefined where nobody does: then it stays where it is.
 */
export async function whoTakesOver(
  { db, workspace }: Transaction,
  position: string,
  assignee: string | null,
): Promise<string | undefined> {
  const holders = await db
    .selectFrom('position_holder')
    .select('person_id')
    .where('workspace_id', '=', workspace)
    .where('position', '=', position)
    .orderBy('person_id')
    .execute()
  const has = holders.find(({ person_id }) => person_id === assignee)
  return (has ?? holders[0])?.person_id
}
