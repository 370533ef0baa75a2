import type { AuthorityClause, AuthorityRow } from '../document.ts'
import type { Condition } from '../parts.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { positionLink } from './links.ts'
import { budget, money } from './money.ts'
import type { Reading } from './reading.ts'
import { remedyWords } from './remedies.ts'
import { refine, type Shape } from './shape.ts'
import { hitPolicy, table } from './table.ts'

const LIMITS = {
  'per ticket': field('The most on one ticket.', money),
  'per day': field('The most in one day.', money),
  bend: field('A budget for kindness beyond the rules, over a period.', budget),
}

const OUTPUTS = { may: required('What may be granted without asking.', remedyWords), ...LIMITS }

const FIELDS = {
  id: required('The stable id of the clause, such as A1.', clauseId),
  position: required('Whose authority it is.', positionLink),
  may: field('What may be granted without asking, where it does not depend on facts.', remedyWords),
  ...LIMITS,
  when: field('The scope: outside it the clause does not apply.', condition('authority')),
  hit: field('Which row counts where several match: the first (the default), or a unique one.', hitPolicy),
  table: field(
    'Rows with conditions, where the authority depends on facts.',
    table('a row of authority', 'authority', OUTPUTS),
  ),
  ...COMMON,
}

/** What a position may grant without asking (SPEC R2). */
export const authority: Shape<readonly AuthorityClause[]> = clauses(
  'authority clauses',
  refine(fields('an authority clause', FIELDS), authorityOf),
)

function authorityOf(read: FieldsRead<typeof FIELDS>, reading: Reading): AuthorityClause | undefined {
  const { id, position, when = new Map(), hit = 'first', table: written } = read.values
  checkColumnOrder([when, ...(written ?? []).map((row) => row.cells)], reading)
  const rows = read.has('table') ? rowsOf(read, reading) : [rowOf(new Map(), read)]
  if (!read.has('table') && !read.has('may')) {
    reading.report.add(
      'missing-field',
      read.place,
      'an authority clause needs “may”, or “table” with rows that say it',
      {
        needed: ['may', 'table'],
      },
    )
  }
  if (id === undefined || position === undefined) return undefined
  return {
    kind: 'authority',
    id,
    place: read.place,
    ...commonOf(read.values),
    position,
    when,
    hit,
    rows: rows.filter((row) => row !== undefined),
  }
}

function rowsOf(read: FieldsRead<typeof FIELDS>, reading: Reading): readonly (AuthorityRow | undefined)[] {
  for (const name of ['may', 'per ticket', 'per day', 'bend'] as const) {
    if (read.has(name))
      reading.report.add('fields-conflict', read.at(name), `“${name}” belongs into the rows of the table here`, {
        together: [name, 'table'],
      })
  }
  return (read.values.table ?? []).map((row) => rowOf(row.cells, row.read))
}

function rowOf(
  cells: Condition,
  { values, place }: Pick<FieldsRead<typeof OUTPUTS>, 'values' | 'place'>,
): AuthorityRow | undefined {
  const { may, 'per ticket': perTicket, 'per day': perDay, bend } = values
  if (may === undefined) return undefined
  return {
    cells,
    may,
    ...(perTicket ? { perTicket } : {}),
    ...(perDay ? { perDay } : {}),
    ...(bend ? { bend } : {}),
    place,
  }
}
