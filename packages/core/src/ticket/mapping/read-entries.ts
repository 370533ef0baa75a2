/** The entries of a mapping's `events` and `facts`. */
import { EVENT_TYPES, parseMoney } from '../../charter/index.ts'
import { excludes, expected, quoted, type Reading, type Shape } from '../../charter/read/index.ts'
import type { CellReading, MappedEvent, MappedFact } from './mapping.ts'
import * as shapes from './shapes.ts'

/** Built-in kinds that an entry of `events` may make; the others have keys of their own, or are no part of a table. */
const KINDS_OF_EVENTS = [
  'message.received',
  'message.sent',
  'message.auto',
  'note.added',
  'status.changed',
  'ticket.reopened',
  'ticket.spam',
]
const RESERVED = /^(ticket|message|note|facts|status|commitment)\./

export const listOfEvents: Shape<readonly MappedEvent[]> = {
  schema: { type: 'array', items: shapes.mappedEvent.schema },
  read(node, reading) {
    if (node.kind !== 'list')
      return expected('a list of events, as in - { type: ticket-taken, when: … }', node, reading)
    return node.items.map((item) => readEvent(item, reading)).filter((event) => event !== undefined)
  },
}

export const mapOfFacts: Shape<readonly MappedFact[]> = {
  schema: { type: 'object', additionalProperties: shapes.fact.schema },
  read(node, reading) {
    if (node.kind !== 'map') return expected('facts by name, as in { priority: { column: Priority } }', node, reading)
    return node.entries.map(({ key, value }) => readFact(key, value, reading)).filter((fact) => fact !== undefined)
  },
}

function readEvent(node: Parameters<typeof shapes.mappedEvent.read>[0], reading: Reading): MappedEvent | undefined {
  const read = shapes.mappedEvent.read(node, reading)
  const type = read?.values.type
  if (read === undefined || type === undefined) return undefined
  const { when, at, by, key, to, reason, automatic } = read.values
  if (RESERVED.test(type) && !KINDS_OF_EVENTS.includes(type)) {
    const own = type === 'ticket.created' || type === 'ticket.assigned' || type === 'facts.changed'
    const known = (EVENT_TYPES as readonly string[]).includes(type)
    if (own)
      reading.report.add(
        'reserved-name',
        read.at('type'),
        `${type} comes from the keys created, assigned and facts; it is not listed here`,
      )
    else if (known) reading.report.add('reserved-name', read.at('type'), `a table cannot give the event ${type}`)
    else reading.report.addUnknown('unknown-event', read.at('type'), 'event', type, KINDS_OF_EVENTS)
    return undefined
  }
  if (type === 'status.changed' && to === undefined) {
    reading.report.add('missing-field', read.place, 'status.changed needs the field “to”: the new state')
    return undefined
  }
  if (type !== 'status.changed' && read.has('to')) {
    reading.report.add('fields-conflict', read.at('to'), `“to” belongs to status.changed, not to ${quoted(type)}`)
    return undefined
  }
  return {
    type,
    place: read.place,
    when: when ?? [],
    automatic: automatic === true,
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    ...(key === undefined ? {} : { key }),
    ...(to === undefined ? {} : { to }),
    ...(reason === undefined ? {} : { reason }),
  }
}

function readFact(
  name: string,
  node: Parameters<typeof shapes.fact.read>[0],
  reading: Reading,
): MappedFact | undefined {
  const read = shapes.fact.read(node, reading)
  if (read?.values.column === undefined) return undefined
  const kinds = ['values', 'number', 'date', 'money'] as const
  const written = kinds.filter((kind) => read.has(kind))
  const [first, second] = written
  if (first !== undefined && second !== undefined && excludes(read, first, second, reading)) return undefined
  const { values, number, date, money, take, column } = read.values
  if (money !== undefined && parseMoney(`0 ${money}`) === undefined) {
    reading.report.add(
      'bad-money',
      read.at('money'),
      `${quoted(money)} is no currency; write its three letters, such as EUR`,
    )
    return undefined
  }
  const cell: CellReading =
    values !== undefined
      ? { kind: 'values', values }
      : number === true
        ? { kind: 'number' }
        : date !== undefined
          ? { kind: 'date', format: date }
          : money !== undefined
            ? { kind: 'money', currency: money }
            : { kind: 'text' }
  return { name, column, take: take ?? 'each', reading: cell }
}
