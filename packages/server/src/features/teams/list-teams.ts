import { LANGUAGES, type Team } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'

/** The teams that somebody belongs to, that have a ticket, and of which something is set, by name. */
export async function listTeams(tx: Transaction): Promise<Team[]> {
  const mailboxes = await mailboxesOf(tx)
  const { rows } = await sql<{
    name: string
    people: number
    mailbox_id: string | null
    signatures: Readonly<Record<string, string>> | null
    signs_automatic: boolean | null
  }>`
    select n.name, n.people::int as people, t.mailbox_id, t.signatures, t.signs_automatic
      from (select name, sum(people) as people from (
              select team as name, count(*) as people from person
               where "workspace_id" = ${tx.workspace} and kind = 'staff' and team <> '' group by team
              union all select name, 0 from team where "workspace_id" = ${tx.workspace}
              union all select distinct team, 0 from ticket where "workspace_id" = ${tx.workspace} and team <> '') each group by name) n
      left join team t on t."workspace_id" = ${tx.workspace} and t.name = n.name
     order by n.name`.execute(tx.db)
  return rows.map(({ name, people, mailbox_id, signatures, signs_automatic }) => {
    const mailbox = mailboxes.find(({ id, isRemoved }) => id === mailbox_id && !isRemoved)
    return {
      name,
      people,
      mailbox: mailbox === undefined ? null : { id: mailbox.id, address: mailbox.address },
      signatures: Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const text = signatures?.[language]
          return text === undefined ? [] : [[language, text]]
        }),
      ),
      signs_automatic: signs_automatic ?? false,
    }
  })
}
