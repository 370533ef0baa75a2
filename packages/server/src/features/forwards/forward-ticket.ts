import type { Entry } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { decideTicket } from '../commitments/index.ts'
import { sendMails } from '../outbox/index.ts'
import { findOrAddOutsiders } from '../people/index.ts'
import {
  type Author,
  answersAs,
  byAuthor,
  type KeptRecipient,
  keepAttachments,
  ownerOfWords,
  RECIPIENT,
  subjectOf,
  type TicketAtHand,
  withIds,
} from '../tickets/index.ts'
import { filesToForward } from './files-to-forward.ts'
import { refuseTooMany } from './forward-limit.ts'
import { messagesToForward } from './messages-to-forward.ts'
import { recipientsOf } from './recipients.ts'
import { refuseRecipients } from './refuse-recipients.ts'
import { writeForward } from './write-forward.ts'

export interface Forward {
  readonly to: readonly string[]
  readonly cc: readonly string[]
  /** Of who forwards it; may be empty. */
  readonly text: string
  /** Ids of events; left out: the whole conversation. */
  readonly messages?: readonly string[] | undefined
  readonly language?: string | undefined
  /** Ids of attachments of those messages, which go along. */
  readonly files?: readonly string[] | undefined
}

/** Characters of messages in one mail: beyond, mail programs and people give up. */
const MOST_CHARACTERS = 200_000

/**
 * Forwards messages of a ticket to people outside, each by a mail of their own that comes back to an address of their own.
 * It is no answer: the customer is told nothing, no promise is kept by it and no clock stands still. Throws `not-outside`, `not-forwarded`,
 * `too-many`, `file-refused` and `file-gone`, and `no-address` where there is no mailbox to send from; all keep the text.
 */
export async function forwardTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  forward: Forward,
  { publicUrl, mailLimits, blobs }: Pick<Desk, 'publicUrl' | 'mailLimits' | 'blobs'>,
): Promise<void> {
  const recipients = recipientsOf(forward)
  await refuseRecipients(tx, ticket, recipients)
  const messages = await messagesToForward(tx, ticket, forward.messages)
  refuseTooLong(messages)
  const wanted = { messages, files: forward.files ?? [], kept: forward.text }
  const files = withIds(tx, await filesToForward(tx, blobs, wanted))
  const writer = author.person ?? author.machine
  await refuseTooMany(tx, writer, recipients.length, mailLimits)
  const as = await answersAs(tx, ticket, author, forward.language)
  if (as === undefined)
    throw new Refusal('no-address', 'This workspace has no mailbox to send from: add one, then forward it.', {
      kept: forward.text,
    })
  const { mailbox, fromName, language, signature } = as
  const mail = writeForward({
    number: ticket.number,
    subject: await subjectOf(tx, ticket),
    text: forward.text,
    signature,
    language,
    zone: (await decideTicket(tx, ticket.id))?.charter.zone.name ?? 'UTC',
    messages,
    attached: new Set(wanted.files),
    customer: ticket.customer?.name ?? null,
    us: mailbox.name,
    publicUrl,
  })
  const id = tx.newId()
  const addresses = (as: 'to' | 'cc') => recipients.flatMap((each) => (each.as === as ? [each.address] : []))
  const addressed = { to: addresses('to'), cc: addresses('cc'), author: writer }
  const outboxes = await sendMails(
    tx,
    recipients.map(({ address }, index) => ({
      kind: 'forward',
      once: `${id}/${index}`,
      ticket: ticket.id,
      to: address,
      ...(fromName === undefined ? {} : { fromName }),
      ...mail,
      language,
      mailbox: mailbox.id,
      event: id,
      forward: addressed,
      files: files.map((file) => file.id),
    })),
  )
  const persons = await findOrAddOutsiders(
    tx,
    recipients.map(({ address }) => ({ email: address })),
  )
  const kept = recipients.map(
    ({ address, as }, index): KeptRecipient => ({ address, as, outbox: outboxes[index] ?? '' }),
  )
  // Copies of the customer's files are theirs, and are erased with them.
  const owner = forward.text === '' && files.length === 0 ? undefined : ownerOfWords(ticket, author)
  const forwarded = await tx.append({
    id,
    ticket: ticket.id,
    type: 'ticket.forwarded',
    ...byAuthor(author),
    fields: { outboxes, messages: messages.map((message) => message.id) },
    persons: owner === undefined ? {} : { words_of: owner },
    content: [
      ...(forward.text === '' || owner === undefined ? [] : [{ part: 'text', person: owner, value: forward.text }]),
      ...kept.map((recipient, index) => ({
        part: `${RECIPIENT}${index + 1}`,
        person: persons[index] ?? '',
        value: { ...recipient },
      })),
    ],
  })
  if (forwarded !== undefined && owner !== undefined) await keepAttachments(tx, forwarded, owner, files)
}

function refuseTooLong(messages: readonly Entry[]): void {
  const characters = messages.reduce((sum, { text }) => sum + (text ?? '').length, 0)
  if (characters > MOST_CHARACTERS)
    throw new Refusal('not-forwarded', 'This is too much for one mail: forward fewer messages at a time.')
}
