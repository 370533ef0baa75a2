import type { RoutingClause, RoutingRow } from '../stated-clauses.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'
import { hitPolicy, type RowRead, table } from './table.ts'
import { texts } from './texts.ts'
import { distinct, name, oneOrMore } from './words.ts'

const OUTPUTS = {
  to: required('The team that takes it: repairs.', name('a team')),
  skills: field('What its people must be able to do: [italian].', distinct(oneOrMore('skills', name('a skill')))),
}

const FIELDS = {
  id: required('The stable id of the clause, such as G1.', clauseId),
  says: field('What the clause says to staff.', texts()),
  when: field('The scope: outside it the clause does not apply.', condition('routing')),
  hit: field('Which row counts where several match: the first (the default), or a unique one.', hitPolicy),
  table: required('The rows: conditions on facts, and who takes it.', table('a row of routing', 'routing', OUTPUTS)),
  ...COMMON,
}

/** Who takes which requests, by skill and language. */
export const routing: Shape<readonly RoutingClause[]> = clauses(
  'routing',
  refine(fields('a routing', FIELDS), routingOf),
)

function routingOf(read: FieldsRead<typeof FIELDS>, reading: Reading): RoutingClause | undefined {
  const { id, when = new Map(), hit = 'first', table: written } = read.values
  checkColumnOrder([when, ...(written ?? []).map((row) => row.cells)], reading)
  if (id === undefined || written === undefined) return undefined
  const rows = written.map(rowOf).filter((row) => row !== undefined)
  return { kind: 'routing', id, place: read.place, ...commonOf(read.values), when, hit, rows }
}

function rowOf({ cells, read }: RowRead<typeof OUTPUTS>): RoutingRow | undefined {
  const { to, skills = [] } = read.values
  return to === undefined ? undefined : { cells, to, skills, place: read.place }
}
