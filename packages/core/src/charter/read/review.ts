import { dateUnit } from '../condition/amounts.ts'
import { Tokens } from '../condition/tokens.ts'
import { textOf } from '../source/node.ts'
import { field, fields } from './fields.ts'
import { expected, type Shape } from './shape.ts'
import { listOf, name } from './words.ts'

/** A span of dates: `12 months`. */
const span: Shape<string> = {
  schema: { type: 'string', pattern: '^[0-9]+\\s+(days?|weeks?|months?|years?)$' },
  read(node, reading) {
    const text = node.kind === 'scalar' ? textOf(node) : ''
    const tokens = new Tokens(text)
    const isSpan = tokens.take()?.kind === 'number' && dateUnit(tokens.take()?.text ?? '') !== undefined && tokens.done
    return isSpan ? text : expected('a span such as 12 months', node, reading, '12 months')
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

/** When the charter is to be looked at again. This version checks its form and keeps it in the data. */
export const review = fields('“review”', {
  every: field('How often the charter is reviewed.', span),
  triggers: field('What calls for a review before that.', listOf('triggers', trigger)),
})
