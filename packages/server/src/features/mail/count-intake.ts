import type { Intake } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** Every mail of each mailbox by what became of it, the one that answers first, in one statement: the parts add up to `received` at every instant. */
export async function countIntake({ db, workspace }: Transaction): Promise<{ items: Intake[] }> {
  const { rows } = await sql<Intake>`
    select b.address as mailbox, count(m.id) as received,
           count(*) filter (where m.outcome = 'ticketed') as ticketed,
           count(*) filter (where m.outcome = 'appended') as appended,
           count(*) filter (where m.outcome = 'suppressed') as suppressed,
           count(*) filter (where m.outcome = 'quarantined') as quarantined,
           count(m.id) filter (where m.outcome is null) as pending
      from mailbox b
      left join inbound_mail m on m."workspace_id" = ${workspace} and m.mailbox_id = b.id
     where b."workspace_id" = ${workspace}
     group by b."workspace_id", b.id
    having b.removed_at is null or count(m.id) > 0
     order by b.answers desc, b.address`.execute(db)
  return { items: rows }
}
