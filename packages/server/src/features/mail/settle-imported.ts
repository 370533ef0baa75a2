import { ImportedThreads, type Reference, traceOf } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { mailboxesOf, mailboxToAnswerFrom } from '../mailboxes/index.ts'
import type { KnownMail } from './earlier-mail.ts'
import { type ImportedVerdict, importedSigns, judgeImported } from './judge-imported.ts'
import { addPastMails, type NewMatter, openForMails, referencesIn, senderOf, type TakenIn } from './take-in.ts'

/** An imported mail that is to be settled, with its row. */
export interface ImportedMail {
  readonly own: KnownMail
  readonly matter: Omit<NewMatter, 'mailbox' | 'publicUrl' | 'keys'>
}

interface Joining {
  readonly own: KnownMail
  readonly matter: NewMatter
  readonly verdict: Extract<ImportedVerdict, { readonly outcome: 'appended' }>
}

/**
 * Settles imported mails in the order given, and notes in each row what became of it; in few statements however many they
 * are, since nothing of it is judged by a charter: which thread each belongs to is told among them first, then all tickets are
 * opened, then all that joins them is added. Answers the Message-IDs that are to be noted.
 */
export async function settleImported(
  tx: Transaction,
  desk: { readonly keys: Keys; readonly publicUrl: string },
  mails: readonly ImportedMail[],
): Promise<readonly Reference[]> {
  if (mails.length === 0) return []
  const { workspace } = tx
  const mailboxes = await mailboxesOf(tx)
  const threads = await ImportedThreads.of(
    tx,
    mails.map(({ matter }) => importedSigns(matter.prepared)),
  )
  const opening: { readonly own: KnownMail; readonly matter: NewMatter }[] = []
  const joining: Joining[] = []
  for (const { own, matter: found } of mails) {
    const { row, prepared } = found
    const verdict = judgeImported({ ...desk, workspace, mailboxes, threads }, prepared)
    if (verdict.outcome === 'suppressed') {
      Object.assign(own, { ...verdict, ticket: null, event: null, trace: null })
      continue
    }
    // It may have been removed since the mail came.
    const mailbox = await mailboxToAnswerFrom(tx, row.mailbox)
    if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
    const ticket = verdict.outcome === 'appended' ? verdict.ticket : tx.newId()
    const matter: NewMatter = { ...found, ...desk, mailbox, ticket }
    if (verdict.outcome === 'appended') joining.push({ own, matter, verdict })
    else opening.push({ own, matter })
    const author = senderOf(row, prepared)?.address
    threads.note(ticket, {
      messageId: prepared.mail.messageId,
      references: referencesIn(row, prepared),
      ...(author === undefined || verdict.outcome === 'appended' ? {} : { author }),
    })
  }
  const opened = await openForMails(
    tx,
    opening.map(({ matter }) => matter),
  )
  const added = await addPastMails(
    tx,
    joining.map(({ matter, verdict: { ticket, automatic } }) => ({ matter, ticket, automatic })),
  )
  for (const [index, { own }] of opening.entries()) {
    const { ticket, event } = opened[index] ?? missing()
    Object.assign(own, { outcome: 'ticketed', reason: null, ticket, event, trace: traceOf('new') })
  }
  for (const [index, { own, verdict }] of joining.entries()) {
    const { ticket, number, event } = added[index] ?? missing()
    const trace = traceOf('their-message', { ticket: number, message_id: verdict.messageId })
    Object.assign(own, { outcome: 'appended', reason: 'reference', ticket, event, trace })
  }
  return [...opened, ...added].flatMap(({ references }: TakenIn) => references)
}

function missing(): never {
  throw new Error('a mail was not taken in')
}
