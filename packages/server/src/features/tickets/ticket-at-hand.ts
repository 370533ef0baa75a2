import type { TicketState } from '@avow/core'
import { type Store, type Transaction, together, transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Author } from './author.ts'

/** A ticket whose row is locked: what commands look at before they act. */
export interface TicketAtHand {
  readonly id: string
  readonly number: number
  readonly state: TicketState
  /** Of its last event. */
  readonly seq: number
  readonly channel: string | null
  readonly language: string | null
  readonly mailbox_id: string | null
  readonly assignee_id: string | null
  readonly team: string | null
  readonly charter_hash: string | null
  readonly is_spam: boolean
  readonly is_demo: boolean
  /** The ticket that it was merged into. */
  readonly merged_id: string | null
  /** Undefined where nobody is known, or who was known is erased. */
  readonly customer: Customer | undefined
}

interface Customer {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
  readonly language: string | null
}

/** The id of the ticket of this number. Throws `not-found`. */
export async function ticketOfNumber(tx: Transaction, number: number): Promise<string> {
  const found = await tx.db
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('number', '=', number)
    .executeTakeFirst()
  if (found === undefined) throw noTicket(number)
  return found.id
}

function noTicket(number: number): Refusal {
  return new Refusal('not-found', `There is no ticket ${number} in this workspace.`)
}

/**
 * Runs a command on the ticket of a number, with its row locked before the clock is read: of two at once the second sees
 * what the first did. Throws `not-found`.
 */
export async function onTicket<T>(
  store: Store,
  workspace: string,
  number: number,
  work: (tx: Transaction, ticket: TicketAtHand) => Promise<T>,
): Promise<T> {
  return onTicketWith(store, workspace, number, async () => undefined, work)
}

/** The same where more is read together with the ticket, without waiting for it: `read` has its number alone. */
export async function onTicketWith<B, T>(
  store: Store,
  workspace: string,
  number: number,
  read: (tx: Transaction) => Promise<B>,
  work: (tx: Transaction, ticket: TicketAtHand, beside: B) => Promise<T>,
): Promise<T> {
  const first = (tx: Transaction) => together([findAtHand(tx, { number }), read(tx)])
  return transaction(store, { workspace, numbers: [number], first }, async (tx, [ticket, beside]) => {
    if (ticket === undefined) throw noTicket(number)
    return work(tx, ticket, beside)
  })
}

/** The same on two tickets, locked together so that no other two of them wait for each other. */
export function onTwoTickets<T>(
  store: Store,
  workspace: string,
  [one, other]: readonly [number, number],
  work: (tx: Transaction, one: TicketAtHand, other: TicketAtHand) => Promise<T>,
): Promise<T> {
  return transaction(store, { workspace, numbers: [...new Set([one, other])] }, async (tx) => {
    const find = async (number: number) => {
      const found = await findAtHand(tx, { number })
      if (found === undefined) throw noTicket(number)
      return found
    }
    return work(tx, await find(one), await find(other))
  })
}

/** The ticket of a number, which is not locked: to be looked at. Throws `not-found`. */
export async function lookAtTicket(tx: Transaction, number: number): Promise<TicketAtHand> {
  const found = await findAtHand(tx, { number })
  if (found === undefined) throw noTicket(number)
  return found
}

/** Throws `ticket-merged` where the matter goes on in another ticket: what is done about it is done there. */
export async function refuseMerged(tx: Transaction, { merged_id, number }: TicketAtHand): Promise<void> {
  if (merged_id === null) return
  const into = await findAtHand(tx, { id: merged_id })
  const goesOn = into === undefined ? 'It was merged into another.' : `It was merged into ticket ${into.number}.`
  throw new Refusal('ticket-merged', `Ticket ${number} is closed. ${goesOn} Go on there.`)
}

/** The same on a ticket that is known by its id. */
export function onTicketOfId<T>(
  store: Store,
  workspace: string,
  id: string,
  work: (tx: Transaction, ticket: TicketAtHand) => Promise<T>,
): Promise<T> {
  return transaction(store, { workspace, tickets: [id] }, async (tx) => work(tx, await readAtHand(tx, id)))
}

/** A ticket of the workspace by its id; its row is locked only where the transaction locked it. */
export async function readAtHand(tx: Transaction, id: string): Promise<TicketAtHand> {
  const found = await findAtHand(tx, { id })
  if (found === undefined) throw new Error(`the workspace ${tx.workspace} has no ticket ${id}`)
  return found
}

type Found = Omit<TicketAtHand, 'customer'> &
  Pick<Customer, 'name' | 'email'> & { readonly customer: string | null; readonly spoken: string | null }

async function findAtHand(
  { read, workspace }: Transaction,
  which: { readonly id: string } | { readonly number: number },
): Promise<TicketAtHand | undefined> {
  const [id, number] = 'id' in which ? [which.id, null] : [null, which.number]
  const [row] = await read<Found>`
    select t.id, t.number, t.state, t.seq, t.channel, t.language, t.mailbox_id, t.assignee_id, t.team, t.charter_hash,
           t.is_spam, t.is_demo, t.merged_id, c.id as customer, c.name, c.email, c.language as spoken
      from ticket t
      left join person c on c."workspace_id" = ${workspace} and c.id = t.customer_id
     where t."workspace_id" = ${workspace} and (t.id = ${id}::uuid or t.number = ${number}::bigint)`
  if (row === undefined) return undefined
  const { customer, name, email, spoken, ...ticket } = row
  return { ...ticket, customer: customer === null ? undefined : { id: customer, name, email, language: spoken } }
}

/** Whose a text on the ticket is: the customer's, and is erased with them; else its author's. */
export function ownerOfWords({ customer }: TicketAtHand, { person }: Author): string {
  const owner = customer?.id ?? person
  if (owner === undefined)
    throw new Refusal('cannot-be', 'The customer of this ticket was erased: only somebody signed in can write on it.')
  return owner
}
