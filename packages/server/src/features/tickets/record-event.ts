import { nearest } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Author, byAuthor } from './author.ts'
import { charterOf } from './become-state.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

export interface DeclaredEvent {
  readonly type: string
  /** Tells several apart: the number of the repair, of the call. */
  readonly key?: string | undefined
  /** Given by who says it: said again, nothing happens. */
  readonly id?: string | undefined
}

/** Bounds the work of comparing names. */
const COMPARISONS = 1000

/** Something that the charter declares happened, now. Throws `no-charter`, and `cannot-be` for a type it does not declare. */
export async function recordEvent(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { type, key, id }: DeclaredEvent,
): Promise<void> {
  const charter = await charterOf(tx, ticket)
  if (charter === undefined)
    throw new Refusal('no-charter', 'No charter was in force when this ticket was opened: it declares no events.')
  const { events } = charter.document
  if (!events.has(type)) {
    const near = nearest(type, events.keys(), { left: COMPARISONS })
    const hint = near === undefined ? `It has: ${[...events.keys()].join(', ')}.` : `Did you mean “${near}”?`
    const message = `The charter declares no event “${type}”. ${hint}`
    throw new Refusal('cannot-be', message, { at: [{ path: 'type', message, typed: type }] })
  }
  await tx.append({
    // Apart from the ids that we make, so that nobody can take one of those.
    id: id === undefined ? tx.newId() : `event-${id}`,
    ticket: ticket.id,
    type,
    ...byAuthor(author),
    fields: key === undefined ? {} : { key },
  })
}
