import { sql } from 'kysely'
import { type Transaction, uuidV7 } from '../../db/index.ts'
import { MAIL_LIMITS, type MailLimits } from '../../mail-limits.ts'
import { Refusal } from '../../refusal.ts'

/**
 * Throws `too-many` where the author would forward to more people than the limits allow. Of two at once the second counts
 * what the first wrote.
 */
export async function refuseTooMany(
  tx: Transaction,
  author: string,
  count: number,
  { forwards }: Pick<MailLimits, 'forwards'> = MAIL_LIMITS,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`forwards ${tx.workspace} ${author}`}, 0))`.execute(tx.db)
  for (const { most, ms } of forwards) {
    const since = `${uuidV7(tx.now - ms).slice(0, 13)}-0000-0000-000000000000`
    const { rows } = await sql<{ sent: number }>`
      select count(*) as sent from outbox
       where "workspace_id" = ${tx.workspace} and kind = 'forward' and id >= ${since}::uuid
         and payload -> 'forward' ->> 'author' = ${author}`.execute(tx.db)
    if (Number(rows[0]?.sent ?? 0) + count <= most) continue
    const minutes = Math.round(ms / 60_000)
    throw new Refusal(
      'too-many',
      `You may forward to ${most} people within ${minutes} minutes, and have reached that. Wait, then send it again.`,
    )
  }
}
