import type { ExclusionClause } from '../stated-clauses.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { field, fields, required } from './fields.ts'
import { present } from './present.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'

const exclusionFields = fields('an exclusion', {
  id: required('The stable id of the exclusion, such as X1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  says: required('What the company cannot do, in a sentence.', texts()),
  instead: field('What a customer may do in its place.', texts()),
  when: field('The cases that it is about.', condition('exclusion')),
  ...COMMON,
})

/** What the company cannot do. */
export const exclusions: Shape<readonly ExclusionClause[]> = clauses(
  'exclusions',
  refine(exclusionFields, (read, reading): ExclusionClause | undefined => {
    const { id, audience = 'staff', says, instead, when = new Map() } = read.values
    checkColumnOrder([when], reading)
    if (id === undefined || says === undefined) return undefined
    const common = commonOf(read.values)
    return { kind: 'exclusion', id, place: read.place, audience, ...common, says, ...present({ instead }), when }
  }),
)
