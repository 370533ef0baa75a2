import type { Transaction } from '../../db/index.ts'
import { charterClock } from '../../site/wall-clock.ts'
import { dueWords } from '../acknowledgements/index.ts'
import { charterTongue } from '../charters/index.ts'
import { siteAddress } from '../links/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { type NewMail, sendMails } from '../outbox/index.ts'
import type { ChangesToTell, Told } from './changes-to-tell.ts'
import { speaking } from './messages/speak.ts'
import { onceOf } from './notice-name.ts'
import { writeChanges } from './write-changes.ts'

/** One mail to each who has an address, in their language, else in the charter's: what changes for them, before and after. */
export async function mailChanges(tx: Transaction, about: ChangesToTell, told: readonly Told[]): Promise<void> {
  const { version, effective, charter, publicUrl } = about
  const mailbox = (await answeringMailbox(tx))?.id
  if (mailbox === undefined) return
  const link = publicUrl === '' ? undefined : `${await siteAddress(tx, publicUrl)}/desk/charter/changes`
  const { document, zone } = charter
  const mails = told.flatMap(({ colleague, differences }): NewMail[] => {
    if (colleague.email === null) return []
    const { language, say } = speaking([colleague.language, document.languages[0]])
    const words = charterTongue(document, language)
    const count = differences.length
    const titles = document.title?.by
    const title = titles?.get(language) ?? titles?.values().next().value ?? document.id
    const from = dueWords(charterClock(zone), effective, language)
    const isAhead = effective > tx.now
    return [
      {
        kind: 'staff',
        once: `${onceOf(version)}${colleague.id}`,
        to: colleague.email,
        toName: colleague.name,
        subject: say('subject', { count, version: String(version) }),
        text: [
          say(isAhead ? 'intro.ahead' : 'intro', { title, version: String(version), from }),
          say('lead', { count }),
          ...differences.map((difference) => writeChanges(difference, words, say)),
          ...(link === undefined ? [] : [`${say('acknowledge')}\n${link}`]),
        ].join('\n\n'),
        language,
        mailbox,
      },
    ]
  })
  await sendMails(tx, mails)
}
