import { createHash } from 'node:crypto'
import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { charterClock } from '../../site/wall-clock.ts'
import { dueWords } from '../acknowledgements/index.ts'
import { colleaguesOf } from '../clause-notices/index.ts'
import { siteAddress } from '../links/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { type NewMail, sendMails } from '../outbox/index.ts'
import { speaking } from './messages/speak.ts'

export interface ToApprove {
  readonly draft: string
  /** What its author said of it; may be empty. */
  readonly note: string
  /** The text that was submitted. */
  readonly source: string
  readonly charter: CompiledCharter
  /** UTC ms; null: as soon as it is approved. */
  readonly effective: number | null
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/**
 * One mail to each who may approve a draft and has an address, in their language, else in the charter's. The same text
 * submitted again after it was taken or sent back is told to nobody a second time; another text is.
 */
export async function mailApprovers(tx: Transaction, about: ToApprove, able: ReadonlySet<string>): Promise<void> {
  const mailbox = (await answeringMailbox(tx))?.id
  if (mailbox === undefined) return
  const { draft, note, source, charter, effective, publicUrl } = about
  const { document, zone } = charter
  // Not the hash of the version: the zones that it carries begin anew with each submission.
  const text = createHash('sha256').update(source).digest('hex')
  const link = publicUrl === '' ? undefined : `${await siteAddress(tx, publicUrl)}/desk/charter/drafts/${draft}`
  const mails = (await colleaguesOf(tx, [...able])).flatMap(({ id, name, email, language: spoken }): NewMail[] => {
    if (email === null) return []
    const { language, say } = speaking([spoken, document.languages[0]])
    const titles = document.title?.by
    const title = titles?.get(language) ?? titles?.values().next().value ?? document.id
    return [
      {
        kind: 'staff',
        once: `draft-submitted/${draft}/${text}/${id}`,
        to: email,
        toName: name,
        subject: say('subject'),
        text: [
          say('intro', { title }),
          ...(note === '' ? [] : [say('note', { note })]),
          effective === null
            ? say('effective.at-once')
            : say('effective.from', { from: dueWords(charterClock(zone), effective, language) }),
          ...(link === undefined ? [] : [`${say('look')}\n${link}`]),
        ].join('\n\n'),
        language,
        mailbox,
      },
    ]
  })
  await sendMails(tx, mails)
}
