import { EVENT_TYPES } from '../log-events.ts'
import type { ReadCode } from '../read-codes.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register.ts'
import { expected, type JsonSchema, type Shape } from './shape.ts'

/** A name that must be declared; `more` are names that have a meaning here without being declared. */
function link(
  kind: string,
  code: ReadCode,
  of: (reading: Reading) => Register<unknown>,
  more: readonly string[] = [],
): Shape<string> {
  const schema: JsonSchema = { type: 'string' }
  return {
    schema,
    read(node, reading) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string')
        return expected(`the name of ${article(kind)}`, node, reading)
      const register = of(reading)
      if (register.has(node.value) || more.includes(node.value)) return node.value
      const known = (): readonly string[] => [...register.names(), ...more]
      reading.report.addUnknown(code, node.place, kind, node.value, known, () => register.refusedNames())
      return undefined
    },
  }
}

/** A word with its article: `an exclusion`. */
export function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`
}

export const positionLink = link('position', 'unknown-position', (reading) => reading.positions)

/** Whom an escalation tells: a position, or `assignee`, the person whose ticket it is. */
export const toldLink = link('position', 'unknown-position', (reading) => reading.positions, ['assignee'])

export const promiseLink = link('promise', 'unknown-clause', (reading) => reading.promises)
export const remedyLink = link('remedy', 'unknown-clause', (reading) => reading.remedies)
export const valueLink = link('value', 'unknown-clause', (reading) => reading.values)
export const objectiveLink = link('objective', 'unknown-clause', (reading) => reading.objectives)
/** What measures: a promise, or an objective. */
export const measuringLink = link('promise or objective', 'unknown-clause', (reading) => reading.measuring)
export const exclusionLink = link('exclusion', 'unknown-clause', (reading) => reading.exclusions)
export const channelLink = link('channel', 'unknown-clause', (reading) => reading.channels)
/** A clause of any kind. */
export const clauseLink = link('clause', 'unknown-clause', (reading) => reading.clauses)
export const calendarLink = link('calendar', 'unknown-calendar', (reading) => reading.calendars)
export const eventLink = link('event', 'unknown-event', (reading) => reading.events)

/** What starts a declared clock: a declared event, or the ticket's creation. */
export const startLink = link('event', 'unknown-event', (reading) => reading.events, ['ticket.created'])

/** Events that every charter knows and an escalation may wait for. */
const KNOWN_EVENTS = EVENT_TYPES.filter((type) => !type.startsWith('commitment.') && type !== 'message.moved')

export const triggerLink = link('event', 'unknown-event', (reading) => reading.events, KNOWN_EVENTS)
