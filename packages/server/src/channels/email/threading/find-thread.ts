import type { Transaction } from '../../../db/index.ts'
import type { Keys } from '../../../secrets/index.ts'
import { isTokenOf, tokenIn } from './mail-token.ts'

/** What a mail says of where it belongs. None of it is believed before it was looked into. */
export interface ThreadSigns {
  /** Addresses that it was sent to: of the envelope first, then of its header. */
  readonly recipients: readonly string[]
  /** Message-IDs that it names, the nearest first. */
  readonly references: readonly string[]
  /** Whom it says it is from; undefined where that is in doubt. */
  readonly from: string | undefined
}

export interface Thread {
  readonly ticket: string
  /** By which sign it was found. */
  readonly joined: 'token' | 'reference'
  /** The address it says it is from belongs to a customer who takes part in this ticket. */
  readonly isParticipant: boolean
}

/** Header lists may be long; what comes later in them is older. */
const MOST_RECIPIENTS = 20
const MOST_REFERENCES = 20

/**
 * The ticket that a mail belongs to: one whose token is in an address that it was sent to; else one of which it names a
 * mail, if the sender takes part in it. Who knows a Message-ID need not be who wrote the mail, so a stranger who names one
 * begins a new ticket; and a number in a subject says nothing.
 */
export async function findThread(tx: Transaction, keys: Keys, signs: ThreadSigns): Promise<Thread | undefined> {
  const byToken = await ticketOfToken(tx, keys, signs.recipients.slice(0, MOST_RECIPIENTS))
  if (byToken !== undefined) {
    const isParticipant = signs.from !== undefined && (await participates(tx, byToken, signs.from))
    return { ticket: byToken, joined: 'token', isParticipant }
  }
  const references = [...new Set(signs.references)].slice(0, MOST_REFERENCES)
  if (signs.from === undefined || references.length === 0) return undefined
  const ticket = await ticketOfReference(tx, references, signs.from)
  return ticket === undefined ? undefined : { ticket, joined: 'reference', isParticipant: true }
}

async function ticketOfToken(tx: Transaction, keys: Keys, recipients: readonly string[]): Promise<string | undefined> {
  const tokens = recipients.flatMap((address) => tokenIn(address) ?? [])
  if (tokens.length === 0) return undefined
  const tickets = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('workspace_id', '=', tx.workspace)
    .where('number', 'in', [...new Set(tokens.map(({ number }) => number))])
    .execute()
  for (const token of tokens) {
    const ticket = tickets.find(({ number }) => number === token.number)
    if (ticket !== undefined && isTokenOf(keys, token, tx.workspace, ticket.id)) return ticket.id
  }
  return undefined
}

/** Of several tickets that take part in the same mails, the one named nearest. */
async function ticketOfReference(
  tx: Transaction,
  references: readonly string[],
  from: string,
): Promise<string | undefined> {
  const rows = await tx.db
    .selectFrom('mail_reference as r')
    .innerJoin('person_key as k', (join) =>
      join
        .onRef('k.workspace_id', '=', 'r.workspace_id')
        .onRef('k.ticket_id', '=', 'r.ticket_id')
        .on('k.workspace_id', '=', tx.workspace),
    )
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.workspace_id', '=', 'k.workspace_id')
        .onRef('p.id', '=', 'k.person_id')
        .on('p.workspace_id', '=', tx.workspace),
    )
    .select(['r.ticket_id', 'r.message_id'])
    .where('r.workspace_id', '=', tx.workspace)
    .where('r.message_id', 'in', references)
    .where('p.kind', '=', 'customer')
    .where('p.email', '=', from.toLowerCase())
    .orderBy('r.ticket_id', 'desc')
    .execute()
  for (const reference of references) {
    const found = rows.find(({ message_id }) => message_id === reference)
    if (found !== undefined) return found.ticket_id
  }
  return undefined
}

async function participates(tx: Transaction, ticket: string, from: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('person_key as k')
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.workspace_id', '=', 'k.workspace_id')
        .onRef('p.id', '=', 'k.person_id')
        .on('p.workspace_id', '=', tx.workspace),
    )
    .select('p.id')
    .where('k.workspace_id', '=', tx.workspace)
    .where('k.ticket_id', '=', ticket)
    .where('p.kind', '=', 'customer')
    .where('p.email', '=', from.toLowerCase())
    .executeTakeFirst()
  return found !== undefined
}
