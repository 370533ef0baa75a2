import { sql } from 'kysely'
import {
  askLanguage,
  askOtherLanguage,
  isMailAddress,
  type MailRow,
  type Reference,
  type SenderProof,
} from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { raiseUnspoken, type ToAcknowledge } from '../acknowledgements/index.ts'
import { versionInForce } from '../charters/index.ts'
import { receiveForwardAnswer } from '../forwards/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { findOrAddCustomers } from '../people/index.ts'
import {
  type NewMessage,
  type NewRequest,
  openRequests,
  type ReceivedMessage,
  receiveMessage,
  receivePast,
} from '../tickets/index.ts'
import { namedBy } from './judge-imported.ts'
import type { Verdict } from './judge-mail.ts'
import { type IsOld, oldMail } from './old-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'

const HOUR = 3_600_000

export interface TakenIn {
  readonly ticket: string
  readonly number: number
  /** Id of the message's event. */
  readonly event: string
  readonly isNew: boolean
  /** The Message-IDs by which others find its ticket, to be noted. */
  readonly references: readonly Reference[]
  /** To be acknowledged, once all that is taken in with it is on its ticket. */
  readonly toAcknowledge: ToAcknowledge | undefined
  /** It would be acknowledged, but it is old: see oldMail. */
  readonly isOld: boolean
}

export interface TakeInOptions {
  readonly keys: Keys
  readonly publicUrl: string
  readonly mailbox: Mailbox
}

/** Header lists may be long. */
const MOST_NAMED = 20

/** A mail that is a new matter. */
export interface NewMatter extends TakeInOptions {
  /** Id of its ticket, where that is known before. */
  readonly ticket?: string
  readonly row: MailRow
  readonly prepared: PreparedMail
  readonly sender: SenderProof
}

/** Opens tickets for mails that are new matters, in few statements however many; answers in their order. */
export async function openForMails(tx: Transaction, matters: readonly NewMatter[]): Promise<readonly TakenIn[]> {
  const read: { readonly matter: NewMatter; readonly message: NewMessage; readonly languages: readonly string[] }[] = []
  for (const { matter, languages, language } of await languagesAsked(tx, matters))
    read.push({ matter, languages, message: messageOf(matter, await language) })
  const told = await Promise.all(
    read.map(async ({ matter, message, languages }) => ({
      language: await writtenIn(matter, message, languages),
      spoken: languages,
    })),
  )
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
    read.map(({ matter: { mailbox, row, ticket }, message, languages }, index): NewRequest => {
      const language = message.language ?? mailbox.language ?? languages[0]
      return {
        ...(ticket === undefined ? {} : { ticket }),
        channel: 'email',
        by: 'customer',
        customer: customers[index] ?? '',
        customerSays: { ...message.from },
        mailbox: mailbox.id,
        ...(message.at === undefined ? {} : { at: message.at }),
        ...(row.isImported ? { isImported: true } : {}),
        ...(language === undefined ? {} : { language, facts: { language } }),
        message,
      }
    }),
  )
  await raiseUnspoken(
    tx,
    opened.flatMap(({ ticket }, index) => {
      const { language, spoken } = told[index] ?? {}
      return language === undefined || spoken === undefined ? [] : [{ ticket, language, spoken }]
    }),
  )
  const isOld = await oldMail(tx)
  return opened.map(({ ticket, number }, index) => {
    const { matter, message } = read[index] ?? missing()
    return takenIn(matter, message, { ticket, number, seq: tx.heads.of(ticket).seq, isNew: true }, isOld)
  })
}

/** Adds a mail to the ticket that it belongs to. */
export async function addToTicket(
  tx: Transaction,
  matter: NewMatter,
  verdict: Extract<Verdict, { readonly outcome: 'appended' }>,
): Promise<TakenIn> {
  const message = await readMessage(tx, matter)
  const doubt = message.doubt ?? (verdict.isStranger ? 'not-a-participant' : undefined)
  const taken = await receiveMessage(tx, verdict.ticket, {
    ...message,
    ...(doubt === undefined ? {} : { doubt }),
    ...(verdict.automatic ? { automatic: true } : {}),
  })
  if (taken === undefined) throw new Error(`the mail ${matter.row.id} was taken in before`)
  return takenIn(matter, message, taken, await oldMail(tx))
}

/** Adds a mail to what was forwarded, which it answers; names nothing by which a customer's mail could find it. */
export async function addToForward(
  tx: Transaction,
  matter: NewMatter,
  { forward, automatic }: Extract<Verdict, { readonly outcome: 'of-forward' }>,
): Promise<{ readonly ticket: string; readonly event: string }> {
  const message = await readMessage(tx, matter)
  const doubt = message.doubt ?? (forward.isStranger ? 'not-a-participant' : undefined)
  const ticket = await receiveForwardAnswer(tx, forward, {
    ...message,
    ...(doubt === undefined ? {} : { doubt }),
    ...(automatic ? { automatic: true } : {}),
  })
  if (ticket === undefined) throw new Error(`the mail ${matter.row.id} was taken in before`)
  return { ticket, event: message.id ?? `mail-${matter.row.id}` }
}

