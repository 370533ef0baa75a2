import { type RawBuilder, sql } from 'kysely'
import { type Store, type Transaction, transaction } from '../../db/index.ts'

/**
 * Read at once: enough tickets that their events, wherever they lie, are found in few looks, few enough that the next are
 * read meanwhile; and no more events than one text has room for.
 */
const TICKETS = 10_000
const EVENTS = 200_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** What a charter judges by; all else of the log is left where it is. */
const JUDGED = [
  'ticket.created',
  'facts.changed',
  'message.received',
  'message.sent',
  'message.auto',
  'status.changed',
  'ticket.reopened',
  'ticket.merged',
  'ticket.absorbed',
  'ticket.spam',
]

/** The fields that a charter judges by, beside facts; docs/formats/history.md. */
const FIELDS = ['for', 'to', 'reason', 'third_party', 'automatic', 'tells', 'withdraws', 'key', 'into', 'from', 'undo']

/**
 * An event `e` as a line of a history file, with what is judged alone: a whole envelope takes eight times as long to write
 * and to read. When it was recorded is left out too: by then all were. A field that is not there is null, and concat leaves
 * it out.
 */
const LINE = (facts: RawBuilder<unknown>) => sql`
  concat('{"ticket":"', e.ticket_id, '","seq":', e.seq, ',"at":', e.envelope -> 'at', ',"type":"', e.type, '","by":"', e.actor, '"',
         case when e.v <> 1 then concat(',"v":', e.v) end,
         ${sql.join(FIELDS.map((name) => sql`${sql.lit(`,"${name}":`)} || (e.envelope -> ${sql.lit(name)})::text`))},
         ',"facts":' || (${facts})::text, '}')`

export interface LogPage {
  readonly tickets: number
  /** By id: the hash of the version that the ticket is pinned to; none for those before every version. */
  readonly pinned: ReadonlyMap<string, string>
  /** Their events, as lines of a history file. */
  readonly lines: Buffer
}

export interface LogWanted {
  readonly workspace: string
  /** Events recorded by then, UTC ms. */
  readonly asOf: number
  /** Event types that the charters at hand declare. */
  readonly declared: readonly string[]
}

/** A workspace’s log, page after page; the next one is being read while one is looked at. */
export async function* readLog(store: Store, wanted: LogWanted): AsyncGenerator<LogPage> {
  let next: Promise<ReadPage> | undefined = readPage(store, wanted, FIRST)
  while (next !== undefined) {
    const { last, ...page }: ReadPage = await next
    next = last === undefined ? undefined : readPage(store, wanted, last)
    // Whoever breaks off hears of the page before, not of one that nobody waits for.
    next?.catch(() => undefined)
    if (page.tickets > 0) yield page
  }
}

type ReadPage = LogPage & {
  /** Id of its last ticket. */
  readonly last: string | undefined
}

function readPage(store: Store, { workspace, asOf, declared }: LogWanted, after: string): Promise<ReadPage> {
  return transaction(store, { workspace }, async (tx) => {
    // A page is a tenth of a large log: how it is best read depends on how much there is, so it is planned anew.
    await sql`set local plan_cache_mode = force_custom_plan`.execute(tx.db)
    const { rows } = await sql<{ hash: string | null; ids: string; first: string; last: string }>`
      select charter_hash as hash, string_agg(id::text, ' ') as ids, min(id::text collate "C") as first,
             max(id::text collate "C") as last
        from (select id, charter_hash, row_number() over w as place, sum(seq) over w as events
                from (select id, charter_hash, seq from ticket
                       where "workspace_id" = ${workspace} and id > ${after}::uuid and created_at <= ${new Date(asOf)} and not is_imported
                       order by id limit ${TICKETS}) next window w as (order by id)) t
       where place = 1 or events <= ${EVENTS}
       group by 1`.execute(tx.db)
    const pinned = new Map<string, string>()
    let tickets = 0
    for (const { hash, ids } of rows) {
      const list = ids.split(' ')
      tickets += list.length
      if (hash !== null) for (const id of list) pinned.set(id, hash)
    }
    const first = rows.map((row) => row.first).sort()[0]
    const last = rows
      .map((row) => row.last)
      .sort()
      .at(-1)
    if (first === undefined || last === undefined) return { tickets, pinned, lines: Buffer.alloc(0), last }
    return { tickets, pinned, last, lines: await readLines(tx, { first, last, asOf, types: [...JUDGED, ...declared] }) }
  })
}

interface Span {
  /** Ids of tickets. */
  readonly first: string
  readonly last: string
  readonly asOf: number
  readonly types: readonly string[]
}

/** Not a message `e` that was moved to another ticket: lines have no ids by which a charter could tell it (SPEC E13). */
function notMoved(workspace: string, asOf: number): RawBuilder<unknown> {
  return sql`(e.type <> 'message.received' or e.id <> all (array(
    select m.envelope ->> 'message' from event m
     where m."workspace_id" = ${workspace} and m.type = 'message.moved' and m.recorded <= ${new Date(asOf)})))`
}

/** One text for all: a row for each event would cost more than the events. */
async function readLines(tx: Transaction, { first, last, asOf, types }: Span): Promise<Buffer> {
  const { workspace } = tx
  const { rows } = await sql<{ lines: string | null; personal: boolean }>`
    select (select string_agg(${LINE(sql`e.envelope -> 'facts'`)}, chr(10)) from event e
             where e."workspace_id" = ${workspace} and e.ticket_id between ${first}::uuid and ${last}::uuid
               and e.type = any (${types}::text[]) and e.recorded <= ${new Date(asOf)}
               and ${notMoved(workspace, asOf)}) as lines,
           exists (select from event_content
             where "workspace_id" = ${workspace} and ticket_id between ${first}::uuid and ${last}::uuid
               and part = 'facts') as personal`.execute(tx.db)
  const [row] = rows
  if (row?.personal === true) return readPersonal(tx, { first, last, asOf, types })
  return Buffer.from(`${row?.lines ?? ''}\n`)
}

/** The same where personal facts are to be joined with those of the envelopes. */
async function readPersonal(tx: Transaction, { first, last, asOf, types }: Span): Promise<Buffer> {
  const { workspace } = tx
  const facts = sql`case when c.value is null then e.envelope -> 'facts'
                         else coalesce(e.envelope -> 'facts', '{}') || c.value end`
  const { rows } = await sql<{ lines: string | null }>`
    select string_agg(${LINE(facts)}, chr(10)) as lines
      from event e left join event_content c
        on c."workspace_id" = ${workspace} and c.ticket_id = e.ticket_id and c.seq = e.seq and c.part = 'facts'
     where e."workspace_id" = ${workspace} and e.ticket_id between ${first}::uuid and ${last}::uuid
       and e.type = any (${types}::text[]) and e.recorded <= ${new Date(asOf)} and ${notMoved(workspace, asOf)}`.execute(
    tx.db,
  )
  return Buffer.from(`${rows[0]?.lines ?? ''}\n`)
}
