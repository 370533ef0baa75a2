import { type Store, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { sendMail } from '../outbox/index.ts'

/** Makes an address the default mailbox of the installation, in place of the one that was there. */
export async function useMailbox(
  store: Store,
  workspace: string,
  mailbox: { readonly address: string; readonly name: string; readonly zone: string },
): Promise<void> {
  const address = mailbox.address.toLowerCase()
  const id = await transaction(store, { workspace }, async (tx) => {
    const added = await tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id: tx.newId(), language: null, ...mailbox, address })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'address']).doUpdateSet({ name: mailbox.name }))
      .returning('id')
      .executeTakeFirstOrThrow()
    return added.id
  })
  await store.control.transaction().execute(async (control) => {
    await control
      .deleteFrom('control.mailbox_address')
      .where(({ or, eb }) => or([eb('is_default', '=', true), eb('address', '=', address)]))
      .execute()
    await control
      .insertInto('control.mailbox_address')
      .values({ address, workspace_id: workspace, mailbox_id: id, is_default: true })
      .execute()
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
