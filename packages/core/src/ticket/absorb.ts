/** The messages of a merged ticket join the survivor's history at their own instants (SPEC E10). */
import type { TicketEvent } from './event.ts'

const MESSAGES: ReadonlySet<string> = new Set(['message.received', 'message.sent', 'message.auto'])

/** That a ticket was merged into another, as either side says it. */
export interface MergeSaid {
  readonly ticket: string
  readonly into: string
  readonly at: number
  readonly seq: number
  /** Said by the survivor: `ticket.absorbed`. */
  readonly bySurvivor: boolean
}

/** Who was merged into whom. Where it is said more than once, what was said first holds (SPEC E2). */
export function survivorsOf(said: readonly MergeSaid[]): ReadonlyMap<string, string> {
  const inOrder = [...said].sort(
    (a, b) =>
      a.at - b.at ||
      (a.seq === b.seq ? 0 : a.seq - b.seq) ||
      Number(a.bySurvivor) - Number(b.bySurvivor) ||
      (a.into < b.into ? -1 : 1),
  )
  const into = new Map<string, string>()
  for (const { ticket, into: survivor } of inOrder) if (!into.has(ticket)) into.set(ticket, survivor)
  return into
}

/** Who was merged into whom, said by either side. */
export function survivors(events: readonly TicketEvent[]): ReadonlyMap<string, string> {
  return survivorsOf(events.flatMap(mergeSaid))
}

/** The tickets that the messages of `ticket` join, chains followed to the last survivor; a circle ends where it closes. */
export function chainOf(into: ReadonlyMap<string, string>, ticket: string): readonly string[] {
  const passed = new Set([ticket])
  for (let next = into.get(ticket); next !== undefined && !passed.has(next); next = into.get(next)) passed.add(next)
  passed.delete(ticket)
  return [...passed]
}

/**
 * The events with, for each survivor, copies of the messages of the tickets merged into it; a ticket of which the survivor
 * says that it was absorbed gets a `ticket.merged` of its own. A message that was moved away (SPEC E13) joins nothing. A merge
 * not yet known at `asOf` (UTC ms; the end of time where left out) is none (SPEC E1).
 */
export function absorbMerged(
  events: readonly TicketEvent[],
  asOf: number = Number.POSITIVE_INFINITY,
): readonly TicketEvent[] {
  const said = events.filter(({ at, recorded }) => at <= asOf && recorded <= asOf).flatMap(mergeSaid)
  if (said.length === 0) return events
  const into = survivorsOf(said)
  const joined = [...events]
  const moved = movedAway(events, asOf)
  const firstOf = new Map<string, TicketEvent>()
  for (const event of events) {
    if (event.id === undefined || event.at > asOf || event.recorded > asOf) continue
    const name = nameOf(event)
    const known = firstOf.get(name)
    if (known === undefined || isBefore(event, known)) firstOf.set(name, event)
  }
  for (const event of events) {
    const first = event.id === undefined ? event : firstOf.get(nameOf(event))
    if (event.type === 'ticket.absorbed' && event.from !== undefined && (first === event || first === undefined)) {
      const { at, recorded, by, seq } = event
      const order = seq === undefined ? {} : { seq }
      joined.push({ ticket: event.from, type: 'ticket.merged', at, recorded, by, ...order, into: event.ticket })
    }
    if (!MESSAGES.has(event.type) || !into.has(event.ticket)) continue
    const { id: _, ...copy } = event
    // A repeated event changes nothing (SPEC E3), so it is not copied either.
    if (first !== event) continue
    if (event.type === 'message.received' && moved.has(nameOf(event))) continue
    for (const ticket of chainOf(into, event.ticket)) joined.push({ ...copy, ticket })
  }
  return joined
}

/** The messages, named as nameOf does, that were moved to another ticket by `asOf`. */
function movedAway(events: readonly TicketEvent[], asOf: number): ReadonlySet<string> {
  return new Set(
    events.flatMap(({ type, ticket, message, at, recorded }) =>
      type === 'message.moved' && message !== undefined && at <= asOf && recorded <= asOf
        ? [nameOf({ ticket, id: message })]
        : [],
    ),
  )
}

/** An event's id is told apart by ticket, as the columns do. */
function nameOf({ ticket, id }: Pick<TicketEvent, 'ticket' | 'id'>): string {
  return JSON.stringify([ticket, id])
}

/** Which of two events with one id counts: the one recorded first (SPEC E3). */
function isBefore(a: TicketEvent, b: TicketEvent): boolean {
  return (a.recorded - b.recorded || a.at - b.at || (a.seq ?? Number.MAX_VALUE) - (b.seq ?? Number.MAX_VALUE)) < 0
}

function mergeSaid(event: TicketEvent): MergeSaid[] {
  const { ticket, type, at, into, from } = event
  const seq = event.seq ?? Number.POSITIVE_INFINITY
  if (type === 'ticket.merged' && into !== undefined) return [{ ticket, into, at, seq, bySurvivor: false }]
  if (type === 'ticket.absorbed' && from !== undefined)
    return [{ ticket: from, into: ticket, at, seq, bySurvivor: true }]
  return []
}
