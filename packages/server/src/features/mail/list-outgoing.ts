import type { OutgoingMail } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { MAIL_KINDS, type MailKind, readOutgoingMail, writeOut } from '../outbox/index.ts'

/** A page of our own mail, the newest first. */
export async function listOutgoing(
  tx: Transaction,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
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
    .select(['o.id', 'o.kind', 'o.payload', 'o.due', 'o.attempts', 'o.last_error', 'o.sent_at', 'o.given_up_at'])
    .select(['o.is_in_folder', 't.number'])
    .where('o.workspace_id', '=', tx.workspace)
    .where('o.kind', 'in', MAIL_KINDS)
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
  readonly sent_at: Date | null
  readonly given_up_at: Date | null
  readonly is_in_folder: boolean
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
    state: stateOf(row),
    last_error: row.last_error,
  }
}

function stateOf({ given_up_at, sent_at, is_in_folder }: Row): OutgoingMail['state'] {
  if (given_up_at !== null) return 'given-up'
  if (sent_at === null) return 'waiting'
  return is_in_folder ? 'in-folder' : 'sent'
}

/** The bytes of a mail that lies in the folder, made again: they are the same each time. Throws `not-found`. */
export async function readOutgoing(tx: Transaction, keys: Keys, id: string): Promise<Buffer> {
  const row = await tx.db
    .selectFrom('outbox')
    .select(['id', 'kind', 'ticket_id', 'payload'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('is_in_folder', '=', true)
    .executeTakeFirst()
  const written = row && (await writeOut(tx, keys, row))
  if (written === undefined) throw new Refusal('not-found', 'No mail of this id lies in the folder.')
  return written.bytes()
}
