import { canonicalJson } from '@avow/core'
import { sql } from 'kysely'
import type { Statements } from './statements.ts'
import type { JsonValue } from './tables.ts'

/** A row of the log; `envelope` is canonical JSON. */
export interface EventRow {
  readonly ticket_id: string
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly v: number
  /** RFC 3339. */
  readonly at: string
  readonly recorded: string
  readonly actor: string
  readonly person: string | null
  readonly envelope: string
  readonly hash: Buffer
}

export interface ContentRow {
  readonly ticket_id: string
  readonly seq: number
  readonly part: string
  readonly person: string
  readonly value: JsonValue
}

/**
 * Writes rows of the log, and what is kept apart from them, in one statement of a few parameters, since a statement has
 * room for 65,535 alone. Answers the ids that were not taken; where one was, nothing that is kept apart is written, or the
 * statement fails.
 */
export async function insertEvents(
  db: Statements,
  workspace: string,
  rows: readonly EventRow[],
  content: readonly ContentRow[],
  taken: 'skip' | 'fail' = 'skip',
): Promise<string[]> {
  // The envelopes are JSON already; written once more they would be most of the work.
  const json = rows.map(({ envelope, hash, ...row }) => {
    const head = JSON.stringify({ ...row, hash: hash.toString('hex') })
    return `${head.slice(0, -1)},"envelope":${envelope}}`
  })
  const inserting = sql`
    insert into event ("workspace_id", ticket_id, seq, id, type, v, at, recorded, actor, person, envelope, hash)
    select ${workspace}, n.ticket_id, n.seq, n.id, n.type, n.v, n.at, n.recorded, n.actor, n.person, n.envelope,
           decode(n.hash, 'hex')
      from jsonb_to_recordset(${`[${json.join(',')}]`}::jsonb) as n (ticket_id uuid, seq bigint, id text, type text,
           v integer, at timestamptz, recorded timestamptz, actor text, person uuid, envelope jsonb, hash text)
    ${taken === 'skip' ? sql.raw('on conflict ("workspace_id", id) do nothing') : sql.raw('')} returning id`
  const inserted = await (content.length === 0
    ? sql<{ id: string }>`${inserting}`
    : sql<{ id: string }>`
    with inserted as (${inserting}), apart as (
      insert into event_content ("workspace_id", ticket_id, seq, part, person, value)
      select ${workspace}, n.ticket_id, n.seq, n.part, n.person, n.value
        from jsonb_to_recordset(${canonicalJson(content)}::jsonb)
             as n (ticket_id uuid, seq bigint, part text, person uuid, value jsonb)
       where (select count(*) from inserted) = ${rows.length}::bigint)
    select id from inserted`
  ).execute(db)
  return inserted.rows.map(({ id }) => id)
}
