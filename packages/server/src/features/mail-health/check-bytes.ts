import { createHash } from 'node:crypto'
import { BlobMissing, type BlobStore } from '../../blobs/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { type BytesCheck, bytesCheck } from './findings.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What came while the last check ran is read as well. */
const READ_OVER = DAY + HOUR
/** So many that were found bad are read again each day; more need a backup at any rate. */
const MOST_BAD = 1_000

/**
 * Reads the kept bytes of the mails of the last day once more, and of those that were found bad before, for each mailbox
 * where that was not done within the last day: every mail that was answered with 250 or fetched has its row, and each row its
 * bytes. What is missing or not as it came asks for attention until it is back.
 */
export async function checkBytes(
  store: Store,
  blobs: BlobStore,
  workspace: string,
  signal?: AbortSignal,
): Promise<void> {
  const due = await transaction(store, { workspace }, dueMailboxes)
  for (const { id, address, bad } of due) {
    const mails = await transaction(store, { workspace }, (tx) => mailsOf(tx, id, bad))
    const worse: string[] = []
    let missing = 0
    for (const { id: mail, blob_key, sha256 } of mails) {
      if (signal?.aborted) return
      const found = await hashOf(blobs, workspace, blob_key)
      if (found === undefined) missing += 1
      if (found === undefined || !found.equals(sha256)) worse.push(mail)
    }
    const whole = mails.length - worse.length
    const check = {
      mails: mails.length,
      whole,
      missing,
      damaged: worse.length - missing,
      bad: worse.slice(0, MOST_BAD),
    }
    await transaction(store, { workspace }, (tx) => keepCheck(tx, { id, address }, check))
  }
}

async function dueMailboxes(tx: Transaction) {
  const inUse = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved)
  const rows = await tx.db
    .selectFrom('mailbox')
    .select(['id', 'checked'])
    .where('workspace_id', '=', tx.workspace)
    .where(({ eb, or }) => or([eb('checked_at', 'is', null), eb('checked_at', '<=', new Date(tx.now - DAY))]))
    .execute()
  return inUse.flatMap(({ id, address }) => {
    const row = rows.find((each) => each.id === id)
    if (row === undefined) return []
    return [{ id, address, bad: row.checked === null ? [] : bytesCheck.parse(row.checked).bad }]
  })
}

function mailsOf({ db, workspace, now }: Transaction, mailbox: string, bad: readonly string[]) {
  return db
    .selectFrom('inbound_mail')
    .select(['id', 'blob_key', 'sha256'])
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .where(({ eb, or }) =>
      or([eb('received_at', '>', new Date(now - READ_OVER)), ...(bad.length === 0 ? [] : [eb('id', 'in', bad)])]),
    )
    .orderBy('received_at')
    .execute()
}

/** SHA-256 of the bytes of a blob; undefined where there are none. */
async function hashOf(blobs: BlobStore, workspace: string, key: string): Promise<Buffer | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of await blobs.open(workspace, key)) hash.update(chunk)
  } catch (error) {
    if (error instanceof BlobMissing) return undefined
    throw error
  }
  return hash.digest()
}

async function keepCheck(
  tx: Transaction,
  { id, address: mailbox }: { readonly id: string; readonly address: string },
  check: BytesCheck,
): Promise<void> {
  await tx.db
    .updateTable('mailbox')
    .set({ checked_at: new Date(tx.now), checked: JSON.stringify(check) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  const code = 'mail-bytes-lost'
  const once = `${code} ${id}`
  const count = check.missing + check.damaged
  if (count > 0) await raiseAttention(tx, { once, code, data: { mailbox, count } })
  else await settleAttention(tx, [once])
}
