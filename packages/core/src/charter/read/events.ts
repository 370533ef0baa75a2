import { foldedWords } from '../folded-words.ts'
import type { EventDefinition, Place } from '../parts.ts'
import { isForbiddenName } from '../source/check-names.ts'
import type { SourceNode } from '../source/node.ts'
import { declarations } from './declarations.ts'
import { field, fields } from './fields.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { oneOrMore, text } from './words.ts'

/** Names beginning so belong to the log itself; a declared event with one could not be told from it. */
const RESERVED = ['ticket.', 'message.', 'note.', 'facts.', 'status.', 'commitment.']
const EVENT_NAME = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const LISTED = oneOrMore('words', text('a word, or several'))
const LIKE = '{ en: [manager, "speak to a human"] }'

/** Words by language, each with a letter or a digit at least. */
const heardWords: Shape<ReadonlyMap<string, readonly string[]>> = {
  schema: { type: 'object', additionalProperties: LISTED.schema },
  read(node, reading) {
    if (node.kind !== 'map' || node.entries.length === 0)
      return expected('words by language, as in { en: [manager] }', node, reading, LIKE)
    const words = new Map<string, readonly string[]>()
    for (const { key, value } of node.entries) {
      const listed = LISTED.read(value, reading)
      if (listed === undefined) continue
      const isListed = LANGUAGE.test(key) && listed.length > 0 && listed.every((word) => foldedWords(word) !== '')
      if (isListed) words.set(key, listed)
      else expected('words by the code of their language, each with a letter', value, reading, LIKE)
    }
    return words
  },
}

const eventFields = fields('an event', {
  says: field('What people call the event.', texts()),
  words: field('Words in a customer’s message by which it happens, by language.', heardWords),
})

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
  const { says, words } = eventFields.read(node, reading)?.values ?? {}
  return { name, ...(says ? { says } : {}), ...(words ? { words } : {}), place }
}
