import { type Store, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addMailbox, answerFrom, answeringMailbox, removeMailbox } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'

/** Makes an address the one that the desk answers from, in place of the one that was there. */
export async function useMailbox(
  store: Store,
  workspace: string,
  { address, name, zone }: { readonly address: string; readonly name: string; readonly zone: string },
): Promise<void> {
  await transaction(store, { workspace }, async (tx) => {
    const before = await answeringMailbox(tx)
    if (before?.address === address.toLowerCase()) return
    const id = await addMailbox(tx, { address, name, zone })
    await answerFrom(tx, id)
    if (before !== undefined) await removeMailbox(tx, before.id)
  })
}

/** The default mailbox. */
export function defaultMailbox(
  { store }: Desk,
  workspace: string,
): Promise<{ readonly id: string; readonly address: string } | undefined> {
  return store.control
    .selectFrom('control.mailbox_address')
    .select(['mailbox_id as id', 'address'])
    .where('workspace_id', '=', workspace)
    .where('is_default', '=', true)
    .executeTakeFirst()
}

const ABOUT = 'set-up '

export interface TestMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
  /** Id of the mailbox that it is sent from. */
  readonly mailbox: string
}

/** Sends a mail that shows whether mail leaves. */
export async function sendTestMail({ store }: Desk, workspace: string, mail: TestMail): Promise<void> {
  await transaction(store, { workspace }, (tx) =>
    sendMail(tx, { kind: 'staff', once: `${ABOUT}${tx.newId()}`, ...mail }),
  )
}

/** What became of a test mail; `folder`: it lies in the folder that stands for a server. */
export interface TestMailState {
  readonly to: string
  readonly state: 'waiting' | 'sent' | 'folder' | 'failed'
  readonly error: string
}

/** The last test mail; undefined where none was sent. */
export function lastTestMail({ store }: Desk, workspace: string): Promise<TestMailState | undefined> {
  return transaction(store, { workspace }, async ({ db }) => {
    const row = await db
      .selectFrom('outbox')
      .select(['payload', 'sent_at', 'is_in_folder', 'last_error'])
      .where('workspace_id', '=', workspace)
      .where('kind', '=', 'staff')
      .where('once', 'like', `${ABOUT}%`)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const sent = row.is_in_folder ? 'folder' : 'sent'
    const state = row.sent_at !== null ? sent : row.last_error === null ? 'waiting' : 'failed'
    return { to: String(row.payload['to'] ?? ''), state, error: row.last_error ?? '' }
  })
}
