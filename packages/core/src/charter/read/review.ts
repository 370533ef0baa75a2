import type { DateSpan } from '../../calendar/index.ts'
import { dateUnit } from '../condition/amounts.ts'
import { Tokens } from '../condition/tokens.ts'
import { textOf } from '../source/node.ts'
import { field, fields } from './fields.ts'
import { expected, type Shape } from './shape.ts'
import { listOf, name } from './words.ts'

/** Longer than anybody plans ahead, whatever the unit. */
const MOST_OF_A_SPAN = 36_600

/** A span of dates: `12 months`. */
export const span: Shape<DateSpan> = {
  schema: { type: 'string', pattern: '^[0-9]+\\s+(days?|weeks?|months?|years?)$' },
  read(node, reading) {
    const text = node.kind === 'scalar' ? textOf(node) : ''
    const tokens = new Tokens(text)
    const number = tokens.take()
    const count = number?.kind === 'number' ? Number(number.text) : Number.NaN
    const unit = dateUnit(tokens.take()?.text ?? '')?.unit
    const isSpan = Number.isSafeInteger(count) && count <= MOST_OF_A_SPAN && unit !== undefined && tokens.done
    return isSpan ? { unit, count } : expected('a span such as 12 months', node, reading, '12 months')
  },
}

/** What calls for a review: a word, or a word with a span (`target-beaten: 3 months`). */
const trigger: Shape<true> = {
  schema: {
    anyOf: [
      { type: 'string' },
      { type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: span.schema },
    ],
  },
  read(node, reading) {
    if (node.kind !== 'map') return name('a trigger').read(node, reading) === undefined ? undefined : true
    const [entry, more] = node.entries
    if (entry === undefined || more !== undefined)
      return expected('one trigger, as in target-beaten: 3 months', node, reading, 'target-beaten: 3 months')
    return span.read(entry.value, reading) === undefined ? undefined : true
  },
}

/** When the charter is to be looked at again: so long after it took effect. Of triggers the form is checked. */
export const review = fields('“review”', {
  every: field('How often the charter is reviewed.', span),
  triggers: field('What calls for a review before that.', listOf('triggers', trigger)),
})
