/** The kinds of events and their rank among events of one instant: SPEC E2. */
import { FIRST_DECLARED, KIND } from './columns.ts'

const KINDS: ReadonlyMap<string, number> = new Map([
  ['ticket.created', KIND.created],
  ['facts.changed', KIND.factsChanged],
  ['ticket.assigned', KIND.assigned],
  ['message.received', KIND.received],
  ['message.sent', KIND.sent],
  ['message.auto', KIND.auto],
  ['note.added', KIND.note],
  ['status.changed', KIND.status],
  ['ticket.reopened', KIND.reopened],
  ['ticket.merged', KIND.merged],
  ['ticket.absorbed', KIND.absorbed],
  ['ticket.spam', KIND.spam],
  ['message.moved', KIND.other],
  ['commitment.kept', KIND.other],
  ['commitment.broken', KIND.other],
  ['commitment.corrected', KIND.other],
])

/** The code of an event type that every charter knows; undefined for all others, declared ones too. */
export function kindOf(type: string): number | undefined {
  return KINDS.get(type)
}

/** The rank of a kind's events among those of one instant: declared events stand between the notes and the states. */
export function rankOf(kind: number): number {
  if (kind >= FIRST_DECLARED) return KIND.note + 1
  return kind <= KIND.note ? kind : kind + 1
}
