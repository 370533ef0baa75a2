import type { Answering } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { heldOnTicket, unreachableSince } from '../outbox/index.ts'
import { answersAs } from './answer-as.ts'
import type { Author } from './author.ts'
import { lookAtTicket } from './ticket-at-hand.ts'

/** How an answer to the ticket of a number would leave now, and what is known of where it goes. Throws `not-found`. */
export async function readAnswering(tx: Transaction, number: number, author: Author): Promise<Answering> {
  const ticket = await lookAtTicket(tx, number)
  const as = await answersAs(tx, ticket, author)
  const to = ticket.customer?.email ?? null
  const dead = to === null ? undefined : await unreachableSince(tx, to)
  const held = await heldOnTicket(tx, ticket.id)
  return {
    from: as === undefined ? null : { address: as.mailbox.address, name: as.fromName ?? as.mailbox.name },
    to,
    unreachable: dead === undefined ? null : { since: formatInstant(dead.since), status: dead.status },
    held: held === undefined ? null : { ...held, since: formatInstant(held.since) },
    signature: as?.signature ?? null,
  }
}
