import { sql } from 'kysely'
import { type MergedTicket, mergeChain, type Transaction } from '../../../db/index.ts'
import type { Keys } from '../../../secrets/index.ts'
import { isTokenOf, type MailToken, tokenIn } from './mail-token.ts'
import { isOurMessageId } from './our-message-id.ts'

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
  /** Id of the ticket that was named; whoever takes the mail in follows where it was merged into. */
  readonly ticket: string
  /** Of the ticket in which the matter goes on. */
  readonly number: number
  /** By which sign it was found. */
  readonly joined: 'token' | 'our-message' | 'their-message'
  /** The Message-ID that it was found by. */
  readonly messageId: string | null
  /** Number of the ticket that was named, where that was merged into this one. */
  readonly merged: number | null
  /** The address it says it is from belongs to a customer who takes part in this ticket. */
  readonly isParticipant: boolean
}

/** Why a mail belongs to no ticket, and what it named in vain. */
export interface NoThread {
  readonly ticket: undefined
  readonly why: 'new' | 'forged-token' | 'forged-reference' | 'doubtful-sender' | 'unknown-reference'
  /** The number that it named. */
  readonly number: number | null
  readonly messageId: string | null
}

/** Header lists may be long; what comes later in them is older. */
const MOST_RECIPIENTS = 20
const MOST_REFERENCES = 20

/**
 * The ticket that a mail belongs to: one whose token is in an address that it was sent to; else one of which it names a
 * mail, if the sender takes part in it. Who knows a Message-ID need not be who wrote the mail, so a stranger who names one
 * begins a new ticket; and a number in a subject says nothing. What was merged leads to where it was merged into.
 */
export async function findThread(tx: Transaction, keys: Keys, signs: ThreadSigns): Promise<Thread | NoThread> {
  const tokens = signs.recipients.slice(0, MOST_RECIPIENTS).flatMap((address) => tokenIn(address) ?? [])
  const byToken = await ticketOfToken(tx, keys, tokens)
  if (byToken !== undefined) {
    const last = await lastOf(tx, byToken)
    const isParticipant = signs.from !== undefined && (await participates(tx, [byToken.id, last.id], signs.from))
    return { ...ended(byToken, last), joined: 'token', messageId: null, isParticipant }
  }
  const references = [...new Set(signs.references)].slice(0, MOST_REFERENCES)
  const named = await ticketsNaming(tx, references, signs.from)
  const known = named.find(({ participates }) => participates)
  if (known === undefined) return noThread(tokens, references, named, signs.from)
  const { messageId } = known
  const joined = isOurMessageId(keys, tx.workspace, messageId) ? 'our-message' : 'their-message'
  return { ...ended(known, await lastOf(tx, known)), joined, messageId, isParticipant: true }
}

async function lastOf(tx: Transaction, ticket: MergedTicket): Promise<MergedTicket> {
  return (await mergeChain(tx, ticket)).at(-1) ?? ticket
}

function ended(named: MergedTicket, last: MergedTicket): Pick<Thread, 'ticket' | 'number' | 'merged'> {
  return { ticket: named.id, number: last.number, merged: last.id === named.id ? null : named.number }
}

function noThread(
  [token]: readonly MailToken[],
  references: readonly string[],
  [ticket]: readonly NamedTicket[],
  from: string | undefined,
): NoThread {
  const none = { ticket: undefined, number: null, messageId: null }
  if (ticket !== undefined) {
    const why = from === undefined ? 'doubtful-sender' : 'forged-reference'
    return { ticket: undefined, why, number: ticket.number, messageId: ticket.messageId }
  }
  if (token !== undefined) return { ...none, why: 'forged-token', number: token.number }
  return { ...none, why: references.length === 0 ? 'new' : 'unknown-reference' }
}

async function ticketOfToken(
  tx: Transaction,
  keys: Keys,
  tokens: readonly MailToken[],
): Promise<MergedTicket | undefined> {
  if (tokens.length === 0) return undefined
  const tickets = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number', 'merged_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('number', 'in', [...new Set(tokens.map(({ number }) => number))])
    .execute()
  for (const token of tokens) {
    const ticket = tickets.find(({ number }) => number === token.number)
    if (ticket !== undefined && isTokenOf(keys, token, tx.workspace, ticket.id)) return ticket
  }
  return undefined
}

interface NamedTicket extends MergedTicket {
  readonly messageId: string
  /** The sender takes part in it, or in what it was merged into. */
  readonly participates: boolean
}

/** Of one Message-ID there may be many, since anybody can use another's. */
const MOST_NAMED = 100

/**
 * Tickets with a mail of these Message-IDs: the one named nearest first; of several with the same mail those in which the
 * sender takes part, and the newest.
 */
async function ticketsNaming(
  tx: Transaction,
  references: readonly string[],
  from: string | undefined,
): Promise<readonly NamedTicket[]> {
  if (references.length === 0) return []
  const { rows } = await sql<NamedTicket>`
    select t.id, t.number, t.merged_id, r.message_id as "messageId",
           exists (select from person_key k
                     join person a on a."workspace_id" = ${tx.workspace} and a.id = k.person_id
                     join person p on p."workspace_id" = ${tx.workspace} and p.who = a.who
                    where k."workspace_id" = ${tx.workspace} and k.ticket_id in (t.id, t.merged_id)
                      and p.kind = 'customer' and p.email = ${from?.toLowerCase() ?? null}) as participates
      from mail_reference r
      join ticket t on t."workspace_id" = ${tx.workspace} and t.id = r.ticket_id
     where r."workspace_id" = ${tx.workspace} and r.message_id = any (${references}::text[])
     order by participates desc, t.id desc limit ${MOST_NAMED}`.execute(tx.db)
  return references.flatMap((reference) => rows.filter(({ messageId }) => messageId === reference))
}

/** Does the address belong to a customer of one of these tickets? */
async function participates(tx: Transaction, tickets: readonly string[], from: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('person_key as k')
    .innerJoin('person as a', (join) =>
      join
        .onRef('a.workspace_id', '=', 'k.workspace_id')
        .onRef('a.id', '=', 'k.person_id')
        .on('a.workspace_id', '=', tx.workspace),
    )
    // By whichever of their addresses.
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.workspace_id', '=', 'a.workspace_id')
        .onRef('p.who', '=', 'a.who')
        .on('p.workspace_id', '=', tx.workspace),
    )
    .select('p.id')
    .where('k.workspace_id', '=', tx.workspace)
    .where('k.ticket_id', 'in', [...new Set(tickets)])
    .where('p.kind', '=', 'customer')
    .where('p.email', '=', from.toLowerCase())
    .executeTakeFirst()
  return found !== undefined
}
