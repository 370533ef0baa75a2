import { sql } from 'kysely'
import { type Store, transaction } from '../../db/index.ts'
import { sendMail } from '../outbox/index.ts'
import { speaking } from './messages/speak.ts'

/** So long after a trial that brought nothing back is the next, ms. */
const AGAIN_AFTER = 30 * 86_400_000

interface Due {
  readonly address: string
  readonly language: string | null
  readonly languages: readonly string[]
}

/**
 * Finds out whether mail to addresses with a plus comes in where a mailbox lies with somebody else's server: some providers
 * refuse it, and an answer of a customer would come back to them. The desk writes to such an address of its own; that mail
 * comes back, or a report on it does. Once for an address, and again after 30 days for as long as it is not known to work.
 */
export async function tryPlusAddress(
  store: Store,
  { workspace, mailbox }: { readonly workspace: string; readonly mailbox: string },
): Promise<void> {
  await transaction(store, { workspace }, async (tx) => {
    const { rows } = await sql<Due>`
      update mail_account a set plus = null, plus_address = b.address, plus_tried_at = ${new Date(tx.now)}
        from mailbox b, control.workspace w
       where a."workspace_id" = ${workspace} and a.mailbox_id = ${mailbox} and w.id = ${workspace}
         and b."workspace_id" = ${workspace} and b.id = ${mailbox} and b.removed_at is null
         and (a.plus_tried_at is null or a.plus_address <> b.address
           or a.plus is distinct from 'taken' and a.plus_tried_at < ${new Date(tx.now - AGAIN_AFTER)})
      returning b.address, b.language, w.languages`.execute(tx.db)
    const [due] = rows
    if (due === undefined) return
    const { language, say } = speaking([due.language, ...due.languages])
    const to = plusAddress(due.address)
    await sendMail(tx, {
      kind: 'plus-trial',
      once: `${mailbox} ${tx.now}`,
      to,
      subject: say('plus.subject'),
      text: say('plus.text', { address: to }),
      language,
      mailbox,
    })
  })
}

function plusAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+test${address.slice(at)}`
}
