import { canonicalJson } from '@avow/core'
import { Words } from './statement-text.ts'
import type { Asking } from './statements.ts'
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
 * room for 65,535 alone. Answers the ids that were not taken; where one was, nothing that is kept apart is written.
 */
export async function insertEvents(
  { ask }: Asking,
  workspace: string,
  rows: readonly EventRow[],
  content: readonly ContentRow[],
): Promise<string[]> {
  const inserted = await (content.length === 0
    ? ask<{ id: string }>`
    insert into event ("workspace_id", ticket_id, seq, id, type, v, at, recorded, actor, person, envelope, hash)
    select ${workspace}, ${EVENTS} from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as n ${EVENT_COLUMNS}
    on conflict ("workspace_id", id) do nothing returning id`
    : ask<{ id: string }>`
    with inserted as (
      insert into event ("workspace_id", ticket_id, seq, id, type, v, at, recorded, actor, person, envelope, hash)
      select ${workspace}, ${EVENTS} from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as n ${EVENT_COLUMNS}
      on conflict ("workspace_id", id) do nothing returning id),
    apart as (
      insert into event_content ("workspace_id", ticket_id, seq, part, person, value)
      select ${workspace}, ${PARTS} from jsonb_to_recordset(${canonicalJson(content)}::jsonb) as n ${PART_COLUMNS}
       where (select count(*) from inserted) = ${rows.length}::bigint)
    select id from inserted`)
  return inserted.map(({ id }) => id)
}

/** The same with ids that nobody could have taken, without waiting for it: where one is taken, the transaction fails. */
export function writeEvents(
  { write }: Asking,
  workspace: string,
  rows: readonly EventRow[],
  content: readonly ContentRow[],
): void {
  write`
    insert into event ("workspace_id", ticket_id, seq, id, type, v, at, recorded, actor, person, envelope, hash)
    select ${workspace}, ${EVENTS} from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as n ${EVENT_COLUMNS}`
  if (content.length > 0)
    write`
      insert into event_content ("workspace_id", ticket_id, seq, part, person, value)
      select ${workspace}, ${PARTS} from jsonb_to_recordset(${canonicalJson(content)}::jsonb) as n ${PART_COLUMNS}`
}

const EVENTS = new Words(
  `n.ticket_id, n.seq, n.id, n.type, n.v, n.at, n.recorded, n.actor, n.person, n.envelope, decode(n.hash, 'hex')`,
)
const EVENT_COLUMNS = new Words(
  `(ticket_id uuid, seq bigint, id text, type text, v integer, at timestamptz, recorded timestamptz, actor text,
    person uuid, envelope jsonb, hash text)`,
)
const PARTS = new Words('n.ticket_id, n.seq, n.part, n.person, n.value')
const PART_COLUMNS = new Words('(ticket_id uuid, seq bigint, part text, person uuid, value jsonb)')

/** The envelopes are JSON already; written once more they would be most of the work. */
function jsonOf(rows: readonly EventRow[]): string {
  const json = rows.map(({ envelope, hash, ...row }) => {
    const head = JSON.stringify({ ...row, hash: hash.toString('hex') })
    return `${head.slice(0, -1)},"envelope":${envelope}}`
  })
  return `[${json.join(',')}]`
}
