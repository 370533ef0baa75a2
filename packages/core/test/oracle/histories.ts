/** From loose lines to one ordered list of events a ticket: what is known at `now` (E1), once each (E3), in order (E2), merged (E10), cut (E9, E10). */
import type { PlainCharter, PlainEvent } from './plain-data.ts'

const BEFORE_DECLARED = [
  'ticket.created',
  'facts.changed',
  'ticket.assigned',
  'message.received',
  'message.sent',
  'message.auto',
  'note.added',
]
const AFTER_DECLARED = ['status.changed', 'ticket.reopened', 'ticket.merged', 'ticket.absorbed', 'ticket.spam']
const KNOWN_FIELDS = new Set([
  'ticket',
  'type',
  'at',
  'recorded',
  'id',
  'seq',
  'v',
  'by',
  'facts',
  'to',
  'team',
  'reason',
  'third_party',
  'automatic',
  'for',
  'key',
  'into',
  'from',
  'undo',
  'tells',
  'withdraws',
])

export const instantAt = (event: PlainEvent): number => Date.parse(event.at)
const recordedAt = (event: PlainEvent): number => Date.parse(event.recorded ?? event.at)

/** Every ticket's events as judged. The last may be the `ticket.spam` or `ticket.merged` that ends the judging. */
export function historiesOf(
  charter: PlainCharter,
  lines: readonly PlainEvent[],
  now: number,
): Map<string, PlainEvent[]> {
  const inOrder = order(charter)
  const seen = lines.filter((event) => recordedAt(event) <= now && instantAt(event) <= now && isJudged(charter, event))
  const events = onceEach([...seen].sort((a, b) => recordedAt(a) - recordedAt(b) || inOrder(a, b))).sort(inOrder)
  const merges = events.flatMap(mergeSaid)
  const survivorOf = new Map<string, string>()
  for (const merge of merges)
    if (merge.into !== undefined && !survivorOf.has(merge.ticket)) survivorOf.set(merge.ticket, merge.into)
  const tickets = new Set(events.map((event) => event.ticket))
  return new Map(
    [...tickets].map((ticket) => {
      const own = events.filter((event) => event.ticket === ticket && event.type !== 'ticket.merged')
      const ends = merges.filter((event) => event.ticket === ticket)
      const messages = events.filter(
        (event) => event.type.startsWith('message.') && comesTo(survivorOf, event.ticket, ticket),
      )
      return [ticket, untilItsEnd([...own, ...ends, ...messages].sort(inOrder))]
    }),
  )
}

function isJudged(charter: PlainCharter, event: PlainEvent): boolean {
  return BEFORE_DECLARED.includes(event.type) || AFTER_DECLARED.includes(event.type) || isDeclared(charter, event)
}

export function isDeclared(charter: PlainCharter, event: PlainEvent): boolean {
  return Object.hasOwn(charter.events ?? {}, event.type)
}

function onceEach(events: readonly PlainEvent[]): PlainEvent[] {
  return events.filter((event, i) => event.id === undefined || events.findIndex((other) => other.id === event.id) === i)
}

/** A merge is said by the merged ticket, or by the survivor; the survivor's word is read as the merged ticket's own. */
function mergeSaid(event: PlainEvent): PlainEvent[] {
  if (event.type === 'ticket.merged') return [event]
  if (event.type !== 'ticket.absorbed' || event.from === undefined) return []
  return [{ ...event, ticket: event.from, type: 'ticket.merged', into: event.ticket }]
}

/** Whether the messages of `from` join `ticket`'s history, directly or by a chain of merges. */
function comesTo(survivorOf: ReadonlyMap<string, string>, from: string, ticket: string): boolean {
  const passed = new Set([from])
  for (let next = survivorOf.get(from); next !== undefined && !passed.has(next); next = survivorOf.get(next)) {
    if (next === ticket) return true
    passed.add(next)
  }
  return false
}

function untilItsEnd(events: readonly PlainEvent[]): PlainEvent[] {
  const undone = new Set<PlainEvent>()
  events.forEach((event, i) => {
    if (event.type !== 'ticket.spam' || event.undo !== true) return
    undone.add(event)
    const spam = events.slice(0, i).findLast((other) => other.type === 'ticket.spam' && !undone.has(other))
    if (spam !== undefined) undone.add(spam)
  })
  const left = events.filter((event) => !undone.has(event))
  const end = left.findIndex(endsJudging)
  return end < 0 ? left : left.slice(0, end + 1)
}

export function endsJudging(event: PlainEvent): boolean {
  return event.type === 'ticket.spam' || event.type === 'ticket.merged'
}

function order(charter: PlainCharter): (a: PlainEvent, b: PlainEvent) => number {
  const rank = (event: PlainEvent) => {
    if (isDeclared(charter, event)) return BEFORE_DECLARED.length
    const before = BEFORE_DECLARED.indexOf(event.type)
    return before >= 0 ? before : BEFORE_DECLARED.length + 1 + AFTER_DECLARED.indexOf(event.type)
  }
  const seq = (event: PlainEvent) => event.seq ?? Number.MAX_VALUE
  return (a, b) =>
    instantAt(a) - instantAt(b) ||
    Math.sign(seq(a) - seq(b)) ||
    rank(a) - rank(b) ||
    compare(canonical(a), canonical(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What is compared before, or is no part of what happened (E2). */
const COMPARED_BEFORE = new Set(['ticket', 'at', 'seq'])

function actorOf({ type, by }: PlainEvent): string {
  if (by !== undefined) return by
  if (type === 'ticket.created' || type === 'message.received') return 'customer'
  return type === 'message.sent' ? 'agent' : 'system'
}

function canonical(event: PlainEvent): string {
  const fields = Object.entries({ ...event, by: actorOf(event), recorded: event.recorded ?? event.at }).filter(
    ([name]) => KNOWN_FIELDS.has(name) && !COMPARED_BEFORE.has(name),
  )
  return JSON.stringify(sorted(Object.fromEntries(fields)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([name, each]) => [name, sorted(each)]),
  )
}
