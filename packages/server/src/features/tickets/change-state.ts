import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Author } from './author.ts'
import { becomeState, type NewState } from './become-state.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * Another state by hand. No ticket becomes new again; closed is what was solved; out of closed leads only open. Solving
 * without a message since the customer's last is allowed, and fulfils nothing unless the charter's reason is named (SPEC
 * K7, K8): the decision in the answer says so. Solving a reopened ticket with such a reason undoes the reopening (K9).
 * Throws `cannot-be`.
 */
export async function changeState(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  next: NewState,
): Promise<void> {
  const { to } = next
  const { state } = ticket
  if (to !== state) {
    if (to === 'new') throw cannot(to, 'A ticket is new only until somebody works on it. Choose open.')
    if (to === 'closed' && state !== 'solved')
      throw cannot(to, `Only a solved ticket can be closed; this one is ${state}. Solve it first.`)
    if (state === 'closed' && to !== 'open')
      throw cannot(to, `A closed ticket can only be opened again, not become ${to}.`)
  }
  await becomeState(tx, ticket, author, next)
}

function cannot(typed: string, message: string): Refusal {
  return new Refusal('cannot-be', message, { at: [{ path: 'to', message, typed }] })
}
