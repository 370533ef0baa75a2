import type { Direction } from '@avow/contract'
import type { TicketState } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { closingText } from '../disputes/index.ts'
import { keepAttachments, withIds } from './append-message.ts'
import { assignTicket } from './assign-ticket.ts'
import { type Author, byAuthor } from './author.ts'
import { becomeState } from './become-state.ts'
import type { NewAttachment } from './new-message.ts'
import { sendReply } from './send-reply.ts'
import { ownerOfWords, type TicketAtHand } from './ticket-at-hand.ts'

export interface Reply {
  readonly text: string
  /** Seq of the last event that the writer saw. */
  readonly seen: number
  /** Send although somebody wrote since. */
  readonly anyway: boolean
  /** The state after it. Left out: waiting-for-customer, but what is solved or closed stays so. */
  readonly state?: Exclude<TicketState, 'new' | 'closed'> | undefined
  /** The way that it is written; null or left out: that of each paragraph's first letter. */
  readonly direction?: Direction | null
  /** What goes along, safe to be sent. */
  readonly files?: readonly NewAttachment[]
  /** Id of its event, which no other has; made where left out. */
  readonly event?: string
}

/** Channels on which a reply is nothing unless it is sent. */
const WRITTEN = ['email', 'form']
const NO_ADDRESS = 'The customer has no e-mail address: reach them another way, and write down what you said as a note.'
const NO_MAILBOX = 'This workspace has no mailbox to send from: add one, then send your answer.'

/**
 * An answer to the customer: said, sent where they have an address, and the ticket waits for them. Who answers what nobody
 * has takes it. Throws `ticket-moved` where somebody else wrote since `seen`, and `no-address` where it could not leave;
 * both keep the text. What settles a complaint carries the dispute body of its charter.
 */
export async function replyToTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { text: written, seen, anyway, state, event, direction = null, files = [] }: Reply,
  { publicUrl, store }: Pick<Desk, 'publicUrl' | 'store'>,
): Promise<void> {
  if (!anyway && (await hasMoved(tx, ticket, author, seen)))
    throw new Refusal('ticket-moved', 'Somebody wrote since you looked. Read it, then send your answer or change it.', {
      seq: ticket.seq,
      kept: written,
    })
  const { customer } = ticket
  const id = event ?? tx.newId()
  const text = state === 'solved' ? await closingText(tx, ticket, written) : written
  const address = customer?.email ?? undefined
  const attached = withIds(tx, files)
  const reply = { event: id, text, direction, publicUrl, files: attached.map((file) => file.id) }
  const outbox = address === undefined ? undefined : await sendReply(tx, ticket, author, { ...reply, to: address })
  if (outbox === undefined && WRITTEN.includes(ticket.channel ?? ''))
    throw new Refusal('no-address', address === undefined ? NO_ADDRESS : NO_MAILBOX, { kept: written })
  if (ticket.assignee_id === null && author.person !== undefined)
    await assignTicket(tx, ticket, author, { to: author.person }, { store })
  const owner = ownerOfWords(ticket, author)
  const sent = await tx.append({
    id,
    ticket: ticket.id,
    type: 'message.sent',
    ...byAuthor(author),
    fields: { ...(outbox === undefined ? {} : { outbox }), ...(direction === null ? {} : { direction }) },
    content: [{ part: 'text', person: owner, value: text }],
  })
  if (sent !== undefined) await keepAttachments(tx, sent, owner, attached)
  const to = state ?? (ticket.state === 'solved' || ticket.state === 'closed' ? ticket.state : 'waiting-for-customer')
  if (to !== ticket.state) await becomeState(tx, ticket, author, { to })
  if (customer !== undefined) await noteAnswered(tx, customer.id)
}

/** Did the customer, or somebody else of the desk, write since? What a machine wrote does not count. */
async function hasMoved(
  tx: Transaction,
  { id }: TicketAtHand,
  { person, machine }: Author,
  seen: number,
): Promise<boolean> {
  const since = await tx.db
    .selectFrom('event as e')
    .leftJoin('person_key as k', (join) =>
      join
        .on('k.workspace_id', '=', tx.workspace)
        .onRef('k.workspace_id', '=', 'e.workspace_id')
        .onRef('k.ticket_id', '=', 'e.ticket_id')
        .onRef('k.key', '=', 'e.person'),
    )
    .select(['e.type', 'e.envelope', 'k.person_id'])
    .where('e.workspace_id', '=', tx.workspace)
    .where('e.ticket_id', '=', id)
    .where('e.seq', '>', seen)
    .where('e.type', 'in', ['message.received', 'message.sent'])
    .execute()
  return since.some(({ type, envelope, person_id }) => {
    if (type === 'message.received') return envelope['automatic'] !== true
    return person === undefined ? envelope['by'] !== `agent:${machine}` : person_id !== person
  })
}

/** From the first time a person of ours wrote to them. */
async function noteAnswered(tx: Transaction, customer: string): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ answered_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', customer)
    .where('answered_at', 'is', null)
    .execute()
}
