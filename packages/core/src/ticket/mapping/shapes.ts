/** The forms of the parts of a mapping file, for reading and for editors alike. */
import {
  expected,
  field,
  fields,
  flag,
  oneOf,
  oneOrMore,
  quoted,
  refine,
  required,
  type Shape,
  text,
  textOf,
} from '../../charter/read/index.ts'
import { TICKET_STATES } from '../event.ts'
import type { ColumnName, RowCondition } from './mapping.ts'
import { firstOf, type TimeFormat, timeFormat } from './time-format.ts'

/** What a cell or a column is called: a text; a number stands for its digits. */
function word(what: string): Shape<string> {
  return {
    schema: { type: ['string', 'number'] },
    read: (node, reading) =>
      node.kind === 'scalar' && node.value !== null ? textOf(node) : expected(what, node, reading),
  }
}

/** The name of a column. Whether the table has it is seen when the table is read. */
export const column: Shape<ColumnName> = refine(word('the name of a column'), (name, _, { place }) => ({ name, place }))
export const columns = oneOrMore('columns', column)
export const cells = oneOrMore('cells', emptyOr(word('a cell')))

/** An empty cell may be written as nothing. */
function emptyOr(shape: Shape<string>): Shape<string> {
  return {
    schema: shape.schema,
    read: (node, reading) => (node.kind === 'scalar' && node.value === null ? '' : shape.read(node, reading)),
  }
}

/** A map by names that the writer of the file chose. */
export function mapOf<T>(what: string, value: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return {
    schema: { type: 'object', additionalProperties: value.schema },
    read(node, reading) {
      if (node.kind !== 'map') return expected(what, node, reading)
      const read = new Map<string, T>()
      for (const { key, value: inner } of node.entries) {
        const one = value.read(inner, reading)
        if (one !== undefined) read.set(key, one)
      }
      return read
    },
  }
}

/** `{ Activity: [Closed, RESOLVED] }`: the columns and the cells wanted in them. */
export const rowCondition: Shape<RowCondition> = {
  schema: mapOf('', cells).schema,
  read(node, reading) {
    if (node.kind !== 'map') return expected('columns with their cells, as in { Activity: [Closed] }', node, reading)
    return node.entries.flatMap(({ key, keyPlace, value }) => {
      const wanted = cells.read(value, reading)
      return wanted === undefined ? [] : [{ column: { name: key, place: keyPlace }, cells: new Set(wanted) }]
    })
  },
}

const oneFormat: Shape<TimeFormat> = refine(text('a format such as yyyy-MM-dd HH:mm'), (typed, reading, { place }) => {
  const format = timeFormat(typed)
  if (!('wrong' in format)) return format
  reading.report.add('unknown-value', place, `the format ${quoted(typed)} cannot be read: ${format.wrong}`)
  return undefined
})
/** One format or several, tried in turn. */
export const format: Shape<TimeFormat> = refine(oneOrMore('formats', oneFormat), (list) =>
  list.length === 0 ? undefined : firstOf(list),
)

const separator: Shape<string> = refine(text('one character, or tab'), (typed, reading, node) => {
  const one = typed === 'tab' ? '\t' : typed
  if (one.length === 1 && !'"\r\n'.includes(one)) return one
  return expected('one character that separates the cells, or the word tab', node, reading)
})

export const csv = fields('csv', {
  separator: field('The character between cells, or the word tab; a comma where left out.', separator),
  unknown: field('Cells that mean “not known”; the empty cell where left out.', cells),
  duplicates: field('Whether a row equal to an earlier one of its ticket counts.', oneOf('word', ['keep', 'skip'])),
  decimal: field('The mark before decimals; a point where left out.', oneOf('mark', ['.', ','])),
  encoding: field('How letters are encoded; utf-8 where left out.', text('a name such as utf-8 or windows-1252')),
})

export const time = fields('time', {
  format: required('How times are written, e.g. d/M/yyyy HH:mm; several are tried in turn.', format),
  zone: required('The time zone they are written in, e.g. Europe/Rome or UTC.', text('a time zone')),
})

const actor = oneOf('author', ['customer', 'agent', 'bot', 'system'])

export const created = fields('created', {
  at: field('The column with the instant of creation; the first row’s own where left out.', column),
  by: field('Who creates tickets; the customer where left out.', actor),
})

export const state = fields('state', {
  column: required('The column with the state.', column),
  values: required(
    'What each cell means: a state, or `same` to leave it.',
    mapOf('the cells and their states, as in { Open: open }', oneOf('state', [...TICKET_STATES, 'same'] as const)),
  ),
  reason: field('The column with the reason of a change of state.', column),
  third_party: field('The column that names who is waited for while on hold.', column),
})

export const assigned = fields('assigned', {
  to: field('The column with the person.', column),
  team: field('The column with the team.', column),
  when: field('Only rows that meet this say who has the ticket.', rowCondition),
})

export const mappedEvent = fields('an event', {
  type: required(
    'A kind of event that the charter declares, or message.received, message.sent and so on.',
    text('a kind of event'),
  ),
  when: field('Only rows that meet this.', rowCondition),
  at: field('The column with its instant; the row’s own where left out. Without an instant there is no event.', column),
  by: field('Who did it.', actor),
  key: field('The column that tells several apart: the repair, the call.', column),
  to: field('For status.changed: the new state.', oneOf('state', TICKET_STATES)),
  reason: field('The column with the reason.', column),
  automatic: field('Whether a machine wrote the message.', flag),
})

export const fact = fields('a fact', {
  column: required('The column with its value.', column),
  take: field(
    'Which row counts: each as it comes, or the ticket’s first or last one.',
    oneOf('word', ['each', 'first', 'last']),
  ),
  values: field('The charter’s word for each cell.', mapOf('cells and words, as in { 1 - Low: low }', word('a word'))),
  number: field('The cell is a number.', flag),
  date: field('The cell is a date of this format.', format),
  money: field('The cell is an amount in this currency.', text('a currency such as EUR')),
})
