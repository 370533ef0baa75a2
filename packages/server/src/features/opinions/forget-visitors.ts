import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Store, transaction } from '../../db/index.ts'

/**
 * Makes the readers of days that are over unknowable: who knows the installation's secret could try addresses against the
 * HMACs, so they are hashed once more with a salt that nobody keeps, and the time of day goes with them. Answers how many.
 */
export function forgetVisitors(store: Store, workspace: string): Promise<number> {
  const salt = randomBytes(32).toString('hex')
  return transaction(store, { workspace }, async ({ db, now }) => {
    const today = new Date(now).toISOString().slice(0, 10)
    const { numAffectedRows } = await sql`
      update opinion set visitor = sha256(visitor || decode(${salt}, 'hex')), at = (day || 'T00:00:00Z')::timestamptz
       where "workspace_id" = ${workspace} and day < ${today} and at <> (day || 'T00:00:00Z')::timestamptz`.execute(db)
    return Number(numAffectedRows ?? 0)
  })
}