/** Adds mails that were imported to the imported tickets that they belong to, in few statements however many. */
export async function addPastMails(
  tx: Transaction,
  mails: readonly { readonly matter: NewMatter; readonly ticket: string; readonly automatic: boolean }[],
): Promise<readonly TakenIn[]> {
  const past: { readonly matter: NewMatter; readonly ticket: string; readonly message: NewMessage }[] = []
  const asked = await languagesAsked(
    tx,
    mails.map(({ matter }) => matter),
  )
  for (const [index, { matter, ticket, automatic }] of mails.entries()) {
    const message = messageOf(matter, await asked[index]?.language)
    past.push({ matter, ticket, message: { ...message, ...(automatic ? { automatic: true } : {}) } })
  }
  const received = await receivePast(tx, past)
  const isOld = await oldMail(tx)
  return received.map((on, index) => {
    const { matter, message } = past[index] ?? missing()
    return takenIn(matter, message, on, isOld)
  })
}

function takenIn(
  { row, prepared, sender, mailbox, ...desk }: NewMatter,
  { id }: NewMessage,
  on: ReceivedMessage,
  isOld: IsOld,
): TakenIn {
  const { ticket, number, seq, isNew } = on
  const { mail } = prepared
  // Nobody reads what is sent to a machine, and a doubtful sender may be anybody.
  const isTold =
    isNew && !row.isImported && mail.automatic === null && mail.fromIsDoubtful === null && sender !== 'failed'
  return {
    ticket,
    number,
    event: id ?? `mail-${row.id}`,
    isNew,
    references: referencesIn(row, prepared).map((messageId) => ({ messageId, ticket, seq })),
    isOld: isTold && isOld(row),
    toAcknowledge: isTold && !isOld(row) ? { ticket, number, ...desk, mailboxAddress: mailbox.address } : undefined,
  }
}

/** Its own; of an imported one those that it names too, since the mails of a thread may lie in any order. */
export function referencesIn({ isImported }: MailRow, prepared: PreparedMail): readonly string[] {
  const { messageId } = prepared.mail
  const own = messageId === null ? [] : [messageId]
  return isImported ? [...new Set([...own, ...namedBy(prepared)])].slice(0, MOST_NAMED) : own
}

interface LanguageAsked {
  readonly matter: NewMatter
  /** Those that the workspace speaks. */
  readonly languages: readonly string[]
  /** The one that the mail is written in, which nobody has to wait for yet. */
  readonly language: Promise<string | undefined>
}

/** Has the languages of mails told, all at once. */
async function languagesAsked(tx: Transaction, matters: readonly NewMatter[]): Promise<readonly LanguageAsked[]> {
  const asked: LanguageAsked[] = []
  for (const matter of matters) {
    const { row, prepared } = matter
    const charter = await versionInForce(tx, row.receivedAt)
    const languages = charter?.document.languages ?? (await languagesOf(tx))
    const language = askLanguage(`${prepared.mail.subject}\n${prepared.fresh}`, languages)
    asked.push({ matter, languages, language })
  }
  return asked
}

/** What a person wrote in, also where it is none of these languages; undefined where that is not sure, or a machine wrote. */
async function writtenIn(
  { row, prepared: { mail, fresh } }: NewMatter,
  { language }: NewMessage,
  languages: readonly string[],
): Promise<string | undefined> {
  if (row.isImported || mail.automatic !== null || mail.fromIsDoubtful !== null) return undefined
  return language ?? askOtherLanguage(`${mail.subject}\n${fresh}`, languages)
}

async function readMessage(tx: Transaction, matter: NewMatter): Promise<NewMessage> {
  const [asked] = await languagesAsked(tx, [matter])
  return messageOf(matter, await asked?.language)
}

/** What a mail says, as a ticket takes it. */
function messageOf({ row, prepared, sender: proven }: NewMatter, language: string | undefined): NewMessage {
  const { mail, fresh, quoted, html, attachments } = prepared
  const sender = senderOf(row, prepared)
  const doubt = mail.fromIsDoubtful ?? (proven === 'failed' ? 'not-verified' : undefined)
  return {
    id: `mail-${row.id}`,
    at: row.receivedAt,
    channel: 'email',
    mail: row.id,
    subject: mail.subject,
    text: fresh,
    quoted,
    attachments,
    ...(html === undefined ? {} : { html }),
    ...(mail.appointments.length === 0 ? {} : { appointments: [...mail.appointments] }),
    ...(language === undefined ? {} : { language }),
    ...(sender === undefined ? {} : { from: sender }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(layLong(row) ? { saidAt: row.arrivedAt } : {}),
  }
}

/** Did the server that it was fetched from have it for long, so that whoever reads it wants to know since when? */
function layLong(row: MailRow): row is MailRow & { readonly arrivedAt: number } {
  return !row.isImported && row.arrivedAt !== undefined && row.arrivedAt < row.receivedAt - HOUR
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
export function senderOf(
  { envelopeFrom }: MailRow,
  { mail }: PreparedMail,
): { address: string; name?: string } | undefined {
  const address = mail.from?.address ?? envelopeFrom
  if (!isMailAddress(address)) return undefined
  const name = mail.from?.name ?? ''
  return { address, ...(name === '' ? {} : { name }) }
}
