/** Reads a mapping file: docs/formats/mapping.md. */
import { type Finding, parseMoney } from '../../charter/index.ts'
import { compileZone } from '../../calendar/index.ts'
import {
  excludes,
  expected,
  field,
  fields,
  type JsonSchema,
  quoted,
  Reading,
  readSource,
  required,
  type Shape,
  text,
} from '../../charter/read/index.ts'
import { EVENT_TYPES } from '../event.ts'
import type { CellReading, ColumnName, MappedEvent, MappedFact, Mapping } from './mapping.ts'
import * as shapes from './shapes.ts'

export interface MappingReading {
  /** Absent where something is wrong. */
  readonly mapping?: Mapping
  readonly findings: readonly Finding[]
}

/** Built-in kinds that an entry of `events` may make; the others have keys of their own, or are no part of a table. */
const KINDS_OF_EVENTS = ['message.received', 'message.sent', 'message.auto', 'note.added', 'status.changed', 'ticket.reopened', 'ticket.spam']
const RESERVED = /^(ticket|message|note|facts|status|commitment)\./

const version: Shape<1> = {
  schema: { const: 1 },
  read(node, reading) {
    if (node.kind === 'scalar' && node.value === 1) return 1
    reading.report.add('wrong-version', node.place, 'this program reads mappings of format 1: write avow-map: 1')
    return undefined
  },
}

const seq: Shape<'line' | ColumnName> = {
  schema: { type: 'string' },
  read: (node, reading) => (node.kind === 'scalar' && node.value === 'line' ? 'line' : shapes.column.read(node, reading)),
}

const listOfEvents: Shape<readonly MappedEvent[]> = {
  schema: { type: 'array', items: shapes.mappedEvent.schema },
  read(node, reading) {
    if (node.kind !== 'list') return expected('a list of events, as in - { type: ticket-taken, when: … }', node, reading)
    return node.items.map((item) => readEvent(item, reading)).filter((event) => event !== undefined)
  },
}

const mapOfFacts: Shape<readonly MappedFact[]> = {
  schema: { type: 'object', additionalProperties: shapes.fact.schema },
  read(node, reading) {
    if (node.kind !== 'map') return expected('facts by name, as in { priority: { column: Priority } }', node, reading)
    return node.entries.map(({ key, value }) => readFact(key, value, reading)).filter((fact) => fact !== undefined)
  },
}

const mappingFile = fields('a mapping', {
  'avow-map': required('The version of this format.', version),
  id: required('A name for the mapping.', text('a name')),
  csv: field('How the table is written.', shapes.csv),
  time: required('How times are written, and in which zone.', shapes.time),
  ticket: required('The column that says which ticket a row is about.', shapes.column),
  at: required('The column with the instant of a row.', shapes.column),
  seq: field('`line`, or the column that orders rows of one instant.', seq),
  created: field('When and by whom a ticket was created.', shapes.created),
  state: field('The column with the state.', shapes.state),
  assigned: field('The columns that say who has the ticket.', shapes.assigned),
  events: field('Other events that rows stand for.', listOfEvents),
  facts: field('Facts of the charter and the columns that give them.', mapOfFacts),
  skip: field('Rows to leave out.', shapes.rowCondition),
  unused: field('Columns that are left out on purpose; others that nothing names are reported.', shapes.columns),
})

/** A mapping from its text (YAML or JSON), or what is wrong with it, each with its place. Never throws. */
export function readMapping(source: string): MappingReading {
  const { root, problems } = readSource(source)
  if (root === undefined || problems.length > 0) {
    return { findings: problems.map((problem) => ({ ...problem, severity: 'error' as const })) }
  }
  const reading = new Reading()
  const read = mappingFile.read(root, reading)?.values
  if (read?.time !== undefined) checkZone(read.time.values.zone, read.time.at('zone'), reading)
  const format = read?.time?.values.format
  const zone = read?.time?.values.zone
  if (!reading.report.isEmpty || read?.id === undefined || read.ticket === undefined || read.at === undefined) {
    return { findings: reading.report.findings() }
  }
  if (format === undefined || zone === undefined) return { findings: reading.report.findings() }
  const { csv, created, state, assigned, events = [], facts = [] } = read
  const mapping: Mapping = {
    id: read.id,
    csv: {
      separator: csv?.values.separator ?? ',',
      unknown: new Set(csv?.values.unknown ?? ['']),
      skipDuplicates: csv?.values.duplicates === 'skip',
      decimal: csv?.values.decimal ?? '.',
      encoding: csv?.values.encoding ?? 'utf-8',
    },
    time: { format, zone, place: read.time?.place ?? root.place },
    ticket: read.ticket,
    at: read.at,
    ...(read.seq === undefined ? {} : { seq: read.seq }),
    created: { by: created?.values.by ?? 'customer', ...(created?.values.at === undefined ? {} : { at: created.values.at }) },
    events,
    facts,
    skip: read.skip ?? [],
    unused: read.unused ?? [],
    ...(state?.values.column === undefined || state.values.values === undefined
      ? {}
      : {
          state: {
            column: state.values.column,
            values: state.values.values,
            ...(state.values.reason === undefined ? {} : { reason: state.values.reason }),
            ...(state.values.third_party === undefined ? {} : { thirdParty: state.values.third_party }),
          },
        }),
    ...(assigned === undefined
      ? {}
      : {
          assigned: {
            when: assigned.values.when ?? [],
            ...(assigned.values.to === undefined ? {} : { to: assigned.values.to }),
            ...(assigned.values.team === undefined ? {} : { team: assigned.values.team }),
          },
        }),
  }
  return { mapping, findings: [] }
}

/** The JSON Schema of a mapping file, for editors. */
export function mappingJsonSchema(): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'A mapping of a table to histories', ...mappingFile.schema }
}

function checkZone(zone: string | undefined, place: Parameters<Reading['report']['add']>[1], reading: Reading): void {
  if (zone === undefined) return
  try {
    compileZone(zone, 0, 86_400_000, '')
  } catch {
    reading.report.add('unknown-value', place, `there is no time zone ${quoted(zone)}; names look like Europe/Rome, or UTC`)
  }
}

function readEvent(node: Parameters<typeof shapes.mappedEvent.read>[0], reading: Reading): MappedEvent | undefined {
  const read = shapes.mappedEvent.read(node, reading)
  const type = read?.values.type
  if (read === undefined || type === undefined) return undefined
  const { when, at, by, key, to, reason, automatic } = read.values
  if (RESERVED.test(type) && !KINDS_OF_EVENTS.includes(type)) {
    const own = type === 'ticket.created' || type === 'ticket.assigned' || type === 'facts.changed'
    const known = (EVENT_TYPES as readonly string[]).includes(type)
    if (own) reading.report.add('reserved-name', read.at('type'), `${type} comes from the keys created, assigned and facts; it is not listed here`)
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

function readFact(name: string, node: Parameters<typeof shapes.fact.read>[0], reading: Reading): MappedFact | undefined {
  const read = shapes.fact.read(node, reading)
  if (read?.values.column === undefined) return undefined
  const kinds = ['values', 'number', 'date', 'money'] as const
  const written = kinds.filter((kind) => read.has(kind))
  const [first, second] = written
  if (first !== undefined && second !== undefined && excludes(read, first, second, reading)) return undefined
  const { values, number, date, money, take, column } = read.values
  if (money !== undefined && parseMoney(`0 ${money}`) === undefined) {
    reading.report.add('bad-money', read.at('money'), `${quoted(money)} is no currency; write its three letters, such as EUR`)
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
