import type { EventDefinition, Place } from '../parts.ts'
import { isForbiddenName } from '../source/check-names.ts'
import type { SourceNode } from '../source/node.ts'
import { declarations } from './declarations.ts'
import { field, fields } from './fields.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { texts } from './texts.ts'

/** Names beginning so belong to the log itself; a declared event with one could not be told from it. */
const RESERVED = ['ticket.', 'message.', 'note.', 'facts.', 'status.', 'commitment.']
const EVENT_NAME = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/

const eventFields = fields('an event', { says: field('What people call the event.', texts()) })

/** What else can happen, beside messages and states. */
export const events = declarations<EventDefinition>({
  kind: 'event',
  of: (reading) => reading.events,
  isAllowed: isEventName,
  read: readEvent,
  schema: { anyOf: [{ type: 'null' }, eventFields.schema] },
})

function isEventName(name: string, place: Place, reading: Reading): boolean {
  const prefix = RESERVED.find((reserved) => name.startsWith(reserved))
  if (prefix !== undefined)
    reading.report.add(
      'reserved-name',
      place,
      `names beginning “${prefix}” belong to the ticket's log; rename ${quoted(name)}`,
      { typed: name },
    )
  else if (isForbiddenName(name))
    reading.report.add('forbidden-name', place, `${quoted(name)} may not be used as a name; choose another`, {
      typed: name,
    })
  else if (EVENT_NAME.test(name)) return true
  else
    reading.report.add(
      'bad-name',
      place,
      `${quoted(name)} cannot be the name of an event: write words joined by dots, as in repair.booked`,
      { typed: name, like: 'repair.booked' },
    )
  return false
}

function readEvent(name: string, node: SourceNode, place: Place, reading: Reading): EventDefinition | undefined {
  if (node.kind === 'scalar' && node.value === null) return { name, place }
  const says = eventFields.read(node, reading)?.values.says
  return { name, ...(says ? { says } : {}), place }
}
