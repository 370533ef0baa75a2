import { canonicalJson, formatInstant } from '@avow/core'
import { contentMark, hashLink } from './chain.ts'
import type { AppendedEvent, NewEvent } from './event.ts'
import { type ContentRow, type EventRow, insertEvents, writeEvents } from './insert-events.ts'
import type { Transaction } from './open-transaction.ts'
import type { PersonKey, PersonKeys } from './person-keys.ts'
import type { JsonObject } from './tables.ts'
import type { TicketHead } from './ticket-heads.ts'

/** Names of an envelope that are its own: fields of a type cannot be called so. */
const OWN = ['id', 'ticket', 'seq', 'type', 'v', 'at', 'recorded', 'by', 'content']

/** What the writer of the log is handed beside the transaction. */
export interface LogWriter {
  readonly transaction: Transaction
  readonly keys: PersonKeys
  /** Hears of each event that was written. */
  readonly written: (event: AppendedEvent) => void
}

/**
 * One event into the log. Under the lock of the ticket's row: `seq` follows, `recorded` is the transaction's now and never
 * before the ticket's last, the envelope is chained. Undefined where the id is already taken: appending again changes
 * nothing.
 */
export async function appendEvent(writer: LogWriter, event: NewEvent): Promise<AppendedEvent | undefined> {
  const [appended] = await insert(writer, [event])
  return appended
}

/**
 * Several events at once, in three statements however many they are; those of one ticket are chained in the order given.
 * Their ids must be new: throws where one is taken, since those behind it are chained to it.
 */
export async function appendEvents(writer: LogWriter, events: readonly NewEvent[]): Promise<readonly AppendedEvent[]> {
  const appended = await insert(writer, events)
  if (appended.length !== events.length)
    throw new Error(
      `of ${events.length} events only ${appended.length} were new: ${events.map(({ id }) => id).join(', ')}`,
    )
  return appended
}

/** The same with ids that were made in this transaction: nothing is waited for where the persons' keys are known. */
export async function appendMadeEvents(
  writer: LogWriter,
  events: readonly NewEvent[],
): Promise<readonly AppendedEvent[]> {
  if (events.length === 0) return []
  const { links, moved, rows, content } = await link(writer, events)
  writeEvents(writer.transaction, writer.transaction.workspace, rows, content)
  return noted(writer, links, moved)
}

async function insert(writer: LogWriter, events: readonly NewEvent[]): Promise<readonly AppendedEvent[]> {
  if (events.length === 0) return []
  const { links, moved, rows, content } = await link(writer, events)
  const { transaction } = writer
  const inserted = await insertEvents(transaction, transaction.workspace, rows, content)
  if (inserted.length !== links.length) {
    const taken = new Set(inserted)
    return links.filter(({ event }) => taken.has(event.id)).map(({ appended }) => appended)
  }
  return noted(writer, links, moved)
}

interface Link {
  readonly event: NewEvent
  readonly appended: AppendedEvent
}

interface Linked {
  readonly links: readonly Link[]
  /** The heads that they make. */
  readonly moved: ReadonlyMap<string, TicketHead>
  readonly rows: readonly EventRow[]
  readonly content: readonly ContentRow[]
}

/** Chains events behind those of their tickets. */
async function link(writer: LogWriter, events: readonly NewEvent[]): Promise<Linked> {
  const { keys, transaction } = writer
  const { heads } = transaction
  await heads.lock(events.map(({ ticket }) => ticket))
  await keys.want(events.map((event) => ({ ticket: event.ticket, persons: personsOf(event) })))

  const moved = new Map<string, TicketHead>()
  const links = events.map((event) => {
    const head = moved.get(event.ticket) ?? heads.of(event.ticket)
    const recorded = Math.max(transaction.now, head.recorded)
    const appended = write(event, head.seq + 1, recorded, keys)
    const envelope = canonicalJson(appended.envelope)
    const hash = hashLink(head.hash, envelope)
    moved.set(event.ticket, { seq: appended.seq, recorded, hash })
    return { event, appended, envelope, hash }
  })
  const rows = links.map(({ event, appended, envelope, hash }) => ({
    ticket_id: event.ticket,
    seq: appended.seq,
    id: event.id,
    type: event.type,
    v: event.v ?? 1,
    at: formatInstant(appended.at),
    recorded: formatInstant(appended.recorded),
    actor: event.by,
    person: event.person === undefined ? null : keys.of(event.ticket, event.person).key,
    envelope,
    hash,
  }))
  const content = links.flatMap(({ event: { ticket }, appended: { seq, content: parts } }) =>
    parts.map(({ part, person, value }) => ({
      ticket_id: ticket,
      seq,
      part,
      person: keys.of(ticket, person).key,
      value,
    })),
  )
  return { links, moved, rows, content }
}

function noted(
  { transaction: { heads }, written }: LogWriter,
  links: readonly Link[],
  moved: ReadonlyMap<string, TicketHead>,
): readonly AppendedEvent[] {
  for (const [ticket, head] of moved) heads.moved(ticket, head)
  for (const { appended } of links) written(appended)
  return links.map(({ appended }) => appended)
}

function personsOf(event: NewEvent): readonly string[] {
  const persons = [...(event.content ?? []).map(({ person }) => person), ...Object.values(event.persons ?? {})]
  return event.person === undefined ? persons : [...persons, event.person]
}

function write(event: NewEvent, seq: number, recorded: number, keys: PersonKeys): AppendedEvent {
  const { id, ticket, type, v = 1, by, person, machine, fields = {}, persons = {}, content = [] } = event
  const taken = [...Object.keys(fields), ...Object.keys(persons)].find((name) => OWN.includes(name))
  if (taken !== undefined)
    throw new TypeError(`a ${type} cannot have a field “${taken}”: every event has one of its own`)
  const at = Math.min(event.at ?? recorded, recorded)
  const keyOf = (of: string): PersonKey => keys.of(ticket, of)
  const who = person === undefined ? machine : keyOf(person).key
  const marks = Object.fromEntries(
    content.map((each) => [each.part, contentMark(keyOf(each.person).secret, each.part, each.value)]),
  )
  const named = Object.fromEntries(Object.entries(persons).map(([field, id]) => [field, keyOf(id).key]))
  const envelope: JsonObject = {
    ...fields,
    ...named,
    id,
    ticket,
    seq,
    type,
    v,
    at: formatInstant(at),
    recorded: formatInstant(recorded),
    by: who === undefined ? by : `${by}:${who}`,
    ...(content.length > 0 ? { content: marks } : {}),
  }
  return {
    id,
    ticket,
    seq,
    type,
    at,
    recorded,
    by,
    persons,
    envelope,
    content,
    ...(person === undefined ? {} : { person }),
  }
}
