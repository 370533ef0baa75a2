import type { DateSpan } from '../../calendar/index.ts'
import { foldedWords } from '../folded-words.ts'
import type { EventDefinition, Place, RepeatedContact } from '../parts.ts'
import { MOST_REPEATED } from '../repeated-contact.ts'
import { isForbiddenName } from '../source/check-names.ts'
import type { SourceNode } from '../source/node.ts'
import { declarations } from './declarations.ts'
import { excludes, type FieldsRead, field, fields } from './fields.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { span } from './review.ts'
import { expected, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { oneOrMore, text, wholeNumber } from './words.ts'

/** Names beginning so belong to the log itself; a declared event with one could not be told from it. */
const RESERVED = ['ticket.', 'message.', 'note.', 'facts.', 'status.', 'commitment.']
const EVENT_NAME = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/

/** The most of each unit: a year, for which every version knows its zone. */
const LONGEST = { day: 366, week: 52, month: 12, year: 1 } as const

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

/** The time in which the tickets of one customer are counted. */
const within: Shape<DateSpan> = {
  schema: span.schema,
  read(node, reading) {
    const read = span.read(node, reading)
    if (read === undefined || (read.count >= 1 && read.count <= LONGEST[read.unit])) return read
    return expected('a time from 1 day to 1 year, such as 14 days', node, reading, '14 days')
  },
}

const EVENT = {
  says: field('What people call the event.', texts()),
  words: field('Words in a customer’s message by which it happens, by language.', heardWords),
  tickets: field(
    'It happens with the ticket that makes so many of one customer within the time.',
    wholeNumber(2, MOST_REPEATED),
  ),
  within: field('The time in which the tickets of one customer are counted, in dates.', within),
}

const eventFields = fields('an event', EVENT)

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
  const read = eventFields.read(node, reading)
  if (read === undefined) return { name, place }
  const { says, words } = read.values
  const repeated = repeatedOf(read, reading)
  return { name, ...(says ? { says } : {}), ...(words ? { words } : {}), ...(repeated ? { repeated } : {}), place }
}

function repeatedOf(read: FieldsRead<typeof EVENT>, reading: Reading): RepeatedContact | undefined {
  excludes(read, 'words', 'tickets', reading)
  if (read.has('tickets') && !read.has('within'))
    reading.report.add(
      'missing-field',
      read.at('tickets'),
      '“tickets” needs “within”, the time in which they are counted, as in within: 14 days',
      { needed: ['within'] },
    )
  if (read.has('within') && !read.has('tickets'))
    reading.report.add(
      'missing-field',
      read.at('within'),
      '“within” needs “tickets”, how many of one customer make it, as in tickets: 3',
      { needed: ['tickets'] },
    )
  const { tickets, within: time } = read.values
  return tickets === undefined || time === undefined ? undefined : { tickets, within: time }
}
