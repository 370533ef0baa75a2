import { SECTION_OF_KIND, STATED_KINDS } from '../clause.ts'
import { WEEKDAYS } from '../read/week.ts'
import type { EditPath } from './source-edit.ts'

/** What a row gives stands after its conditions. */
const GIVEN = ['to', 'skills', 'target', 'allow', 'may', 'up to', 'per ticket', 'per day', 'bend', 'audience']

/** Sections of clauses that no ticket is judged by. */
const STATED = STATED_KINDS.map((kind) => SECTION_OF_KIND[kind])

/** Fields in the order in which charters write them. */
const FIELDS = [
  [
    'avow',
    'charter',
    'languages',
    'zone',
    'title',
    'mission',
    'effective',
    'review',
    'contact',
    'complaints',
    'people',
    'law',
    'positions',
  ],
  [
    ...['no answer needed', 'facts', 'calendars', 'events', 'promises', 'escalation', 'remedies', 'authority'],
    ...[...STATED, 'examples', 'notes'],
  ],
  ['id', 'for', 'on', 'position', 'audience', 'clock', 'until', 'says', 'because', 'when', 'measured', 'hit', 'pauses'],
  ['on change', 'may', 'per ticket', 'per day', 'bend', 'table', 'steps', 'no answer needed', 'if broken', 'law'],
  ['one of', 'in order', 'is', 'age', 'says', 'values say'],
  ['open', 'closed', 'on', 'holidays until', 'holidays from', 'night continues', 'zone', 'says'],
  ['owner', 'approvers', 'need'],
  ['every', 'last', 'triggers'],
  ['jurisdictions', 'sectors', 'holidays', 'matters', 'events', 'dispute body', 'letter before', 'blocking', 'off'],
  ['from', 'given up', 'each'],
  ['promise', 'target', 'times', 'suspended'],
  ['apologise', 'remedy'],
  ['at', 'after', 'tell', 'give to', 'raise priority'],
  ['given', 'expect'],
  ['due', 'allow', 'up to', 'row'],
]

const ORDERS = [
  [...(FIELDS[0] ?? []), ...(FIELDS[1] ?? [])],
  [...(FIELDS[2] ?? []), ...(FIELDS[3] ?? [])],
  ...FIELDS.slice(4),
]

/** The fields before which a new field at this path belongs. */
export function fieldsAfter(path: EditPath): ReadonlySet<string> {
  const name = String(path.at(-1))
  if (path.at(-3) === 'table') {
    const place = GIVEN.indexOf(name)
    return new Set(place < 0 ? GIVEN : GIVEN.slice(place + 1))
  }
  if (path.at(-2) === 'open') return daysAfter(name)
  // An example says its time last.
  if (path.at(-2) === 'given') return new Set(name === 'at' ? [] : ['at'])
  const order = path.length === 1 ? ORDERS[0] : ORDERS.slice(1).find((names) => names.includes(name))
  const place = order?.indexOf(name) ?? -1
  return new Set(place < 0 ? [] : order?.slice(place + 1))
}

/** Keys of hours that begin with a later day. */
function daysAfter(key: string): ReadonlySet<string> {
  const later = WEEKDAYS.slice(WEEKDAYS.indexOf(key.slice(0, 3)) + 1)
  return new Set(later.flatMap((day) => [day, ...WEEKDAYS.map((last) => `${day}-${last}`)]))
}
