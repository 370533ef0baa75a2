/** Reads a mapping file: docs/formats/mapping.md. */
import { compileZone } from '../../calendar/index.ts'
import type { Finding } from '../../charter/index.ts'
import {
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
import type { ColumnName, Mapping } from './mapping.ts'
import { listOfEvents, mapOfFacts } from './read-entries.ts'
import * as shapes from './shapes.ts'

export interface MappingReading {
  /** Absent where something is wrong. */
  readonly mapping?: Mapping
  readonly findings: readonly Finding[]
}

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
  read: (node, reading) =>
    node.kind === 'scalar' && node.value === 'line' ? 'line' : shapes.column.read(node, reading),
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
    created: {
      by: created?.values.by ?? 'customer',
      ...(created?.values.at === undefined ? {} : { at: created.values.at }),
    },
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
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A mapping of a table to histories',
    ...mappingFile.schema,
  }
}

function checkZone(zone: string | undefined, place: Parameters<Reading['report']['add']>[1], reading: Reading): void {
  if (zone === undefined) return
  try {
    compileZone(zone, 0, 86_400_000, '')
  } catch {
    reading.report.add(
      'unknown-value',
      place,
      `there is no time zone ${quoted(zone)}; names look like Europe/Rome, or UTC`,
    )
  }
}
