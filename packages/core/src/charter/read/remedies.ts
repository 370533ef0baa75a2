import type { RemedyClause, RemedyRow } from '../document.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { exclusionLink } from './links.ts'
import { limit } from './money.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { expected, refine, type Shape } from './shape.ts'
import { hitPolicy, type RowRead, table } from './table.ts'
import { texts } from './texts.ts'
import { distinct, name, oneOrMore } from './words.ts'

/** What may be offered to a customer, in the charter's own words: refund, repair, apology. */
export const remedyWords = distinct(oneOrMore('remedies', name('a remedy')))

/** `none` in place of kinds of remedy: the row refuses (SPEC R7). */
const NONE = 'none'

/** What a row allows, or `none`. */
const allowed: Shape<readonly string[]> = refine(remedyWords, (words, reading, node) => {
  if (!words.includes(NONE)) return words
  if (words.length === 1) return []
  return expected('kinds of remedy, or “none” alone', node, reading, '[refund, apology]')
})

const OUTPUTS = {
  allow: required('What may be offered: refund, replace, apology; or none.', allowed),
  'up to': field('The most it may cost: an amount, or a fact that is one.', limit),
  tell: field(
    'The exclusions that the customer is told with it: [X1].',
    distinct(oneOrMore('exclusions', exclusionLink)),
  ),
}

const FIELDS = {
  id: required('The stable id of the remedy, such as R1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  says: field('What the customer is told.', texts()),
  when: field('The scope: outside it the clause does not apply.', condition('remedy')),
  hit: field('Which row counts where several match: the first (the default), or a unique one.', hitPolicy),
  table: required('The rows: conditions on facts, and what they allow.', table('a row of remedies', 'remedy', OUTPUTS)),
  ...COMMON,
}

/** What a customer may be offered when something went wrong (SPEC R1). */
export const remedies: Shape<readonly RemedyClause[]> = clauses(
  'remedies',
  refine(fields('a remedy', FIELDS), remedyOf),
)

function remedyOf(read: FieldsRead<typeof FIELDS>, reading: Reading): RemedyClause | undefined {
  const { id, audience = 'staff', when = new Map(), hit = 'first', table: written } = read.values
  checkColumnOrder([when, ...(written ?? []).map((row) => row.cells)], reading)
  if (id === undefined || written === undefined) return undefined
  const rows = written.map((row) => rowOf(row, reading)).filter((row) => row !== undefined)
  return {
    kind: 'remedy',
    id,
    place: read.place,
    audience,
    ...commonOf(read.values),
    when,
    hit,
    rows,
  }
}

function rowOf({ cells, read }: RowRead<typeof OUTPUTS>, reading: Reading): RemedyRow | undefined {
  const { allow, 'up to': upTo, tell } = read.values
  if (allow?.length === 0 && upTo !== undefined)
    reading.report.add('fields-conflict', read.place, 'a row that allows none has no “up to”', {
      together: ['allow', 'up to'],
    })
  return allow && { cells, allow, ...present({ upTo, tell }), place: read.place }
}
