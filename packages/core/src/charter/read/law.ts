import {
  JURISDICTIONS,
  LAW_ENDS,
  LAW_ROWS,
  LAW_STARTS,
  type LawEnd,
  type LawStart,
  MATTERS,
  SECTORS,
} from '../../law/index.ts'
import type { CharterLaw, LawRowOff } from '../charter-law.ts'
import type { Condition } from '../parts.ts'
import { checkColumnOrder } from './column-order.ts'
import { condition } from './condition.ts'
import { type Field, field, fields, required } from './fields.ts'
import { calendarLink, eventLink, startLink } from './links.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, listOf, oneOf, oneOrMore, wholeNumber } from './words.ts'

const ROW_IDS = LAW_ROWS.map(({ id }) => id)
const rowId = oneOf('row of a law pack called', ROW_IDS)

/** Rows of the packs by their ids: `PL-1`, or a list of them. */
export const lawRows: Shape<readonly string[]> = distinct(oneOrMore('rows of law packs', rowId))

function tableOf<Name extends string, T>(names: readonly Name[], of: (name: Name) => Field<T>): Record<Name, Field<T>> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Field<T>>
}

const matterFields = fields(
  '“matters”',
  tableOf(MATTERS, (matter) => field(`By which facts a ticket is one of ${matter}.`, condition('promise'))),
)

const WORDS: readonly (LawStart | LawEnd)[] = [...LAW_STARTS, ...LAW_ENDS]
const eventFields = fields(
  '“events”',
  tableOf(WORDS, (word) => field(`The event by which it is ${word}.`, word === 'received' ? startLink : eventLink)),
)

const off = refine(
  fields('a row that is off', {
    row: required('The row of a law pack, such as PL-1.', rowId),
    because: required('Why it does not apply here.', texts()),
  }),
  ({ values: { row, because }, place }): LawRowOff | undefined =>
    row === undefined || because === undefined ? undefined : { row, because, place },
)

const blocking: Shape<'all' | readonly string[]> = {
  schema: { anyOf: [{ const: 'all' }, lawRows.schema] },
  read: (node, reading) => (node.kind === 'scalar' && node.value === 'all' ? 'all' : lawRows.read(node, reading)),
}

const lawFields = fields('“law”', {
  jurisdictions: required(
    'Whose law it lives under: [PL, EU].',
    distinct(oneOrMore('jurisdictions', oneOf('law pack of', JURISDICTIONS))),
  ),
  sectors: required(
    'What the company is to the law: [consumer, energy].',
    distinct(oneOrMore('sectors', oneOf('sector called', SECTORS))),
  ),
  holidays: field('The calendar whose closed dates are public holidays.', calendarLink),
  matters: field(
    'By which facts a ticket is what a row speaks of: { complaint: { reason: complaint } }.',
    matterFields,
  ),
  events: field('The declared events by which a matter is answered, resolved…', eventFields),
  'dispute body': field('Who settles a dispute outside the company, and how to reach them.', texts()),
  'letter before': field('How many days before a limit of the law the customer is written to.', wholeNumber(1, 60)),
  blocking: field('Rows of the status S that block publishing all the same, or all.', blocking),
  off: field('Rows that do not apply, each with the reason.', listOf('rows that are off', off)),
})

/** The law that the charter lives under. */
export const law: Shape<CharterLaw> = refine(lawFields, (read, reading): CharterLaw | undefined => {
  const { jurisdictions, sectors, holidays, blocking: blocks = [], off: rowsOff = [] } = read.values
  checkOnce(rowsOff, reading)
  const matters = new Map(
    MATTERS.flatMap((matter): [typeof matter, Condition][] => {
      const when = read.values.matters?.values[matter]
      return when === undefined ? [] : [[matter, when]]
    }),
  )
  checkColumnOrder([...matters.values()], reading)
  const events = new Map(
    WORDS.flatMap((word): [typeof word, string][] => {
      const event = read.values.events?.values[word]
      return event === undefined ? [] : [[word, event]]
    }),
  )
  if (jurisdictions === undefined || sectors === undefined) return undefined
  const rest = { jurisdictions, sectors, matters, events, blocking: blocks, off: rowsOff }
  return {
    place: read.place,
    ...rest,
    ...present({ holidays, disputeBody: read.values['dispute body'], letterBefore: read.values['letter before'] }),
  }
})

function checkOnce(rows: readonly LawRowOff[], reading: Reading): void {
  const seen = new Set<string>()
  for (const { row, place } of rows) {
    if (seen.has(row)) reading.report.add('named-twice', place, `${quoted(row)} is switched off twice`, { typed: row })
    seen.add(row)
  }
}
