import type { Direction } from '@avow/contract'
import { footerText, type MailFooter, type MailSignature, SIGNATURE_MARK } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { answerLine } from './answer-line.ts'
import type { AnswerAs, Forwarded, MailKind, OutgoingMail } from './outgoing-mail.ts'

export interface NewMail {
  readonly kind: MailKind
  /** What it is about, unique among the mails of this kind: it is written once. The id of its event will do. */
  readonly once: string
  /** Id of the ticket, whose row must be locked; left out for mail that is about none. */
  readonly ticket?: string
  readonly to: string
  readonly toName?: string
  /** Whose words it is sent as; the mailbox's name where left out. */
  readonly fromName?: string
  readonly subject: string
  /** The whole text, plain. */
  readonly text: string
  /** The way that the text is written, where its writer said so. */
  readonly direction?: Direction
  /** Stands under the text, behind the mark of signatures. */
  readonly signature?: MailSignature | undefined
  /** What stands under that: words of ours. */
  readonly footer?: MailFooter | undefined
  readonly language: string
  /** Id of the mailbox that it is sent from; answers to it come back there, and to the ticket. */
  readonly mailbox: string
  /** Id of the event on the ticket that says what was sent. */
  readonly event?: string
  /** Ids of attachments on its ticket, which go along: they are read when it leaves. */
  readonly files?: readonly string[]
  /** For mail to staff that they may answer from their mail program: see answersByMail. */
  readonly answerAs?: AnswerAs
  /** The text as HTML, where it is not made from that. */
  readonly html?: string
  /** Of what is forwarded to somebody outside: their answers come back to an address of this mail alone. */
  readonly forward?: Forwarded
}

/**
 * Puts a mail into the outbox, in the transaction of what it follows from; a worker sends it, at least once and with the
 * same Message-ID each time. Answers the id of its row, for the event's `outbox`; the same where it was written before.
 */
export async function sendMail(tx: Transaction, mail: NewMail): Promise<string> {
  const [id] = await sendMails(tx, [mail])
  if (id === undefined) throw new Error('a mail was not written')
  return id
}

/** The same for several, in one statement; answers their ids in their order. */
export async function sendMails(tx: Transaction, mails: readonly NewMail[]): Promise<readonly string[]> {
  if (mails.length === 0) return []
  const rows = mails.map((mail) => ({
    workspace_id: tx.workspace,
    id: tx.newId(),
    kind: mail.kind,
    once: mail.once,
    ticket_id: mail.ticket ?? null,
    payload: JSON.stringify(payloadOf(tx, mail)),
    due: new Date(tx.now),
    lease_until: null,
    last_error: null,
    sent_at: null,
    given_up_at: null,
  }))
  const written = await tx.db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'once']).doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(written.map(({ id }) => id))
  return Promise.all(rows.map(({ id, kind, once }) => (fresh.has(id) ? id : writtenBefore(tx, kind, once))))
}

async function writtenBefore(tx: Transaction, kind: string, once: string): Promise<string> {
  const before = await tx.db
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', kind)
    .where('once', '=', once)
    .executeTakeFirstOrThrow()
  return before.id
}

function payloadOf(tx: Transaction, mail: NewMail): OutgoingMail {
  const { ticket } = mail
  return {
    to: mail.to,
    to_name: mail.toName ?? '',
    subject: mail.subject,
    text: wholeText(mail),
    language: mail.language,
    mailbox: mail.mailbox,
    date: tx.now,
    seq: ticket === undefined ? 0 : tx.heads.of(ticket).seq,
    ...(mail.fromName === undefined ? {} : { from_name: mail.fromName }),
    ...(mail.event === undefined ? {} : { event: mail.event }),
    ...(mail.files === undefined || mail.files.length === 0 ? {} : { files: [...mail.files] }),
    ...(mail.answerAs === undefined ? {} : { answer_as: mail.answerAs }),
    ...(mail.direction === undefined ? {} : { direction: mail.direction }),
    ...(mail.signature === undefined ? {} : { signature: mail.signature }),
    ...(mail.footer === undefined ? {} : { footer: mail.footer }),
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(mail.forward === undefined ? {} : { forward: mail.forward }),
  }
}

/** Signature and footer stand behind the mark, so that both are folded away from what a customer writes back. */
function wholeText({ text, answerAs, language, signature, footer }: NewMail): string {
  const above = answerAs === undefined ? [] : [answerLine(language)]
  const said = [...above, text].join('\n\n')
  const under = footer === undefined ? undefined : footerText(footer)
  const below = [signature?.text, under].filter((part) => part !== undefined).join('\n\n')
  return below === '' ? said : `${said}\n\n${SIGNATURE_MARK}\n${below}`
}
