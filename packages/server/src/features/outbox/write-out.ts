import { sql } from 'kysely'
import type { BlobStore } from '../../blobs/index.ts'
import {
  addressOfForward,
  addressToAnswer,
  addressWithToken,
  composeMail,
  type Envelope,
  isOurMessageId,
  lastDayOf,
  ourMessageId,
  referencesOf,
  signMail,
} from '../../channels/email/index.ts'
import type { JsonObject, Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { signingKeys } from '../mail-keys/index.ts'
import { type Mailbox, mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { filesOf, readFiles } from './files-of-mail.ts'
import { isOfPerson, type OutgoingMail, readOutgoingMail } from './outgoing-mail.ts'

export interface OutboxRow {
  readonly id: string
  readonly kind: string
  readonly ticket_id: string | null
  readonly payload: JsonObject
}

/** A mail of ours as it leaves. */
export interface WrittenMail {
  readonly envelope: Envelope
  readonly messageId: string
  readonly mail: OutgoingMail
  /** Id of the mailbox that it is sent from. */
  readonly mailbox: string
  /** It carries files, which make it large. */
  readonly hasFiles: boolean
  /**
   * Signed where its domain has a key; the same each time it is called. Throws MailRefused where a file of it is lost, or is
   * not what it was: without it the mail would say something else.
   */
  bytes(blobs: BlobStore): Promise<Buffer>
}

/**
 * Makes a mail of a row of the outbox: sent from its mailbox, with the ticket's token in the addresses that answers and
 * bounces come back to, as an answer to the customer's last mail, signed by the keys of its domain. Where its mailbox was
 * removed since, the one that answers sends it. Undefined where there is none. `hidesSigns`: without the address that only its
 * reader may know.
 */
export async function writeOut(
  tx: Transaction,
  keys: Keys,
  row: OutboxRow,
  { hidesSigns = false }: { readonly hidesSigns?: boolean } = {},
): Promise<WrittenMail | undefined> {
  const mail = readOutgoingMail(row.payload)
  const mailbox = await mailboxToAnswerFrom(tx, mail.mailbox)
  if (mailbox === undefined) return undefined
  const { address } = mailbox
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const messageId = ourMessageId(keys, tx.workspace, row.id, domain)
  const back = await wayBack(tx, keys, row, mailbox)
  const { ticket_id: ticket } = row
  const references = ticket === null ? [] : await threadOf(tx, keys, row, mail, domain)
  const inReplyTo = references.findLast((id) => !isOurMessageId(keys, tx.workspace, id)) ?? references.at(-1)
  const byMachine = !isOfPerson(row.kind)
  const files = await filesOf(tx, mail, ticket)
  const signers = await signingKeys(tx, keys, address)
  return {
    envelope: { from: back, to: [mail.to] },
    messageId,
    mail,
    mailbox: mailbox.id,
    hasFiles: files.length > 0,
    bytes: async (blobs) => {
      const unsigned = await composeMail({
        from: address,
        fromName: mail.from_name ?? mailbox.name,
        to: mail.to,
        toName: mail.to_name,
        addressed: mail.forward,
        replyTo: hidesSigns ? back : (answerAddress(tx, keys, mail, mailbox) ?? back),
        subject: references.length === 0 ? withoutReply(mail.subject) : mail.subject,
        text: mail.text,
        signature: mail.signature,
        footer: mail.footer,
        direction: mail.direction,
        html: mail.html,
        messageId,
        inReplyTo,
        references: references.filter((id) => id !== messageId),
        date: mail.date,
        ...(byMachine ? { autoSubmitted: row.kind === 'acknowledgement' ? 'auto-replied' : 'auto-generated' } : {}),
        language: mail.language,
        attachments: await readFiles(blobs, tx.workspace, files),
      })
      return signMail(unsigned, signers, mail.date)
    },
  }
}

/** So long is the address of a mail good for an answer. */
const DAYS_TO_ANSWER = 14

function answerAddress(
  { workspace }: Transaction,
  keys: Keys,
  { answer_as, date }: OutgoingMail,
  { address, takesPlus }: Mailbox,
): string | undefined {
  if (answer_as === undefined || !takesPlus) return undefined
  return addressToAnswer(keys, address, { workspace, ...answer_as, day: lastDayOf(date, DAYS_TO_ANSWER) })
}

/** What answers no mail, such as a call or a form, does not pretend to: receivers count that for spam. */
function withoutReply(subject: string): string {
  return subject.replace(/^re\s*:\s*/iu, '')
}

/** The mails that one follows: of what is forwarded those that went to and came from the same recipient, and nothing of the customer's. */
async function threadOf(
  tx: Transaction,
  keys: Keys,
  { id, kind, ticket_id: ticket }: OutboxRow,
  { seq, to }: OutgoingMail,
  domain: string,
): Promise<readonly string[]> {
  if (ticket === null) return []
  if (kind !== 'forward') return referencesOf(tx, ticket, seq)
  const { rows } = await sql<{ outbox: string; answers: readonly string[] | null }>`
    select o.id as outbox,
           (select json_agg(m.message_id order by m.received_at, m.id) from inbound_mail m
              join event e on e."workspace_id" = ${tx.workspace} and e.ticket_id = ${ticket} and e.id = m.event_id
             where m."workspace_id" = ${tx.workspace} and m.ticket_id = ${ticket} and m.message_id is not null
               and e.type = 'note.received' and e.envelope ->> 'answers' = o.id::text) as answers
      from outbox o
     where o."workspace_id" = ${tx.workspace} and o.ticket_id = ${ticket} and o.kind = 'forward' and o.id < ${id}
       and lower(o.payload ->> 'to') = ${to.toLowerCase()}
     order by o.id desc limit ${MOST_FOLLOWED}`.execute(tx.db)
  return rows
    .toReversed()
    .flatMap(({ outbox, answers }) => [ourMessageId(keys, tx.workspace, outbox, domain), ...(answers ?? [])])
}

/** Headers of mail may not grow for ever. */
const MOST_FOLLOWED = 5

async function wayBack(
  tx: Transaction,
  keys: Keys,
  { id, kind, ticket_id }: OutboxRow,
  { address, takesPlus }: Mailbox,
): Promise<string> {
  // Else the mail is found by the Message-ID of ours that an answer or a report names.
  if (ticket_id === null || !takesPlus) return address
  const ticket = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket_id)
    .executeTakeFirstOrThrow()
  const { workspace } = tx
  const { number } = ticket
  if (kind === 'forward') return addressOfForward(keys, address, { workspace, number, outbox: id })
  return addressWithToken(keys, address, { workspace, ticket: ticket.id, number })
}
