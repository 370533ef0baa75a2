import { addSpan, type Day } from '../../calendar/index.ts'
import { date } from './calendar-dates.ts'
import { fields, required } from './fields.ts'
import { span } from './review.ts'
import type { Shape } from './shape.ts'

const repeated = fields('a review', {
  every: required('How often it is looked at again: 6 months.', span),
  last: required('The date on which it was last looked at: 2027-06-30.', date),
})

/** When a clause is looked at again: a date, or so long after it was last looked at. */
export const clauseReview: Shape<Day> = {
  schema: { anyOf: [date.schema, repeated.schema] },
  read(node, reading) {
    if (node.kind !== 'map') return date.read(node, reading)
    const { every, last } = repeated.read(node, reading)?.values ?? {}
    return every === undefined || last === undefined ? undefined : addSpan(last, every)
  },
}
