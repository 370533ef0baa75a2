import type { ObservedWait } from '@avow/contract'
import { formatDate, formatInstant, localDay, parseDate } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'

/** What somebody notes of a wait at somebody else; `wait_ms` in ms, `date` as `2026-11-23`. */
export interface NewObservedWait {
  readonly of: string
  readonly channel: string | null
  readonly date: string
  readonly wait_ms: number
  readonly note: string
}

interface Row {
  readonly id: string
  readonly company: string
  readonly channel: string | null
  readonly day: string
  readonly wait_ms: string | number
  readonly note: string
  readonly at: Date
  readonly by: string | null
  readonly name: string | null
  readonly email: string | null
}

/** Waits noted at others, the one noted last first. Throws `bad-request` for a cursor that is none. */
export async function listObservedWaits(
  tx: Transaction,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: ObservedWait[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const beyond =
    after === undefined ? sql`true` : sql`(o.at, o.id) < (${new Date(after.at)}::timestamptz, ${after.id}::uuid)`
  const rows = await readRows(tx, beyond, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(waitOf),
    next: last === undefined ? null : writePageCursor({ at: last.at.getTime(), id: last.id }),
  }
}

/** Notes a wait. Throws `bad-request` for a date that is still to come in the zone of the charter in force (else in UTC). */
export async function noteObservedWait(
  tx: Transaction,
  by: string | undefined,
  { of, channel, date, wait_ms, note }: NewObservedWait,
): Promise<ObservedWait> {
  const zone = (await versionInForce(tx, tx.now))?.zone
  const today = zone === undefined ? Math.floor(tx.now / 86_400_000) : localDay(zone, tx.now)
  const day = parseDate(date)
  if (day === undefined || day > today) {
    const message = `Nobody has waited there yet on ${date}: today is ${formatDate(today)}.`
    throw new Refusal('bad-request', message, { at: [{ path: 'date', message, typed: date }] })
  }
  const id = tx.newId()
  await tx.db
    .insertInto('observed_wait')
    .values({
      workspace_id: tx.workspace,
      id,
      company: of,
      channel,
      day: date,
      wait_ms,
      note,
      by: by ?? null,
      at: new Date(tx.now),
    })
    .execute()
  const [row] = await readRows(tx, sql`o.id = ${id}::uuid`, 1)
  if (row === undefined) throw new Error(`the wait ${id} has gone`)
  return waitOf(row)
}

/** Takes away what one noted oneself. Throws `not-found`, and `not-allowed` for what somebody else noted. */
export async function dropObservedWait({ db, workspace }: Transaction, by: string | undefined, id: string) {
  const found = await db
    .selectFrom('observed_wait')
    .select('by')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no noted wait of this id in this workspace.')
  if (found.by !== (by ?? null))
    throw new Refusal('not-allowed', 'Somebody else noted this wait: only they take it away.')
  await db.deleteFrom('observed_wait').where('workspace_id', '=', workspace).where('id', '=', id).execute()
}

async function readRows(
  { db, workspace }: Transaction,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.company, o.channel, o.day, o.wait_ms, o.note, o.at, p.id as "by", p.name, p.email
      from observed_wait o left join person p on p."workspace_id" = ${workspace} and p.id = o.by
     where o."workspace_id" = ${workspace} and ${condition}
     order by o.at desc, o.id desc limit ${limit}`.execute(db)
  return rows
}

function waitOf({ id, company, channel, day, wait_ms, note, at, by, name, email }: Row): ObservedWait {
  return {
    id,
    of: company,
    channel,
    date: day,
    wait_ms: Number(wait_ms),
    note,
    by: by === null ? null : { id: by, name: name ?? email ?? '', email },
    at: formatInstant(at.getTime()),
  }
}
