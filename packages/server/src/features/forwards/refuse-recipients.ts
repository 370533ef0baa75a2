import { withoutToken } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { Recipient } from './recipients.ts'

/**
 * Throws `not-outside` where one of them is a customer who takes part in the ticket, who is answered and not told behind a
 * promise's back, or a mailbox of ours, which would take its own mail in.
 */
export async function refuseRecipients(
  tx: Transaction,
  { id, customer }: TicketAtHand,
  recipients: readonly Recipient[],
): Promise<void> {
  const addresses = recipients.map(({ address }) => address.toLowerCase())
  const ours = new Set((await mailboxesOf(tx)).flatMap(({ address, isRemoved }) => (isRemoved ? [] : [address])))
  const own = recipients.find(({ address }) => ours.has(withoutToken(address)))
  if (own !== undefined) throw refusal(own, `${own.address} is a mailbox of this desk. Write a note instead.`)
  const partakers = await tx.db
    .selectFrom('person_key as k')
    .innerJoin('person as a', (join) =>
      join
        .on('a.workspace_id', '=', tx.workspace)
        .onRef('a.workspace_id', '=', 'k.workspace_id')
        .onRef('a.id', '=', 'k.person_id'),
    )
    .innerJoin('person as p', (join) =>
      join
        .on('p.workspace_id', '=', tx.workspace)
        .onRef('p.workspace_id', '=', 'a.workspace_id')
        .onRef('p.who', '=', 'a.who'),
    )
    .select('p.email')
    .where('k.workspace_id', '=', tx.workspace)
    .where('k.ticket_id', '=', id)
    .where('p.kind', '=', 'customer')
    .where('p.email', 'in', addresses)
    .execute()
  const taken = new Set([...partakers.map(({ email }) => email), customer?.email?.toLowerCase()])
  const theirs = recipients.find(({ address }) => taken.has(address.toLowerCase()))
  if (theirs !== undefined)
    throw refusal(theirs, `${theirs.address} takes part in this ticket as its customer. Answer them instead.`)
}

function refusal({ address, as }: Recipient, message: string): Refusal {
  return new Refusal('not-outside', message, { at: [{ path: as, message, typed: address }] })
}
