import type { MailRow } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'

const DAY = 86_400_000

/** Says of a mail whether it is old. */
export type IsOld = (mail: Pick<MailRow, 'mailbox' | 'arrivedAt'>) => boolean

/**
 * Old is a mail that had lain with its server for more than a day when its mailbox was connected: nobody wants to be told
 * months later that their mail came in, and whoever wrote in the last day still waits for a word. What comes late for
 * another reason, such as a desk that stood still, is not old: its writer was told nothing yet, and the mailbox was connected.
 */
export async function oldMail({ db, workspace }: Transaction): Promise<IsOld> {
  const rows = await db
    .selectFrom('mail_account')
    .select(['mailbox_id', 'connected_at'])
    .where('workspace_id', '=', workspace)
    .execute()
  const connected = new Map(rows.map(({ mailbox_id, connected_at }) => [mailbox_id, connected_at.getTime()]))
  return ({ mailbox, arrivedAt }) => {
    const at = connected.get(mailbox)
    return at !== undefined && arrivedAt !== undefined && arrivedAt < at - DAY
  }
}
