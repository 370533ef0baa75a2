import type { Entry, PersonRef } from '@avow/contract'
import { type Actor, formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, JsonValue, Transaction } from '../../db/index.ts'
import { personOf } from './view-rows.ts'

interface EventRow {
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly actor: Actor
  readonly person: string | null
  readonly envelope: JsonObject
  readonly content: JsonObject | null
}

/** What stands beside the events of a ticket. */
export interface Beside {
  /** By the key that stands for them on this ticket. */
  readonly persons: ReadonlyMap<string, PersonRef>
  /** By seq. */
  readonly attachments: ReadonlyMap<number, Entry['attachments']>
  /** By id of the outbox row. */
  readonly delivery: ReadonlyMap<string, NonNullable<Entry['delivery']>>
}

/** Of an envelope, what every event has and an entry says in its own fields. */
const OWN = new Set(['id', 'ticket', 'seq', 'type', 'v', 'at', 'recorded', 'by', 'content'])
/** Parts of the content that an entry has fields for; others stand among its `fields`. */
const SHOWN = new Set(['text', 'quoted', 'html', 'from'])

/** The timeline of a ticket, in the order of its log. What was erased is absent. */
export async function readEntries(tx: Transaction, ticket: string, beside: Beside): Promise<Entry[]> {
  const { rows } = await sql<EventRow>`
    select e.seq, e.id, e.type, e.at, e.actor, e.person, e.envelope,
           (select jsonb_object_agg(c.part, c.value) from event_content c
             where c."workspace_id" = ${tx.workspace} and c.ticket_id = e.ticket_id and c.seq = e.seq) as content
      from event e
     where e."workspace_id" = ${tx.workspace} and e.ticket_id = ${ticket}
     order by e.seq`.execute(tx.db)
  return rows.map((row) => entryOf(row, beside))
}

function entryOf({ seq, id, type, at, actor, person, envelope, content }: EventRow, beside: Beside): Entry {
  const html = textOf(content?.['html'])
  return {
    seq,
    id,
    type,
    at: formatInstant(at.getTime()),
    by: actor,
    person: person === null ? null : (beside.persons.get(person) ?? null),
    text: textOf(content?.['text']),
    quoted: textOf(content?.['quoted']),
    html,
    // Remote images are sanitised to carry their address in data-src: nothing is fetched before it is asked for.
    has_remote_images: html?.includes(' data-src="') ?? false,
    from: senderOf(content?.['from']),
    doubt: textOf(envelope['doubt']),
    language: textOf(envelope['language']),
    attachments: beside.attachments.get(seq) ?? [],
    delivery: beside.delivery.get(String(envelope['outbox'])) ?? null,
    fields: { ...fieldsOf(envelope, OWN), ...fieldsOf(content ?? {}, SHOWN), ...assigneeOf(type, envelope, beside) },
  }
}

function fieldsOf(object: JsonObject, without: ReadonlySet<string>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !without.has(name)))
}

/** The person to whom a ticket was given, by id and name instead of the key that stands for them. */
function assigneeOf(type: string, { to }: JsonObject, { persons }: Beside): Record<string, JsonValue> {
  if (type !== 'ticket.assigned' || typeof to !== 'string') return {}
  const person = persons.get(to)
  return { to: person?.id ?? null, to_name: person?.name ?? null }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function senderOf(value: JsonValue | undefined): Entry['from'] {
  if (typeof value !== 'object' || value === null || !('address' in value)) return null
  const address = textOf(value['address'])
  return address === null ? null : { name: textOf(value['name']), address }
}

/** Those who have a key on the ticket and are still known. */
export async function readPersons(tx: Transaction, ticket: string): Promise<ReadonlyMap<string, PersonRef>> {
  const rows = await tx.db
    .selectFrom('person_key as k')
    .innerJoin('person as p', (join) =>
      join
        .on('p.workspace_id', '=', tx.workspace)
        .onRef('p.workspace_id', '=', 'k.workspace_id')
        .onRef('p.id', '=', 'k.person_id'),
    )
    .select(['k.key', 'p.id', 'p.name', 'p.email'])
    .where('k.workspace_id', '=', tx.workspace)
    .where('k.ticket_id', '=', ticket)
    .execute()
  return new Map(
    rows.flatMap(({ key, id, name, email }) => {
      const person = personOf(id, name, email)
      return person === null ? [] : [[key, person] as const]
    }),
  )
}
