import { moveReferences } from '../../channels/email/index.ts'
import { mergeChain, type Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { previewAnew } from '../previews/index.ts'
import { appendMessage } from './append-message.ts'
import { type Author, byAuthor } from './author.ts'
import { followMail } from './follow-mail.ts'
import { type MovableMessage, messagesToMove } from './messages-to-move.ts'
import { openRequest } from './open-request.ts'
import { refuseMerged, type TicketAtHand } from './ticket-at-hand.ts'

export interface Move {
  /** Ids of their events. */
  readonly messages: readonly string[]
  /** They may go to a ticket of somebody who did not write them. */
  readonly other_customer: boolean
}

/**
 * Moves messages of a customer to another ticket, or to a new one that follows theirs: there they count from their own
 * instants, here they are as if they had never been (SPEC E13). Their words, files and Message-IDs go with them; the log
 * keeps the envelopes, and says what went where. Who wrote them is the customer of a new ticket. Nothing is sent. The rows
 * of both must be locked. Answers the number of the ticket that they are on. Throws `cannot-be`, `ticket-merged`,
 * `other-customer`.
 */
export async function moveMessages(
  tx: Transaction,
  ticket: TicketAtHand,
  target: TicketAtHand | undefined,
  author: Author,
  { messages: ids, other_customer }: Move,
): Promise<number> {
  const messages = await messagesToMove(tx, ticket, ids)
  const writer = await writerOf(tx, ticket, messages)
  if (target !== undefined) await checkTarget(tx, ticket, target, writer, other_customer)
  const onto = await putOn(tx, { ticket, target, writer, messages })
  // Those that the messages of a merged ticket are judged on hear of it, and are judged anew.
  const logs = (await mergeChain(tx, ticket)).map(({ id }) => id)
  await tx.appendMade(
    logs.flatMap((log) =>
      messages.map(({ id }) => ({
        id: tx.newId(),
        ticket: log,
        type: 'message.moved',
        ...byAuthor(author),
        fields: { message: id, into: onto.ticket, into_number: onto.number },
      })),
    ),
  )
  const moved = messages.map(({ seq }, index) => ({
    from: { ticket: ticket.id, seq },
    to: { ticket: onto.ticket, seq: onto.messages[index]?.seq ?? 0 },
  }))
  await takeWords(
    tx,
    ticket.id,
    messages.map(({ seq }) => seq),
  )
  await previewAnew(tx, ticket.id)
  await moveReferences(tx, moved)
  await followMail(
    tx,
    ticket,
    onto.ticket,
    messages.map(({ id }, index) => ({ was: id, is: onto.messages[index]?.id ?? '' })),
  )
  return onto.number
}

/** Who wrote them: by the address that they came from, else the customer of the ticket. One alone. */
async function writerOf(tx: Transaction, ticket: TicketAtHand, messages: readonly MovableMessage[]): Promise<string> {
  const writers = new Set<string>()
  for (const { from } of messages.map(({ message }) => message)) {
    const isCustomer = from === undefined || from.address.toLowerCase() === ticket.customer?.email
    if (isCustomer && ticket.customer !== undefined) writers.add(ticket.customer.id)
    else if (from !== undefined)
      writers.add(
        await findOrAddCustomer(tx, {
          email: from.address,
          ...(from.name === undefined ? {} : { name: from.name }),
          isDemo: ticket.is_demo,
        }),
      )
    else throw cannot('messages', 'Nobody is known who wrote this: it stays where it is.')
  }
  const [writer, another] = writers
  if (writer === undefined || another !== undefined)
    throw cannot('messages', 'These messages are of several people. Move those of one at a time.')
  return writer
}

async function checkTarget(
  tx: Transaction,
  ticket: TicketAtHand,
  target: TicketAtHand,
  writer: string,
  other_customer: boolean,
): Promise<void> {
  if (target.id === ticket.id) throw cannot('to', 'The messages are on this ticket already.', target)
  await refuseMerged(tx, target)
  if (target.state === 'closed')
    throw cannot('to', `Ticket ${target.number} is closed. Open it again first, or take a new ticket.`, target)
  if (target.is_spam) throw cannot('to', `Ticket ${target.number} is marked as spam.`, target)
  if (target.customer?.id !== writer && !other_customer)
    throw new Refusal(
      'other-customer',
      `Who wrote this is not the customer of ticket ${target.number}. Answers go to that customer alone.`,
    )
}

interface Putting {
  readonly ticket: TicketAtHand
  readonly target: TicketAtHand | undefined
  readonly writer: string
  readonly messages: readonly MovableMessage[]
}

interface PutOn {
  readonly ticket: string
  readonly number: number
  /** Their events there, in the order of the messages. */
  readonly messages: readonly { readonly id: string; readonly seq: number }[]
}

async function putOn(tx: Transaction, { ticket, target, writer, messages }: Putting): Promise<PutOn> {
  const isTheirs = target === undefined || target.customer?.id === writer
  const news = messages.map(({ message, id }) => {
    const { doubt, ...rest } = message
    const kept = doubt === 'not-a-participant' ? undefined : doubt
    const told = isTheirs ? kept : (kept ?? 'not-a-participant')
    return {
      ...rest,
      ...(told === undefined ? {} : { doubt: told }),
      id: tx.newId(),
      movedFrom: { ticket: ticket.id, number: ticket.number, message: id },
    }
  })
  const [first, ...others] = news
  if (first === undefined) throw new Error('there is no message to move')
  const channel = first.channel ?? ticket.channel ?? 'email'
  const put: { id: string; seq: number }[] = []
  let onto = target === undefined ? undefined : { ticket: target.id, number: target.number }
  if (onto === undefined) {
    const language = first.language ?? ticket.language ?? undefined
    onto = await openRequest(tx, {
      channel,
      by: 'customer',
      customer: writer,
      customerSays: { ...first.from },
      at: first.at,
      follows: ticket.id,
      isDemo: ticket.is_demo,
      ...(language === undefined ? {} : { language }),
      ...(ticket.mailbox_id === null ? {} : { mailbox: ticket.mailbox_id }),
      message: first,
    })
    put.push({ id: first.id, seq: tx.heads.of(onto.ticket).seq })
  } else others.unshift(first)
  for (const message of others) {
    const event = await appendMessage(tx, { ticket: onto.ticket, customer: writer, channel }, message)
    if (event === undefined) throw new Error('a message was not moved')
    put.push({ id: event.id, seq: event.seq })
  }
  return { ...onto, messages: put }
}

/** Words and files stand once: where their message is now. The envelopes keep their marks. */
async function takeWords(tx: Transaction, ticket: string, seqs: readonly number[]): Promise<void> {
  for (const table of ['attachment', 'event_content'] as const)
    await tx.db
      .deleteFrom(table)
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .where('seq', 'in', seqs)
      .execute()
}

function cannot(path: string, message: string, typed?: TicketAtHand): Refusal {
  return new Refusal('cannot-be', message, {
    at: [{ path, message, ...(typed === undefined ? {} : { typed: String(typed.number) }) }],
  })
}
