import type { JsonObject, Transaction } from '../../db/index.ts'
import { writeAudit } from '../audit/index.ts'
import { authorOf, byAuthor, ownerOfWords, type TicketAtHand } from '../tickets/index.ts'
import type { GrantRow } from './grant-row.ts'
import type { Granter } from './granter.ts'

export type GrantEvent =
  | 'remedy.granted'
  | 'remedy.asked'
  | 'remedy.approved'
  | 'remedy.refused'
  | 'remedy.withdrawn'
  | 'remedy.done'

type Logged = Pick<
  GrantRow,
  'id' | 'clause' | 'row' | 'remedy' | 'minor' | 'currency' | 'is_bend' | 'backed_by' | 'facts_hash' | 'charter_hash'
>

/** What became of a grant, on the ticket's log and on the audit log. */
export async function noteOnLog(
  tx: Transaction,
  ticket: TicketAtHand,
  granter: Granter,
  type: GrantEvent,
  grant: Logged,
  reason = '',
): Promise<void> {
  const { access, person } = granter
  const data = { ...dataOf(grant), grant: grant.id }
  writeAudit(tx, { action: type, actor: access.actor, person, ticket: ticket.id, data })
  await appendGrantEvent(tx, ticket, granter, type, grant, reason)
}

/**
 * On the ticket's log alone. `key` tells grants apart, so that a charter which declares these events can have a clock over
 * them. A reason is free words: content, and never part of the envelope.
 */
export async function appendGrantEvent(
  tx: Transaction,
  ticket: TicketAtHand,
  { access }: Granter,
  type: GrantEvent,
  grant: Logged,
  reason = '',
): Promise<void> {
  const author = authorOf(access)
  await tx.appendMade([
    {
      id: tx.newId(),
      ticket: ticket.id,
      type,
      ...byAuthor(author),
      fields: { ...dataOf(grant), key: grant.id },
      ...(reason === '' ? {} : { content: [{ part: 'text', person: ownerOfWords(ticket, author), value: reason }] }),
    },
  ])
}

function dataOf(grant: Logged): JsonObject {
  return {
    clause: grant.clause,
    row: grant.row,
    remedy: grant.remedy,
    ...(grant.minor === null ? {} : { amount: { minor: grant.minor, currency: grant.currency } }),
    ...(grant.is_bend ? { bend: true } : {}),
    ...(grant.backed_by.length === 0 ? {} : { backed_by: grant.backed_by }),
    charter: grant.charter_hash,
    facts_hash: grant.facts_hash,
  }
}
