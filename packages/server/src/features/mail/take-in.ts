import { sql } from 'kysely'
import { detectLanguage, isMailAddress, type MailRow, type Reference } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import type { ToAcknowledge } from '../acknowledgements/index.ts'
import { versionInForce } from '../charters/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { type NewMessage, openRequest, receiveMessage } from '../tickets/index.ts'
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

/** Opens a ticket for a mail, or adds it to the one that it belongs to. */
export async function takeIn(
  tx: Transaction,
  options: TakeInOptions,
  row: MailRow,
  prepared: PreparedMail,
  verdict: Exclude<Verdict, { readonly outcome: 'suppressed' }>,
): Promise<TakenIn> {
  const { mail, fresh, quoted, html, attachments } = prepared
  const charter = await versionInForce(tx, row.receivedAt)
  const languages = charter?.document.languages ?? (await languagesOf(tx))
  const language = detectLanguage(`${mail.subject}\n${fresh}`.slice(0, ENOUGH_TO_TELL), languages)
  const sender = senderOf(row, prepared)
  const doubt =
    mail.fromIsDoubtful ?? (verdict.outcome === 'appended' && verdict.isStranger ? 'not-a-participant' : null)
  const event = `mail-${row.id}`
  const message: NewMessage = {
    id: event,
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
    ...(doubt === null ? {} : { doubt }),
    ...(verdict.outcome === 'appended' && verdict.automatic ? { automatic: true } : {}),
  }
  const taken =
    verdict.outcome === 'appended'
      ? await receiveMessage(tx, verdict.ticket, message)
      : await openNew(tx, options.mailbox, message, language ?? options.mailbox.language ?? languages[0])
  if (taken === undefined) throw new Error(`the mail ${row.id} was taken in before`)
  const { ticket, number, seq, isNew } = taken
  // Nobody reads what is sent to a machine, and a doubtful sender may be anybody.
  const isTold = isNew && mail.automatic === null && mail.fromIsDoubtful === null
  const { mailbox, ...desk } = options
  return {
    ticket,
    number,
    event,
    isNew,
    reference: mail.messageId === null ? undefined : { messageId: mail.messageId, ticket, seq },
    toAcknowledge: isTold ? { ticket, number, ...desk, mailboxAddress: mailbox.address } : undefined,
  }
}

async function openNew(tx: Transaction, mailbox: Mailbox, message: NewMessage, language: string | undefined) {
  const { from } = message
  const customer = await findOrAddCustomer(tx, {
    ...(from === undefined ? {} : { email: from.address }),
    ...(from?.name === undefined ? {} : { name: from.name }),
    ...(message.language === undefined ? {} : { language: message.language }),
  })
  const opened = await openRequest(tx, {
    channel: 'email',
    by: 'customer',
    customer,
    customerSays: { ...from },
    mailbox: mailbox.id,
    ...(message.at === undefined ? {} : { at: message.at }),
    ...(language === undefined ? {} : { language, facts: { language } }),
    message,
  })
  return { ...opened, seq: tx.heads.of(opened.ticket).seq, isNew: true }
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
