/** One line of a history file, as JSON, into an event: docs/formats/history.md. */
import type { Actor, FactValue, TicketEvent } from './event.ts'

/** What a reader could not use: a field that no format knows, or a line without what an event must have. */
export interface EventProblem {
  readonly code: 'not-an-event' | 'bad-instant' | 'bad-field' | 'unknown-field'
  readonly field: string
  readonly message: string
}

export interface EventReading {
  /** Absent where the line is no event at all. */
  readonly event?: TicketEvent
  readonly problems: readonly EventProblem[]
}

const ACTORS: readonly string[] = ['customer', 'agent', 'bot', 'system']
const TEXT_FIELDS = ['id', 'to', 'team', 'reason', 'third_party', 'for', 'key', 'into', 'from', 'message'] as const
const FLAG_FIELDS = ['automatic', 'undo'] as const
const LIST_FIELDS = ['tells', 'withdraws'] as const
const KNOWN = new Set<string>([
  'ticket',
  'type',
  'at',
  'recorded',
  'by',
  'seq',
  'v',
  'facts',
  ...TEXT_FIELDS,
  ...FLAG_FIELDS,
  ...LIST_FIELDS,
])
/** Who acts where a file does not say (SPEC E4). */
const DEFAULT_ACTORS: ReadonlyMap<string, Actor> = new Map([
  ['ticket.created', 'customer'],
  ['message.received', 'customer'],
  ['message.sent', 'agent'],
])

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?([Zz]|[+-]\d{2}:?\d{2})$/

/**
 * RFC 3339 (seconds may be left out) to UTC ms; finer than a millisecond is cut off. Undefined where it is none, and
 * outside the years 1900 to 2199: a typing error, for which no zone or calendar is compiled.
 */
export function parseInstant(text: string): number | undefined {
  const found = INSTANT.exec(text)
  if (found === null) return undefined
  const part = (index: number) => Number(found[index] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  if (month < 1 || month > 12 || hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0))
    return undefined
  const midnight = Date.UTC(year, month - 1, day)
  if (new Date(midnight).getUTCDate() !== day || year < 1900 || year > 2199) return undefined
  const ms = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3))
  const zone = found[8] ?? 'Z'
  const offset =
    zone.length === 1 ? 0 : (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * (zone[0] === '-' ? -1 : 1)
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + ms
}

/** Reads one parsed JSON value. Never throws; what it cannot use is named in `problems` (SPEC E3). */
export function readEvent(value: unknown): EventReading {
  const problems: EventProblem[] = []
  const problem = (code: EventProblem['code'], field: string, message: string) =>
    problems.push({ code, field, message })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problem('not-an-event', '', 'an event is a JSON object with ticket, type and at')
    return { problems }
  }
  const fields = new Map(Object.entries(value))
  const ticket = fields.get('ticket')
  const type = fields.get('type')
  const at = instantField(fields.get('at'))
  if ((typeof ticket !== 'string' && typeof ticket !== 'number') || ticket === '')
    problem('not-an-event', 'ticket', 'an event names its ticket')
  if (typeof type !== 'string' || type === '') problem('not-an-event', 'type', 'an event has a type')
  if (at === undefined)
    problem(
      'bad-instant',
      'at',
      `${shown(fields.get('at'))} is not an instant from 1900 to 2199; write it as 2026-01-05T10:00:00Z`,
    )
  if (problems.length > 0 || at === undefined || typeof type !== 'string') return { problems }
  const event: { -readonly [K in keyof TicketEvent]: TicketEvent[K] } = {
    ticket: wellFormed(ticket),
    type: wellFormed(type),
    at,
    recorded: at,
    by: DEFAULT_ACTORS.get(type) ?? 'system',
  }
  for (const [name, field] of fields) {
    if (!KNOWN.has(name)) problem('unknown-field', name, `no format knows the field “${name}”`)
    else if (field === null) continue
    else if (name === 'recorded') {
      const recorded = instantField(field)
      if (recorded === undefined) problem('bad-instant', name, `${shown(field)} is not an instant`)
      else event.recorded = recorded
    } else if (name === 'by') readActor(field, event, problem)
    else if (name === 'seq' || name === 'v') {
      if (typeof field === 'number' && Number.isSafeInteger(field)) event[name] = field
      else problem('bad-field', name, `“${name}” is a whole number`)
    } else if (name === 'facts') {
      const facts = readFacts(field, problem)
      if (facts === undefined) problem('bad-field', name, '“facts” is an object of values')
      else event.facts = facts
    } else if (isOneOf(TEXT_FIELDS, name)) {
      if (typeof field === 'string' || typeof field === 'number') event[name] = wellFormed(field)
      else problem('bad-field', name, `“${name}” is a text`)
    } else if (isOneOf(FLAG_FIELDS, name)) {
      if (typeof field === 'boolean') event[name] = field
      else problem('bad-field', name, `“${name}” is true or false`)
    } else if (isOneOf(LIST_FIELDS, name)) {
      const names = Array.isArray(field) ? field : typeof field === 'object' ? Object.keys(field) : [field]
      if (names.every((entry) => typeof entry === 'string')) event[name] = names.map(wellFormed)
      else problem('bad-field', name, `“${name}” is a list of promises`)
    }
  }
  return { event, problems }
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name)
}

function instantField(value: unknown): number | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined
}

type Problem = (code: EventProblem['code'], field: string, message: string) => void

function readActor(field: unknown, event: { by: Actor; who?: string }, problem: Problem): void {
  const text = typeof field === 'string' ? field : ''
  const colon = text.indexOf(':')
  const kind = colon < 0 ? text : text.slice(0, colon)
  if (!ACTORS.includes(kind)) {
    problem('bad-field', 'by', `“${text}” is not customer, agent, bot or system, alone or with a colon and who`)
    return
  }
  event.by = kind as Actor
  if (colon >= 0) event.who = wellFormed(text.slice(colon + 1))
}

function readFacts(field: unknown, problem: Problem): Record<string, FactValue> | undefined {
  if (typeof field !== 'object' || field === null || Array.isArray(field)) return undefined
  const facts: Record<string, FactValue> = Object.create(null)
  for (const [name, entry] of Object.entries(field)) {
    const value = readFactValue(entry)
    // One that cannot be used is no reason to lose the others.
    if (value === undefined) problem('bad-field', `facts.${wellFormed(name)}`, `${shown(entry)} is no value of a fact`)
    else facts[wellFormed(name)] = value
  }
  return facts
}

/** A fact's value as JSON gives it; undefined where it is none (a list, an object that is no money). */
export function readFactValue(value: unknown): FactValue | undefined {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value !== 'object' || !('minor' in value) || !('currency' in value)) return undefined
  const { minor, currency } = value
  if ((typeof minor === 'object' && minor !== null) || (typeof currency === 'object' && currency !== null))
    return undefined
  const amount = typeof minor === 'string' && minor !== '' ? Number(minor) : minor
  // No money, but no reason to lose the other facts: it stays as typed and is reported as not fitting (SPEC F1).
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return JSON.stringify({ minor, currency })
  return { minor: amount + 0, currency: wellFormed(String(currency)) }
}

/** Half a character, which a JSON escape can name, has no place in canonical JSON. */
function wellFormed(text: string | number): string {
  return String(text).toWellFormed()
}

/** What was typed, for a message. Objects are not spelt out: they may be of any depth. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : `“${String(value).slice(0, 100)}”`
}
