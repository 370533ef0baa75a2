import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { type GrantRow, whyNotDecide } from './grant-row.ts'
import type { Granter } from './granter.ts'
import { noteOnLog } from './note-on-log.ts'
import { refuseSettled } from './on-grant.ts'
import { positionsOf } from './positions-of.ts'
import { tellAsker } from './tell-about-grants.ts'

/**
 * Declines what was asked for; who asked takes it back. Throws `grant-settled`, and `beyond-limit` for somebody who could not
 * have approved it.
 */
export async function refuseGrant(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  grant: GrantRow,
  { reason }: { readonly reason: string },
): Promise<void> {
  refuseSettled(grant)
  const { person } = granter
  const positions = await positionsOf(tx, person)
  const why = whyNotDecide(grant, { person, positions, mayGrant: true })
  if (why === 'beyond-limit')
    throw new Refusal('beyond-limit', `Only ${grant.waits_for.join(' or ') || 'nobody'} may decide this.`)
  const state = why === 'own-request' ? 'withdrawn' : 'refused'
  await tx.db
    .updateTable('remedy_grant')
    .set({ state, decided_by: person ?? null, decided_at: new Date(tx.now), decision_reason: reason })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', grant.id)
    .execute()
  await noteOnLog(tx, ticket, granter, `remedy.${state}`, grant, reason)
  if (state === 'refused') await tellAsker(tx, grant, 'grant-refused')
}
