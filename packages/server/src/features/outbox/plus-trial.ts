import { withoutToken } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { readOutgoingMail } from './outgoing-mail.ts'

/** What a mail of ours tried: a mailbox, by its id, under the address that it had then. Undefined for any other mail. */
export async function plusTrialOf(
  { db, workspace }: Transaction,
  outbox: string,
): Promise<{ readonly mailbox: string; readonly address: string } | undefined> {
  const found = await db
    .selectFrom('outbox')
    .select('payload')
    .where('workspace_id', '=', workspace)
    .where('id', '=', outbox)
    .where('kind', '=', 'plus-trial')
    .executeTakeFirst()
  if (found === undefined) return undefined
  const { mailbox, to } = readOutgoingMail(found.payload)
  return { mailbox, address: withoutToken(to) }
}
