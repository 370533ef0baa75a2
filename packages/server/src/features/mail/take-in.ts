import { sql } from 'kysely'
import { detectLanguage, isMailAddress, type MailRow, type Reference } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import type { ToAcknowledge } from '../acknowledgements/index.ts'
import { versionInForce } from '../charters/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { findOrAddCustomers } from '../people/index.ts'
import {
  type NewMessage,
  type NewRequest,
  openRequests,
  type ReceivedMessage,
  receiveMessage,
} from '../tickets/index.ts'
import type { Verdict } from './judge-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'

export interface TakenIn {
  readonly ticket: string
  readonly number: number
  /** Id of the message's event. */
  readonly event: string
  readonly isNew: boolean
  /** Its Message-ID on the ticket, to be noted. */
  readonly reference: Reference | undefined
  /** To be acknowledged, once all that is taken in with it is on its ticket. */
  readonly toAcknowledge: ToAcknowledge | undefined
}

export interface TakeInOptions {
  readonly keys: Keys
  readonly publicUrl: string
  readonly mailbox: Mailbox
}

/** Characters of a mail by which its language is told. */
const ENOUGH_TO_TELL = 5_000

/** A mail that is a new matter. */
export interface NewMatter extends TakeInOptions {
  readonly row: MailRow
  readonly prepared: PreparedMail
}

/** Opens tickets for mails that are new matters, in few statements however many; answers in their order. */
export async function openForMails(tx: Transaction, matters: readonly NewMatter[]): Promise<readonly TakenIn[]> {
  const read: { readonly matter: NewMatter; readonly message: NewMessage; readonly languages: readonly string[] }[] = []
  for (const matter of matters) read.push({ matter, ...(await messageOf(tx, matter.row, matter.prepared)) })
  const customers = await findOrAddCustomers(
    tx,
    read.map(({ message: { from, language } }) => ({
      ...(from === undefined ? {} : { email: from.address }),
      ...(from?.name === undefined ? {} : { name: from.name }),
      ...(language === undefined ? {} : { language }),
    })),
  )
  const opened = await openRequests(
    tx,
    read.map(({ matter: { mailbox }, message, languages }, index): NewRequest => {
      const language = message.language ?? mailbox.language ?? languages[0]
      return {
        channel: 'email',
        by: 'customer',
        customer: customers[index] ?? '',
        customerSays: { ...message.from },
        mailbox: mailbox.id,
        ...(message.at === undefined ? {} : { at: message.at }),
        ...(language === undefined ? {} : { language, facts: { language } }),
        message,
      }
    }),
  )
  return opened.map(({ ticket, number }, index) => {
    const { matter, message } = read[index] ?? missing()
    return takenIn(matter, message, { ticket, number, seq: tx.heads.of(ticket).seq, isNew: true })
  })
}

/** Adds a mail to the ticket that it belongs to. */
export async function addToTicket(
  tx: Transaction,
  matter: NewMatter,
  verdict: Extract<Verdict, { readonly outcome: 'appended' }>,
): Promise<TakenIn> {
  const { row, prepared } = matter
  const { message } = await messageOf(tx, row, prepared)
  const doubt = message.doubt ?? (verdict.isStranger ? 'not-a-participant' : undefined)
  const taken = await receiveMessage(tx, verdict.ticket, {
    ...message,
    ...(doubt === undefined ? {} : { doubt }),
    ...(verdict.automatic ? { automatic: true } : {}),
  })
  if (taken === undefined) throw new Error(`the mail ${row.id} was taken in before`)
  return takenIn(matter, message, taken)
}

function takenIn(
  { row, prepared: { mail }, mailbox, ...desk }: NewMatter,
  { id }: NewMessage,
  on: ReceivedMessage,
): TakenIn {
  const { ticket, number, seq, isNew } = on
  // Nobody reads what is sent to a machine, and a doubtful sender may be anybody.
  const isTold = isNew && mail.automatic === null && mail.fromIsDoubtful === null
  return {
    ticket,
    number,
    event: id ?? `mail-${row.id}`,
    isNew,
    reference: mail.messageId === null ? undefined : { messageId: mail.messageId, ticket, seq },
    toAcknowledge: isTold ? { ticket, number, ...desk, mailboxAddress: mailbox.address } : undefined,
  }
}

/** What a mail says, as a ticket takes it, and the languages that the workspace speaks. */
async function messageOf(
  tx: Transaction,
  row: MailRow,
  prepared: PreparedMail,
): Promise<{ readonly message: NewMessage; readonly languages: readonly string[] }> {
  const { mail, fresh, quoted, html, attachments } = prepared
  const charter = await versionInForce(tx, row.receivedAt)
  const languages = charter?.document.languages ?? (await languagesOf(tx))
  const language = detectLanguage(`${mail.subject}\n${fresh}`.slice(0, ENOUGH_TO_TELL), languages)
  const sender = senderOf(row, prepared)
  const message: NewMessage = {
    id: `mail-${row.id}`,
    at: row.receivedAt,
    channel: 'email',
    mail: row.id,
    subject: mail.subject,
    text: fresh,
    quoted,
    attachments,
    ...(html === undefined ? {} : { html }),
    ...(language === undefined ? {} : { language }),
    ...(sender === undefined ? {} : { from: sender }),
    ...(mail.fromIsDoubtful === null ? {} : { doubt: mail.fromIsDoubtful }),
  }
  return { message, languages }
}

function missing(): never {
  throw new Error('a ticket was not opened')
}

/** Of the workspace, where no charter names any. */
async function languagesOf(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ languages: string[] }>`
    select languages from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  return rows[0]?.languages ?? []
}

/** Whom it says it is from; where it says nothing, whom the envelope names. */
function senderOf({ envelopeFrom }: MailRow, { mail }: PreparedMail): { address: string; name?: string } | undefined {
  const address = mail.from?.address ?? envelopeFrom
  if (!isMailAddress(address)) return undefined
  const name = mail.from?.name ?? ''
  return { address, ...(name === '' ? {} : { name }) }
}
