import { sql } from 'kysely'
import type { BlobRoom } from '../../blobs/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'
import { isShort } from './is-short.ts'
import { ALARMS, alarmsOf, NOT_SILENT } from './mail-alarms.ts'
import { LEARNT_FROM } from './silence.ts'

const MEGABYTE = 1024 ** 2

interface Row {
  readonly id: string
  readonly address: string
  readonly removed_at: Date | null
  readonly last_at: Date | null
  readonly oldest_at: Date | null
  readonly failing_since: Date | null
}

/**
 * Asks for attention where a mailbox of the workspace lags or has fallen silent at `now` (UTC ms), once for as long as it
 * does, and takes that back where it is well again.
 */
export async function watchMail(tx: Transaction, now: number): Promise<void> {
  for (const { id, address: mailbox, removed_at, last_at, oldest_at, failing_since } of await look(tx)) {
    const onceOf = (code: string): string => `${code} ${id}`
    if (removed_at !== null) {
      await settleAttention(tx, ALARMS.map(onceOf))
      continue
    }
    const lastMailAt = last_at?.getTime()
    const maySilent = lastMailAt !== undefined && now - lastMailAt > NOT_SILENT
    const { raised, healed } = alarmsOf(
      {
        lastMailAt,
        oldestWaitingAt: oldest_at?.getTime(),
        failingSince: failing_since?.getTime(),
        arrivals: maySilent ? await arrivalsOf(tx, id, now) : [],
      },
      now,
    )
    for (const { code, data } of raised)
      await raiseAttention(tx, { once: onceOf(code), code, data: { mailbox, ...data } })
    await settleAttention(tx, healed.map(onceOf))
  }
}

async function look({ db, workspace }: Transaction): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select b.id, b.address, b.removed_at, a.failing_since,
           (select max(received_at) from inbound_mail where "workspace_id" = ${workspace} and mailbox_id = b.id) as last_at,
           (select min(coalesce(imported_at, received_at)) from inbound_mail
             where "workspace_id" = ${workspace} and mailbox_id = b.id and outcome is null) as oldest_at
      from mailbox b
      left join mail_account a on a."workspace_id" = ${workspace} and a.mailbox_id = b.id
     where b."workspace_id" = ${workspace}`.execute(db)
  return rows
}

/** To ten minutes: a busy mailbox has many. */
async function arrivalsOf({ db, workspace }: Transaction, mailbox: string, now: number): Promise<readonly number[]> {
  const { rows } = await sql<{ at: number }>`
    select distinct floor(extract(epoch from received_at) / 600)::float8 * 600000 as at from inbound_mail
     where "workspace_id" = ${workspace} and mailbox_id = ${mailbox} and received_at > ${new Date(now - LEARNT_FROM)}
       and received_at <= ${new Date(now)}`.execute(db)
  return rows.map(({ at }) => at)
}

/** Tells those who run the installation, in its first workspace, that there is little room left for mail, until there is more. */
export async function watchRoom(store: Store, room: BlobRoom): Promise<void> {
  const first = await store.control
    .selectFrom('control.workspace')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (first === undefined) return
  const code = 'disk-full'
  await transaction(store, { workspace: first.id }, (tx) =>
    isShort(room)
      ? raiseAttention(tx, { once: code, code, data: { free: Math.floor(room.free / MEGABYTE) } })
      : settleAttention(tx, [code]),
  )
}
