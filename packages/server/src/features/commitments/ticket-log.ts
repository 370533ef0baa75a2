import { absorbMerged, readEvent, type TicketEvent } from '@avow/core'
import type { AppendedEvent, JsonObject, JsonValue, Transaction } from '../../db/index.ts'

/** An event of the log as it is judged, with what stands for persons turned into their ids. */
export interface LogEntry {
  readonly seq: number
  readonly event: TicketEvent
  /** The event as the log has it: fields that core does not know stand here. */
  readonly envelope: JsonObject
  /** `ticket.created`: id of the customer, unless erased. */
  readonly customer: string | null
  /** `ticket.assigned`: id of the person, unless erased. */
  readonly assignee: string | null
}

/** A ticket's whole history, in the order of seq. */
export interface TicketLog {
  readonly ticket: string
  readonly entries: readonly LogEntry[]
  /** Messages of tickets merged into it, as though they had been written on it (SPEC E10). */
  readonly joined: readonly TicketEvent[]
}

/** The ids of messages that were moved to other tickets (SPEC E13). */
export function movedAway(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ event: { type, message } }) =>
      type === 'message.moved' && message !== undefined ? [message] : [],
    ),
  )
}

/** All that a ticket is judged by. */
export function historyOf({ entries, joined }: Pick<TicketLog, 'entries' | 'joined'>): readonly TicketEvent[] {
  const away = movedAway(entries)
  const own = entries.map(({ event }) => event).filter(({ id }) => id === undefined || !away.has(id))
  return joined.length === 0 ? own : [...own, ...joined]
}

/** What a transaction has read of tickets' logs, up to the seq it had then. */
const read = new WeakMap<Transaction, Map<string, readonly LogEntry[]>>()

/**
 * The histories of tickets, events appended in this transaction too; in two statements however many they are, and none for
 * tickets that it opened itself. Personal facts are merged into those of the envelope.
 */
