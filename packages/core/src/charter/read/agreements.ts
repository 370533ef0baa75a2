import type { AgreementClause, AgreementRow } from '../stated-clauses.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { excludes, type FieldsRead, field, fields, required } from './fields.ts'
import { promiseLink } from './links.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'
import { hitPolicy, type RowRead, table } from './table.ts'
import { texts } from './texts.ts'
import { distinct, name, oneOrMore, text } from './words.ts'

const OUTPUTS = {
  target: required('By when they give it: 2 h of office, 3 days.', duration),
}

const FIELDS = {
  id: required('The stable id of the agreement, such as L1.', clauseId),
  team: field('The team that gives it: workshop.', name('a team')),
  supplier: field('The supplier that gives it.', text('the name of a supplier')),
  says: field('What was agreed, in a sentence.', texts()),
  for: required('The promises that rest on it: [P7].', distinct(oneOrMore('promises', promiseLink))),
  when: field('The scope: outside it nothing was agreed.', condition('agreement')),
  hit: field('Which row counts where several match: the first (the default), or a unique one.', hitPolicy),
  table: required(
    'The rows: conditions on facts, and the target.',
    table('a row of an agreement', 'agreement', OUTPUTS),
  ),
  ...COMMON,
}

/** What teams and suppliers have agreed to give, so that promises can be kept. */
export const agreements: Shape<readonly AgreementClause[]> = clauses(
  'agreements',
  refine(fields('an agreement', FIELDS), agreementOf),
)

function agreementOf(read: FieldsRead<typeof FIELDS>, reading: Reading): AgreementClause | undefined {
  const { id, team, supplier, for: promises, when = new Map(), hit = 'first', table: written } = read.values
  checkColumnOrder([when, ...(written ?? []).map((row) => row.cells)], reading)
  excludes(read, 'team', 'supplier', reading)
  if (!read.has('team') && !read.has('supplier'))
    reading.report.add('missing-field', read.place, 'an agreement needs “team” or “supplier”: who gives it', {
      needed: ['team', 'supplier'],
    })
  const party = team ?? supplier
  if (id === undefined || party === undefined || promises === undefined || written === undefined) return undefined
  const rows = written.map(rowOf).filter((row) => row !== undefined)
  return {
    kind: 'agreement',
    id,
    place: read.place,
    ...commonOf(read.values),
    party,
    with: team === undefined ? 'supplier' : 'team',
    for: promises,
    when,
    hit,
    rows,
  }
}

function rowOf({ cells, read }: RowRead<typeof OUTPUTS>): AgreementRow | undefined {
  const { target } = read.values
  return target && { cells, target: target.duration, targetText: target.text, place: read.place }
}
