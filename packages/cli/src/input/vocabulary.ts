/** The words that a history may use, and what it says in others: a slip of a letter would else change the judgement unseen. */
import { type CharterDocument, EVENT_TYPES, nearest, TICKET_STATES, type TicketEvent } from '@avow/core'

/** What the charters at hand declare. */
export interface Vocabulary {
  readonly events: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  readonly promises: ReadonlySet<string>
}

export type OddityKind = 'type' | 'fact' | 'state' | 'promise'

/** A word of an event that nothing at hand knows. */
export interface Oddity {
  readonly kind: OddityKind
  readonly word: string
}

/** All that the charters declare together. */
export function vocabularyOf(documents: readonly CharterDocument[]): Vocabulary {
  return {
    events: new Set(documents.flatMap(({ events }) => [...events.keys()])),
    facts: new Set(documents.flatMap(({ facts }) => [...facts.keys()])),
    promises: new Set(documents.flatMap(({ promises }) => promises.map(({ id }) => id))),
  }
}

/** The words of an event that the vocabulary lacks. An event of an unknown type says nothing else. */
export function odditiesOf(event: TicketEvent, vocabulary: Vocabulary): readonly Oddity[] {
  const { type, to = '', facts = {}, tells = [], withdraws = [] } = event
  if (!isKnownType(type, vocabulary)) return [{ kind: 'type', word: type }]
  const found: Oddity[] = []
  if (type === 'status.changed' && !STATES.has(to)) found.push({ kind: 'state', word: to })
  if (type === 'ticket.created' || type === 'facts.changed') {
    for (const word of Object.keys(facts)) if (!vocabulary.facts.has(word)) found.push({ kind: 'fact', word })
  }
  for (const word of new Set([...tells, ...withdraws]))
    if (!vocabulary.promises.has(word)) found.push({ kind: 'promise', word })
  return found
}

export function isKnownType(type: string, { events }: Vocabulary): boolean {
  return events.has(type) || LOG_EVENTS.has(type)
}

const STATES: ReadonlySet<string> = new Set(TICKET_STATES)
const LOG_EVENTS: ReadonlySet<string> = new Set(EVENT_TYPES)

/** `; did you mean “channel”?`, or nothing where no word is near. */
export function didYouMean({ kind, word }: Oddity, { events, facts, promises }: Vocabulary): string {
  const known = { type: [...LOG_EVENTS, ...events], fact: [...facts], state: TICKET_STATES, promise: [...promises] }
  const guess = nearest(word, known[kind], { left: 1000 })
  if (guess !== undefined) return `; did you mean “${guess}”?`
  return kind === 'state' ? `; states are ${TICKET_STATES.join(', ')}` : ''
}

/** The same as a sentence about one event, for `avow explain`. */
export function odditySentence(oddity: Oddity, vocabulary: Vocabulary): string {
  const { kind, word } = oddity
  const says = {
    type: `the charter declares no event “${word}”`,
    fact: `the charter declares no fact “${word}”`,
    state: word === '' ? 'a status.changed says in “to” which state' : `there is no state “${word}”`,
    promise: `the charter has no promise “${word}”`,
  }[kind]
  return `${says}${didYouMean(oddity, vocabulary)}${kind === 'type' ? '; left out' : ''}`
}
