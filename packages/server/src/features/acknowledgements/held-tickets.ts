import type { Transaction } from '../../db/index.ts'
import { customersClock, UNKNOWN_ZONES, zonesOfTickets } from '../../site/customers-clock.ts'
import type { WallClock } from '../../site/wall-clock.ts'
import { decideTicket } from '../commitments/index.ts'
import { type FirstAnswer, firstAnswer } from './first-answer.ts'

export interface HeldTicket {
  readonly ticket: string
  readonly number: number
  readonly answer: FirstAnswer
  /** By which its customer is told times. */
  readonly clock: WallClock
}

/** Those whose acknowledgements were held back; `more`: how many further ones are only counted. */
export interface HeldTickets {
  readonly named: readonly HeldTicket[]
  readonly more: number
}

const MOST_NAMED = 20

export const NO_HELD_TICKETS: HeldTickets = { named: [], more: 0 }

/**
 * The open tickets of an address (its HMAC) whose acknowledgement was held back and that no later one has covered; they are
 * covered by the mail `by` from now on. `but`: the ticket that it is about. Tickets that ended meanwhile need no acknowledgement any more.
 */
export async function coverHeldTickets(
  tx: Transaction,
  address: Buffer,
  { by, but }: { readonly by: string; readonly but: string },
): Promise<HeldTickets> {
  const held = await tx.db
    .updateTable('automatic_mail')
    .set({ covered_by: by })
    .where('workspace_id', '=', tx.workspace)
    .where('address', '=', address)
    .where('was_held', '=', true)
    .where('covered_by', 'is', null)
    .returning('ticket_id')
    .execute()
  const ids = held.flatMap(({ ticket_id }) => ticket_id ?? []).filter((id) => id !== but)
  if (ids.length === 0) return NO_HELD_TICKETS
  const open = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .where('state', 'not in', ['solved', 'closed'])
    .where('is_spam', '=', false)
    .orderBy('number')
    .execute()
  const first = open.slice(0, MOST_NAMED)
  await tx.heads.lock(first.map(({ id }) => id))
  const zones = await zonesOfTickets(
    tx,
    first.map(({ id }) => id),
  )
  const named: HeldTicket[] = []
  for (const [index, { id, number }] of first.entries()) {
    const decided = await decideTicket(tx, id)
    const clock = customersClock(zones[index] ?? UNKNOWN_ZONES, decided?.charter, 'UTC')
    named.push({ ticket: id, number, answer: firstAnswer(decided), clock })
  }
  return { named, more: open.length - named.length }
}