export async function readHistories(
  tx: Transaction,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, TicketLog>> {
  const known = read.get(tx) ?? new Map<string, readonly LogEntry[]>()
  read.set(tx, known)
  const wanted = [...new Set(tickets)]
  for (const ticket of wanted) if (tx.appendedTo(ticket)[0]?.seq === 1 && !known.has(ticket)) known.set(ticket, [])
  await readLogs(
    tx,
    wanted.filter((ticket) => !known.has(ticket)),
    known,
  )
  const logs = new Map<string, TicketLog>()
  for (const ticket of wanted) {
    const entries = grown(tx, ticket, known)
    logs.set(ticket, { ticket, entries, joined: await joinedBy(tx, ticket, entries) })
  }
  return logs
}

/** What is known of a ticket's log, with what was appended to it since it was read. */
function grown(tx: Transaction, ticket: string, known: Map<string, readonly LogEntry[]>): readonly LogEntry[] {
  const before = known.get(ticket) ?? []
  const last = before.at(-1)?.seq ?? 0
  const fresh = tx.appendedTo(ticket).filter(({ seq }) => seq > last)
  const entries = fresh.length === 0 ? before : [...before, ...fresh.map(entryOfAppended)]
  known.set(ticket, entries)
  return entries
}

/** The messages that join a ticket from those merged into it, and into these; most tickets have none. */
async function joinedBy(
  tx: Transaction,
  ticket: string,
  entries: readonly LogEntry[],
): Promise<readonly TicketEvent[]> {
  const absorbed = absorbedIn(entries)
  if (absorbed.length === 0) return []
  const events = new Map([[ticket, entries.map(({ event }) => event)]])
  for (let next = absorbed; next.length > 0; ) {
    const logs = await readHistories(tx, next)
    for (const [id, log] of logs)
      events.set(
        id,
        log.entries.map(({ event }) => event),
      )
    next = [...logs.values()].flatMap((log) => absorbedIn(log.entries)).filter((id) => !events.has(id))
  }
  const own = new Set(events.get(ticket))
  return absorbMerged([...events.values()].flat()).filter((event) => event.ticket === ticket && !own.has(event))
}

/** The tickets that a log says its ticket was merged into. */
export function mergedIn(entries: readonly LogEntry[]): readonly string[] {
  return entries.flatMap(({ event: { type, into } }) => (type === 'ticket.merged' && into !== undefined ? [into] : []))
}

function absorbedIn(entries: readonly LogEntry[]): readonly string[] {
  return entries.flatMap(({ event: { type, from } }) =>
    type === 'ticket.absorbed' && from !== undefined ? [from] : [],
  )
}

/**
 * Reads the history of the ticket of a number, which this transaction locks, for whoever asks for it afterwards; sent before
 * its id is known. Whoever appends to it need not ask for keys.
 */
export async function readHistoryAhead(tx: Transaction, number: number): Promise<void> {
  const known = read.get(tx) ?? new Map<string, readonly LogEntry[]>()
  read.set(tx, known)
  const rows = await tx.read<LogRow>`
    with at_hand as (select id from ticket where "workspace_id" = ${tx.workspace} and number = ${number})
    select ticket_id, seq, null as part, envelope as value, null as secret from event
     where "workspace_id" = ${tx.workspace} and ticket_id = (select id from at_hand)
    union all
    select k.ticket_id, 0::bigint, k.key::text, to_jsonb(coalesce(p.who, k.person_id)),
           encode(k.secret, 'hex') || ' ' || k.person_id
      from person_key k left join person p on p."workspace_id" = ${tx.workspace} and p.id = k.person_id
     where k."workspace_id" = ${tx.workspace} and k.ticket_id = (select id from at_hand)
    union all
    select ticket_id, seq, part, case part when 'facts' then value else to_jsonb(person) end, null from event_content
     where "workspace_id" = ${tx.workspace} and ticket_id = (select id from at_hand) and part in ('facts', 'customer')`
  const [first] = rows
  if (first === undefined) return
  const ticket = first.ticket_id
  fillLogs(rows, [ticket], known)
  tx.keys.know(
    ticket,
    rows.flatMap(({ part, secret: both }) => {
      if (part === null || both === null) return []
      const [secret = '', person = ''] = both.split(' ')
      return [{ person, key: part, secret: Buffer.from(secret, 'hex') }]
    }),
  )
}

async function readLogs(
  tx: Transaction,
  tickets: readonly string[],
  into: Map<string, readonly LogEntry[]>,
): Promise<void> {
  if (tickets.length === 0) return
  // Events with their envelope; a key with who it stands for now; a personal part with its value, or with the key
  // of whom it speaks.
  const rows = await tx.ask<LogRow>`
    select ticket_id, seq, null as part, envelope as value, null as secret from event
     where "workspace_id" = ${tx.workspace} and ticket_id = any (${tickets}::uuid[])
    union all
    select k.ticket_id, 0::bigint, k.key::text, to_jsonb(coalesce(p.who, k.person_id)), null
      from person_key k left join person p on p."workspace_id" = ${tx.workspace} and p.id = k.person_id
     where k."workspace_id" = ${tx.workspace} and k.ticket_id = any (${tickets}::uuid[])
    union all
    select ticket_id, seq, part, case part when 'facts' then value else to_jsonb(person) end, null from event_content
     where "workspace_id" = ${tx.workspace} and ticket_id = any (${tickets}::uuid[]) and part in ('facts', 'customer')`
  fillLogs(rows, tickets, into)
}

interface LogRow {
  readonly ticket_id: string
  /** 0 for a key. */
  readonly seq: number
  readonly part: string | null
  readonly value: JsonValue
  /** Of a key, where it is asked for: in hexadecimal, and behind a space the person that the log named by it. */
  readonly secret: string | null
}

function fillLogs(rows: readonly LogRow[], tickets: readonly string[], into: Map<string, readonly LogEntry[]>): void {
  const events = rows
    .flatMap(({ ticket_id, seq, part, value }) =>
      part === null ? [{ ticket_id, seq, envelope: objectOr(value) }] : [],
    )
    .sort((a, b) => a.seq - b.seq)
  const beside = new Map(
    rows.flatMap(({ ticket_id, seq, part, value }) =>
      part === null ? [] : [[`${ticket_id}/${seq}/${part}`, value] as const],
    ),
  )
  const logs = new Map<string, LogEntry[]>(tickets.map((ticket) => [ticket, []]))
  for (const { ticket_id, seq, envelope } of events) {
    const person = (key: unknown) => textOrNull(beside.get(`${ticket_id}/0/${String(key)}`))
    const customer = person(beside.get(`${ticket_id}/${seq}/customer`))
    const by = String(envelope['by'])
    const entry = entryOf(envelope, beside.get(`${ticket_id}/${seq}/facts`), {
      customer: customer ?? (by.startsWith('customer:') ? person(by.slice('customer:'.length)) : null),
      assignee: person(envelope['to']),
    })
    logs.get(ticket_id)?.push(entry)
  }
  for (const [ticket, entries] of logs) into.set(ticket, entries)
}

function entryOfAppended({ envelope, content, persons, by, person }: AppendedEvent): LogEntry {
  const part = (name: string) => content.find((found) => found.part === name)
  return entryOf(envelope, part('facts')?.value, {
    customer: part('customer')?.person ?? (by === 'customer' ? (person ?? null) : null),
    assignee: persons['to'] ?? null,
  })
}

function entryOf(
  envelope: JsonObject,
  personalFacts: JsonValue | undefined,
  persons: { readonly customer: string | null; readonly assignee: string | null },
): LogEntry {
  const facts =
    personalFacts === undefined ? {} : { facts: { ...objectOr(envelope['facts']), ...objectOr(personalFacts) } }
  const { event } = readEvent({ ...envelope, ...facts })
  if (event === undefined) throw new Error(`the log holds what is no event: ${String(envelope['id'])}`)
  return { seq: Number(envelope['seq']), event, envelope, ...persons }
}

function objectOr(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {}
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
