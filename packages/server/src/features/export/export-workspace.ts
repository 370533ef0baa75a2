import { type Store, transaction } from '../../db/index.ts'
import type { JsonObject } from '../../db/tables.ts'
import { EXPORTED_TABLES, rowsOf } from './rows-of-tables.ts'

const PAGE = 500

/**
 * Everything of a workspace as JSON lines (docs/formats/export.md): charter versions, people, positions, mailboxes, what
 * led to the charter and what it led to, mail, and every event of every ticket as a line of a history file with its texts under `content`. As of its first instant:
 * what is recorded later is not in it. Read page by page, so that it needs no room.
 */
export async function* exportWorkspace(store: Store, workspace: string): AsyncGenerator<string> {
  const asOf = await transaction(store, { workspace }, async ({ now }) => new Date(now))
  yield line({ type: 'export.started', at: asOf.toISOString(), format: 1 })
  for (const each of await plainRows(store, workspace)) yield line(each)
  for (const table of EXPORTED_TABLES) for await (const row of rowsOf(store, workspace, table)) yield line(row)
  yield* inboundMail(store, workspace, asOf)
  yield* events(store, workspace, asOf)
  yield line({ type: 'export.ended', at: asOf.toISOString() })
}

/** What is small: read at once. */
function plainRows(store: Store, workspace: string): Promise<readonly JsonObject[]> {
  return transaction(store, { workspace }, async ({ db }) => {
    const versions = await db
      .selectFrom('charter_version')
      .select(['version', 'hash', 'effective', 'ends', 'source', 'published_at', 'published_by', 'approved_by'])
      .where('workspace_id', '=', workspace)
      .orderBy('version')
      .execute()
    const people = await db
      .selectFrom('person')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .orderBy('id')
      .execute()
    const positions = await db
      .selectFrom('position_holder')
      .select(['position', 'person_id'])
      .where('workspace_id', '=', workspace)
      .orderBy('position')
      .execute()
    const mailboxes = await db
      .selectFrom('mailbox')
      .select(['id', 'address', 'name', 'language', 'zone'])
      .where('workspace_id', '=', workspace)
      .execute()
    return [
      ...versions.map((row) => ({ type: 'export.charter', ...plain(row) })),
      ...people.map(({ workspace_id: _, ...row }) => ({ type: 'export.person', ...plain(row) })),
      ...positions.map((row) => ({ type: 'export.position', ...plain(row) })),
      ...mailboxes.map((row) => ({ type: 'export.mailbox', ...plain(row) })),
    ]
  })
}

async function* inboundMail(store: Store, workspace: string, asOf: Date): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await transaction(store, { workspace }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['id', 'mailbox_id', 'received_at', 'envelope_from', 'envelope_to', 'size', 'outcome', 'reason'])
        .select([
          'ticket_id',
          'event_id',
          'from_address',
          'from_name',
          'subject',
          'message_id',
          'sha256',
          'verification',
        ])
        .where('workspace_id', '=', workspace)
        .where('received_at', '<=', asOf)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute(),
    )
    for (const { sha256, ...row } of rows)
      yield line({ type: 'export.mail', ...plain(row), sha256: sha256.toString('hex') })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

async function* events(store: Store, workspace: string, asOf: Date): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await transaction(store, { workspace }, async ({ db }) => {
      const tickets = await db
        .selectFrom('ticket')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute()
      const ids = tickets.map(({ id }) => id)
      if (ids.length === 0) return { last: undefined, lines: [] }
      const log = await db
        .selectFrom('event')
        .select(['ticket_id', 'seq', 'envelope'])
        .where('workspace_id', '=', workspace)
        .where('ticket_id', 'in', ids)
        .where('recorded', '<=', asOf)
        .orderBy('ticket_id')
        .orderBy('seq')
        .execute()
      const content = await db
        .selectFrom('event_content')
        .select(['ticket_id', 'seq', 'part', 'value'])
        .where('workspace_id', '=', workspace)
        .where('ticket_id', 'in', ids)
        .execute()
      const byEvent = Map.groupBy(content, ({ ticket_id, seq }) => `${ticket_id} ${seq}`)
      const lines = log.map(({ ticket_id, seq, envelope }) => {
        const { content: _, ...fields } = envelope
        const parts = byEvent.get(`${ticket_id} ${seq}`)
        if (parts === undefined) return line(fields)
        return line({ ...fields, content: Object.fromEntries(parts.map(({ part, value }) => [part, value])) })
      })
      return { last: ids.at(-1), lines }
    })
    if (page.last === undefined) return
    yield page.lines.join('')
    after = page.last
  }
}

function line(value: JsonObject): string {
  return `${JSON.stringify(value)}\n`
}

/** Rows as JSON has them: instants as RFC 3339. */
function plain(row: object): JsonObject {
  const copied: unknown = JSON.parse(JSON.stringify(row))
  return isObject(copied) ? copied : {}
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
