import type { Transaction } from '../../db/index.ts'

/** Is it the id of somebody of the desk, disabled or not? */
export async function isStaff({ db, workspace }: Transaction, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('kind', '=', 'staff')
    .executeTakeFirst()
  return found !== undefined
}
