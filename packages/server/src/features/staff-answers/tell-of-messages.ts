import { sql } from 'kysely'
import type { AppendedEvent, EventHandler, Transaction } from '../../db/index.ts'
import { mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { answersByMail, type NewMail, sendMails } from '../outbox/index.ts'
import { speaking } from './messages/speak.ts'

/** Characters of a customer's words in a mail; the desk has the rest. */
const MOST_CHARACTERS = 20_000

interface Concerned {
  readonly ticket: string
  readonly number: number
  readonly mailbox: string | null
  readonly person: string
  readonly name: string | null
  readonly email: string
  readonly language: string | null
}

/**
 * Mails what a customer wrote to whoever has the ticket and wants it: the new part of the customer's words and nothing else
 * of the ticket. Not what a machine wrote, nor what may not be from whom it says.
 */
export const tellOfMessages: EventHandler = async (events, tx) => {
  const messages = events.filter(isOfCustomer)
  if (messages.length === 0) return
  const concerned = await concernedBy(tx, [...new Set(messages.map(({ ticket }) => ticket))])
  if (concerned.length === 0) return
  const isAnswered = await answersByMail(tx)
  const mails: NewMail[] = []
  for (const message of messages) {
    const to = concerned.find(({ ticket }) => ticket === message.ticket)
    const mailbox = to && (await mailboxToAnswerFrom(tx, to.mailbox))
    if (to !== undefined && mailbox !== undefined)
      mails.push(mailOf(message, to, { mailbox: mailbox.id, isAnswered: isAnswered && mailbox.takesPlus }))
  }
  await sendMails(tx, mails)
}

function isOfCustomer({ type, envelope }: AppendedEvent): boolean {
  const is = (field: string): boolean => envelope[field] !== undefined
  return type === 'message.received' && envelope['automatic'] !== true && !is('doubt') && !is('moved_from')
}

/** Whoever has one of these tickets, can sign in and wants to be told. */
async function concernedBy(tx: Transaction, tickets: readonly string[]): Promise<readonly Concerned[]> {
  const { rows } = await sql<Concerned>`
    select t.id as ticket, t.number, t.mailbox_id as mailbox, p.id as person, p.name, p.email, p.language
      from ticket t
      join person p on p."workspace_id" = ${tx.workspace} and p.id = t.assignee_id
      join control.member m on m.workspace_id = ${tx.workspace} and m.person_id = p.id and m.disabled_at is null
     where t."workspace_id" = ${tx.workspace} and t.id = any (${tickets}::uuid[])
       and not t.is_imported and not t.is_demo and not t.is_spam
       and p.is_mailed_messages and p.email is not null`.execute(tx.db)
  return rows
}

function mailOf(
  { id, seq, content }: AppendedEvent,
  { ticket, number, person, name, email, language: spoken }: Concerned,
  { mailbox, isAnswered }: { readonly mailbox: string; readonly isAnswered: boolean },
): NewMail {
  const { language, say } = speaking([spoken])
  const words = content.find(({ part }) => part === 'text')?.value
  const text = typeof words === 'string' ? words : ''
  return {
    kind: 'staff',
    once: `message/${id}/${person}`,
    to: email,
    toName: name ?? '',
    subject: say('message.subject', { number: String(number) }),
    text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).toWellFormed()}…` : text,
    language,
    mailbox,
    ...(isAnswered ? { answerAs: { person, ticket, number, seq } } : {}),
  }
}
