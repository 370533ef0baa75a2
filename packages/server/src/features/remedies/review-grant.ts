import type { Grant } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import { suggest } from '../suggestions/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { GrantRow } from './grant-row.ts'
import type { Granter } from './granter.ts'

export interface GrantReview {
  readonly outcome: NonNullable<Grant['reviewed']>['outcome']
  readonly reason: string
  readonly clause?: string | undefined
}

/**
 * What somebody who leads makes of an exception: a suggestion for the charter, which its authors take up into a draft, or
 * nothing, with a reason. Throws `cannot-be` for what is no exception or was looked at already, `own-request` for who sets
 * aside their own, and what `suggest` throws.
 */
export async function reviewGrant(
  tx: Transaction,
  ticket: TicketAtHand,
  { access, person }: Granter,
  grant: GrantRow,
  { outcome, reason, clause = grant.clause }: GrantReview,
): Promise<void> {
  if (!grant.is_bend || (grant.state !== 'granted' && grant.state !== 'done'))
    throw new Refusal('cannot-be', 'Only what was given out of kindness is looked at as an exception.')
  if (grant.review !== null) throw new Refusal('cannot-be', 'Somebody looked at this exception already. Read it anew.')
  // Who was kind may say what the charter should learn from it, but not that there is nothing to learn.
  if (outcome === 'set-aside' && person !== undefined && [grant.asked_by, grant.decided_by].includes(person))
    throw new Refusal('own-request', 'You gave it yourself: somebody else sets it aside.')
  if (outcome === 'suggested') await suggest(tx, person, { clause, kind: 'suggestion', text: reason, grant: grant.id })
  await tx.db
    .updateTable('remedy_grant')
    .set({ review: outcome, reviewed_by: person ?? null, reviewed_at: new Date(tx.now), review_reason: reason })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', grant.id)
    .execute()
  writeAudit(tx, {
    action: 'remedy.reviewed',
    actor: access.actor,
    person,
    ticket: ticket.id,
    data: { grant: grant.id, outcome },
  })
}
