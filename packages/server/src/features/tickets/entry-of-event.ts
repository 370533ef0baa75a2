import { appointment, direction, type Entry, type MailTrace, type PersonRef } from '@avow/contract'
import type { Actor } from '@avow/core'
import { z } from 'zod'
import type { JsonObject, JsonValue } from '../../db/index.ts'
import { MENTION } from './mention-people.ts'
import { remotePictures } from './remote-pictures.ts'

/** An event as the log has it, with what is kept apart by part. */
export interface EventRow {
  readonly actor: Actor
  /** The key that stands for who acted. */
  readonly person: string | null
  readonly envelope: JsonObject
  readonly content: JsonObject | null
}

/** What stands beside the events of a ticket. */
export interface Beside {
  /** By the key that stands for them on this ticket; those who are erased are absent. */
  readonly persons: ReadonlyMap<string, PersonRef>
  /** By seq. */
  readonly attachments: ReadonlyMap<number, Entry['attachments']>
  /** By id of the outbox row. */
  readonly delivery: ReadonlyMap<string, NonNullable<Entry['delivery']>>
  /** By id of the event: why the mail behind it is on this ticket. */
  readonly traces: ReadonlyMap<string, MailTrace>
  /** By id of the event of a message that was moved: number of the ticket that it is on. */
  readonly movedTo: ReadonlyMap<string, number>
}

/** Parts of the content that name to whom something was forwarded, one each: they are erased with that person. */
export const RECIPIENT = 'recipient.'

const recipient = z.object({ address: z.string(), as: z.enum(['to', 'cc']), outbox: z.string() })

/** What is kept of somebody to whom something was forwarded. */
export type KeptRecipient = z.infer<typeof recipient>

/** Of an envelope, what every event has and an entry says in its own fields; and keys that stand for persons. */
const OWN = new Set(['id', 'ticket', 'seq', 'type', 'v', 'at', 'recorded', 'by', 'content', 'given_to'])
/** Parts of the content that an entry has fields for; others stand among its `fields`. */
const SHOWN = new Set(['text', 'quoted', 'html', 'from', 'appointments'])

const OWN_OF_FORWARD = new Set([...OWN, 'outboxes', 'messages', 'words_of'])

/** An event as the timeline shows it. What was erased is absent. */
export function entryOf({ actor, person, envelope, content }: EventRow, beside: Beside): Entry {
  const seq = Number(envelope['seq'])
  const type = String(envelope['type'])
  const html = textOf(content?.['html'])
  // Remote images are sanitised to carry their address in data-src: nothing is fetched before it is asked for.
  const remoteImages = html === null ? [] : remotePictures(html)
  return {
    seq,
    id: String(envelope['id']),
    type,
    at: String(envelope['at']),
    by: actor,
    person: person === null ? null : (beside.persons.get(person) ?? null),
    text: textOf(content?.['text']),
    quoted: textOf(content?.['quoted']),
    html,
    has_remote_images: remoteImages.length > 0,
    remote_images: [...remoteImages],
    from: senderOf(content?.['from']),
    doubt: textOf(envelope['doubt']),
    language: textOf(envelope['language']),
    attachments: beside.attachments.get(seq) ?? [],
    appointments: appointment
      .array()
      .catch([])
      .parse(content?.['appointments'] ?? []),
    delivery: beside.delivery.get(String(envelope['outbox'])) ?? null,
    trace: beside.traces.get(String(envelope['id'])) ?? null,
    moved_to: beside.movedTo.get(String(envelope['id'])) ?? null,
    forwarded: type === 'ticket.forwarded' ? forwardedIn(envelope, content ?? {}, beside) : null,
    direction: direction.safeParse(envelope['direction']).data ?? null,
    mentions: mentionsIn(type, envelope, beside),
    fields: {
      ...fieldsOf(envelope, type === 'ticket.forwarded' ? OWN_OF_FORWARD : OWN),
      ...fieldsOf(content ?? {}, SHOWN),
      ...assigneeOf(type, envelope, beside),
    },
  }
}

function fieldsOf(object: JsonObject, without: ReadonlySet<string>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([name]) => !without.has(name) && !name.startsWith(RECIPIENT) && !name.startsWith(MENTION),
    ),
  )
}

/** To whom, how far each mail got, and what; a recipient who was erased is absent. */
function forwardedIn({ messages }: JsonObject, content: JsonObject, { delivery }: Beside): Entry['forwarded'] {
  const recipients = Object.entries(content)
    .filter(([part]) => part.startsWith(RECIPIENT))
    .sort(([a], [b]) => Number(a.slice(RECIPIENT.length)) - Number(b.slice(RECIPIENT.length)))
  return {
    to: recipients.flatMap(([, value]) => {
      const read = recipient.safeParse(value)
      if (!read.success) return []
      const { address, as, outbox } = read.data
      return [{ address, as, delivery: delivery.get(outbox) ?? null }]
    }),
    messages: z.array(z.string()).catch([]).parse(messages),
  }
}

/** Whom a note mentions; who was erased is absent. */
function mentionsIn(type: string, envelope: JsonObject, { persons }: Beside): PersonRef[] {
  if (type !== 'note.added') return []
  return Object.entries(envelope)
    .filter(([name]) => name.startsWith(MENTION))
    .flatMap(([, key]) => persons.get(String(key)) ?? [])
}

/** The person to whom a ticket was given, and from whom it was taken, by id and name instead of the key that stands for them. */
function assigneeOf(type: string, { to, from }: JsonObject, { persons }: Beside): Record<string, JsonValue> {
  if (type !== 'ticket.assigned') return {}
  return { ...named('to', to, persons), ...named('from', from, persons) }
}

function named(field: string, key: JsonValue | undefined, persons: Beside['persons']): Record<string, JsonValue> {
  if (typeof key !== 'string') return {}
  const person = persons.get(key)
  return { [field]: person?.id ?? null, [`${field}_name`]: person?.name ?? null }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function senderOf(value: JsonValue | undefined): Entry['from'] {
  if (typeof value !== 'object' || value === null || !('address' in value)) return null
  const address = textOf(value['address'])
  return address === null ? null : { name: textOf(value['name']), address }
}
