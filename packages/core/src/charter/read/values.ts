import type { ValueClause } from '../stated-clauses.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { COMMON, commonOf } from './common.ts'
import { field, fields, required } from './fields.ts'
import { clauseLink } from './links.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, oneOrMore } from './words.ts'

const valueFields = fields('a value', {
  id: required('The stable id of the value, such as V1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  says: required('What the company holds dear, in a sentence.', texts()),
  'shown by': field('The clauses by which it shows: [P1].', distinct(oneOrMore('clauses', clauseLink))),
  ...COMMON,
})

/** What the company holds dear. */
export const values: Shape<readonly ValueClause[]> = clauses(
  'values',
  refine(valueFields, (read): ValueClause | undefined => {
    const { id, audience = 'staff', says, 'shown by': shownBy = [] } = read.values
    if (id === undefined || says === undefined) return undefined
    return { kind: 'value', id, place: read.place, audience, ...commonOf(read.values), says, shownBy }
  }),
)
