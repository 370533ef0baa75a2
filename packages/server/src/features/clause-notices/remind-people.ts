import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import { noVersion, versionNumbered } from '../charters/index.ts'
import { siteAddress } from '../links/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { type NewMail, sendMails } from '../outbox/index.ts'
import { type Colleague, colleaguesOf } from './concerned-staff.ts'
import { speaking } from './messages/speak.ts'
import { onceOf } from './notice-name.ts'

const DAY = 86_400_000

export interface Reminder {
  readonly version: number
  /** Ids; everybody who has not acknowledged where left out. */
  readonly people?: readonly string[] | undefined
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/**
 * Reminds those who have not acknowledged a version’s changes, by a notice and a mail: each once a day at most. Answers how
 * many were reminded. Throws `not-found`.
 */
export async function remindPeople(tx: Transaction, reminder: Reminder): Promise<number> {
  const { version } = reminder
  const charter = await versionNumbered(tx, version)
  if (charter === undefined) throw noVersion(version)
  const open = await openClauses(tx, version)
  const late = (await colleaguesOf(tx, reminder.people ?? [...open.keys()])).filter(({ id }) => open.has(id))
  if (late.length === 0) return 0
  const ids = late.map(({ id }) => id)
  await tx.db
    .updateTable('clause_notice')
    .set({ reminded_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('version', '=', version)
    .where('person_id', 'in', ids)
    .where('acknowledged_at', 'is', null)
    .execute()
  const once = `${onceOf(version)}reminder/${tx.now}`
  await tellPeople(tx, { people: ids, once, code: 'charter-changed', data: { version, reminder: true } })
  await mailReminders(tx, reminder, late, open, charter.document.languages[0])
  return ids.length
}

/** By person what they have still to acknowledge, of those not reminded within a day. Locks their rows. */
async function openClauses(tx: Transaction, version: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{
    person_id: string
    clause: string
    acknowledged_at: Date | null
    reminded_at: Date | null
  }>`
    select person_id, clause, acknowledged_at, reminded_at from clause_notice
     where "workspace_id" = ${tx.workspace} and version = ${version}
     order by person_id, clause for update`.execute(tx.db)
  const open = new Map<string, string[]>()
  const reminded = new Set<string>()
  for (const { person_id, clause, acknowledged_at, reminded_at } of rows) {
    if (reminded_at !== null && reminded_at.getTime() > tx.now - DAY) reminded.add(person_id)
    if (acknowledged_at === null) open.set(person_id, [...(open.get(person_id) ?? []), clause])
  }
  for (const person of reminded) open.delete(person)
  return open
}

async function mailReminders(
  tx: Transaction,
  { version, publicUrl }: Reminder,
  late: readonly Colleague[],
  open: ReadonlyMap<string, readonly string[]>,
  master: string | undefined,
): Promise<void> {
  const mailbox = (await answeringMailbox(tx))?.id
  if (mailbox === undefined) return
  const link = publicUrl === '' ? undefined : `${await siteAddress(tx, publicUrl)}/desk/charter/changes`
  const mails = late.flatMap(({ id, name, email, language: spoken }): NewMail[] => {
    if (email === null) return []
    const { language, say } = speaking([spoken, master])
    const clauses = open.get(id) ?? []
    const values = { count: clauses.length, version: String(version), clauses: clauses.join(', ') }
    return [
      {
        kind: 'staff',
        once: `${onceOf(version)}reminder/${tx.now}/${id}`,
        to: email,
        toName: name,
        subject: say('reminder.subject', values),
        text: [say('reminder.text', values), ...(link === undefined ? [] : [`${say('acknowledge')}\n${link}`])].join(
          '\n\n',
        ),
        language,
        mailbox,
      },
    ]
  })
  await sendMails(tx, mails)
}
