import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { siteAddress } from '../links/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'
import { wordsIn } from './changed-lines.ts'
import type { Colleague } from './concerned-staff.ts'
import { speaking } from './messages/speak.ts'
import { onceOf } from './notice-name.ts'
import { nameOfClause, withoutTarget } from './write-changes.ts'

export interface FirstReading {
  /** The version in force. */
  readonly version: number
  readonly charter: CompiledCharter
  readonly publicUrl: string
  readonly colleague: Colleague
  readonly clauses: readonly ClauseDifferenceJson[]
}

/**
 * Tells somebody which clauses are for them, in their language, else in the charter's. One mail a day at most: who is added
 * and then given positions one by one is not written to each time; the desk has all of it.
 */
export async function mailFirstReading(tx: Transaction, about: FirstReading): Promise<void> {
  const { version, charter, publicUrl, colleague, clauses } = about
  const mailbox = await answeringMailbox(tx)
  if (mailbox === undefined || colleague.email === null) return
  const { document } = charter
  const { language, say } = speaking([colleague.language, document.languages[0]])
  const titles = document.title?.by
  const title = titles?.get(language) ?? titles?.values().next().value ?? document.id
  const count = clauses.length
  const lines = clauses.map((clause) => {
    const says = wordsIn(clause.after?.says, language)
    const name = nameOfClause(clause, say)
    return says === null ? `- ${name}` : `- ${name}: ${withoutTarget(says)}`
  })
  const link = publicUrl === '' ? undefined : `${await siteAddress(tx, publicUrl)}/desk/charter/changes`
  const day = new Date(tx.now).toISOString().slice(0, 10)
  await sendMail(tx, {
    kind: 'staff',
    once: `${onceOf(version)}first/${day}/${colleague.id}`,
    to: colleague.email,
    toName: colleague.name,
    subject: say('first.subject', { count }),
    text: [
      say('first.lead', { title, version: String(version), count }),
      lines.join('\n'),
      ...(link === undefined ? [] : [`${say('acknowledge')}\n${link}`]),
    ].join('\n\n'),
    language,
    mailbox: mailbox.id,
  })
}
