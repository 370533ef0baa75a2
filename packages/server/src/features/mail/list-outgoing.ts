import type { DeliveryState, OutgoingMail } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { Refusal } from '../../refusal.ts'
import { DELIVERY_STATE, MAIL_KINDS, type MailKind, readOutgoingMail, writeOut } from '../outbox/index.ts'

export interface OutgoingQuery {
  readonly cursor?: string | undefined
  readonly limit: number
  /** Address of the mailbox that it leaves from. */
  readonly mailbox?: string | undefined
  readonly state?: OutgoingMail['state'] | undefined
}

/** A page of our own mail, the newest first. */
export async function listOutgoing(
  tx: Transaction,
  { cursor, limit, mailbox, state }: OutgoingQuery,
): Promise<{ items: OutgoingMail[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const rows = await tx.db
    .selectFrom('outbox as o')
    .leftJoin('ticket as t', (join) =>
      join
        .on('t.workspace_id', '=', tx.workspace)
        .onRef('t.workspace_id', '=', 'o.workspace_id')
        .onRef('t.id', '=', 'o.ticket_id'),
    )
    .select(['o.id', 'o.kind', 'o.payload', 'o.due', 'o.attempts', 'o.last_error', 'o.reported_said', 'o.held_for'])
    .select(['t.number', DELIVERY_STATE.as('state')])
    .where('o.workspace_id', '=', tx.workspace)
    .where('o.kind', 'in', MAIL_KINDS)
    .$if(mailbox !== undefined, (query) =>
      query.where(
        sql<boolean>`o.payload->>'mailbox' in (
          select b.id::text from mailbox b where b."workspace_id" = ${tx.workspace} and b.address = ${mailbox?.toLowerCase()})`,
      ),
    )
    .$if(state !== undefined, (query) => query.where(fared(state ?? 'waiting')))
    // Ids rise with time.
    .$if(after !== undefined, (query) => query.where('o.id', '<', after?.id ?? ''))
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).flatMap((row) => {
    const kind = MAIL_KINDS.find((each) => each === row.kind)
    return kind === undefined ? [] : [outgoingOf(row, kind)]
  })
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : writePageCursor({ at: 0, id: last.id }) }
}

interface Row {
  readonly id: string
  readonly payload: unknown
  readonly due: Date
  readonly attempts: number
  readonly last_error: string | null
  readonly reported_said: string | null
  readonly held_for: OutgoingMail['held_for']
  readonly state: DeliveryState
  readonly number: number | null
}

function outgoingOf(row: Row, kind: MailKind): OutgoingMail {
  const { to, subject } = readOutgoingMail(row.payload)
  return {
    id: row.id,
    ticket: row.number,
    kind,
    to,
    subject,
    due: formatInstant(row.due.getTime()),
    attempts: row.attempts,
    state: row.state,
    held_for: row.held_for,
    last_error: row.reported_said ?? row.last_error,
  }
}

/** As a condition on `o`. What waits for whatever reason is `waiting` too, and whatever was given up `given-up`. */
function fared(state: DeliveryState): RawBuilder<boolean> {
  if (state === 'given-up') return sql<boolean>`o.given_up_at is not null`
  if (state === 'waiting') return sql<boolean>`o.given_up_at is null and o.sent_at is null`
  return sql<boolean>`${DELIVERY_STATE} = ${state}`
}

/**
 * The bytes of a mail that lies in the folder, made again: they are the same each time, without an address by which somebody
 * else may answer. Throws `not-found`.
 */
export async function readOutgoing(
  tx: Transaction,
  { keys, blobs }: Pick<Desk, 'keys' | 'blobs'>,
  id: string,
): Promise<Buffer> {
  const row = await tx.db
    .selectFrom('outbox')
    .select(['id', 'kind', 'ticket_id', 'payload'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('is_in_folder', '=', true)
    .executeTakeFirst()
  const written = row && (await writeOut(tx, keys, row, { hidesSigns: true }))
  if (written === undefined) throw new Refusal('not-found', 'No mail of this id lies in the folder.')
  return written.bytes(blobs)
}
