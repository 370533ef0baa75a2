import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { GrantRow } from './grant-row.ts'
import type { Granter } from './granter.ts'
import { noteOnLog } from './note-on-log.ts'
import { refuseSettled } from './on-grant.ts'

/** Notes that a remedy was carried out. Twice is once. Throws `grant-settled` for what was refused, `cannot-be` for what is asked. */
export async function carryOutGrant(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  grant: GrantRow,
): Promise<void> {
  if (grant.state === 'done') return
  if (grant.state === 'asked')
    throw new Refusal('cannot-be', 'It was asked for and is not given yet: it has to be approved first.')
  if (grant.state !== 'granted') refuseSettled(grant)
  await tx.db
    .updateTable('remedy_grant')
    .set({ state: 'done', done_by: granter.person ?? null, done_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', grant.id)
    .execute()
  await noteOnLog(tx, ticket, granter, 'remedy.done', grant)
}
