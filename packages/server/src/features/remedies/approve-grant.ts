import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { spend } from './grant-remedy.ts'
import type { GrantRow } from './grant-row.ts'
import type { Granter } from './granter.ts'
import { charterNeeded, judgeRemedies } from './judge-remedies.ts'
import { appendGrantEvent, noteOnLog } from './note-on-log.ts'
import { refuseSettled } from './on-grant.ts'
import { passGate } from './pass-gate.ts'
import { tellAsker } from './tell-about-grants.ts'
import type { Wanted } from './wanted.ts'

interface Approval {
  /** Of the facts that the approver saw. */
  readonly facts_hash: string
  readonly reason: string
}

/**
 * Gives what somebody else asked for, by the limits and from the budget of who approves. Throws `grant-settled`,
 * `own-request`, `facts-moved` where the facts are not those that were seen and asked on, `other-version`, and what the gate
 * throws.
 */
export async function approveGrant(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  grant: GrantRow,
  { facts_hash: seen, reason }: Approval,
): Promise<void> {
  refuseSettled(grant)
  if (granter.person !== undefined && granter.person === grant.asked_by)
    throw new Refusal('own-request', 'You asked for this yourself. Let somebody else decide it.')
  const judged = charterNeeded(await judgeRemedies(tx, ticket, granter.person))
  if (judged.charter.hash !== grant.charter_hash)
    throw new Refusal('other-version', 'It was asked for under another version of the charter. Ask anew.')
  if (seen !== grant.facts_hash || judged.factsHash !== grant.facts_hash) throw moved()
  const { minor, currency } = grant
  const wanted: Wanted = {
    clause: grant.clause,
    remedy: grant.remedy,
    amount: minor === null || currency === null ? null : { minor, currency },
    isBend: grant.is_bend,
  }
  const answer = passGate(judged, grant.is_bend ? { ...wanted, clause: undefined } : wanted)
  // Facts that are counted, and ages, move by themselves: another row is another matter.
  if (!grant.is_bend && answer.row !== grant.row) throw moved()
  const refusal = answer.refusal ?? (await spend(tx, granter, answer, wanted))
  if (refusal !== undefined) throw refusal
  const approved = { state: 'granted' as const, backed_by: [...answer.backedBy] }
  await tx.db
    .updateTable('remedy_grant')
    .set({
      ...approved,
      decided_by: granter.person ?? null,
      decided_at: new Date(tx.now),
      decision_reason: reason === '' ? null : reason,
    })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', grant.id)
    .execute()
  await noteOnLog(tx, ticket, granter, 'remedy.approved', { ...grant, ...approved }, reason)
  // A clock that runs from when something is granted runs from here too.
  if (judged.charter.document.events.has('remedy.granted'))
    await appendGrantEvent(tx, ticket, granter, 'remedy.granted', { ...grant, ...approved })
  await tellAsker(tx, grant, 'grant-approved')
}

function moved(): Refusal {
  return new Refusal(
    'facts-moved',
    'The facts are not those that it was asked for on. Refuse it, or let it be asked anew.',
  )
}
