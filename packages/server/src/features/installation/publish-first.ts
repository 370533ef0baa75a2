import { readCharter } from '@avow/core'
import { sql } from 'kysely'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { publishCharter } from '../charters/index.ts'
import { hasCharter } from './has-charter.ts'

/**
 * The last step: the charter is published as version 1, in force at once, and setting up is over. Positions that nobody holds
 * go to who publishes, so that none is left empty. Does nothing where it is over already: of two who press at the same time,
 * one publishes.
 */
export async function publishFirst(
  desk: Desk,
  workspace: string,
  { source, by }: { readonly source: string; readonly by: string },
): Promise<void> {
  await transaction(desk.store, { workspace }, async (tx) => {
    const { rows } = await sql`
      select from control.workspace where id = ${workspace} and setting_up is not null for update`.execute(tx.db)
    if (rows.length === 0) return
    if (!(await hasCharter(tx))) await publishCharter(tx, { source, zoneData: desk.zoneData, by })
    await fillPositions(tx, by, readCharter(source).document?.positions.map(({ name }) => name) ?? [])
    await sql`update control.workspace set setting_up = null where id = ${workspace}`.execute(tx.db)
  })
}

async function fillPositions(
  { db, workspace }: Transaction,
  person: string,
  positions: readonly string[],
): Promise<void> {
  const held = await db.selectFrom('position_holder').select('position').where('workspace_id', '=', workspace).execute()
  const empty = positions.filter((name) => !held.some(({ position }) => position === name))
  if (empty.length === 0) return
  await db
    .insertInto('position_holder')
    .values(empty.map((position) => ({ workspace_id: workspace, position, person_id: person })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
