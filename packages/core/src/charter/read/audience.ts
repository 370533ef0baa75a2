import type { Audience, Condition } from '../parts.ts'
import type { SourceNode } from '../source/node.ts'
import { condition } from './condition.ts'
import type { Reading } from './reading.ts'
import { expected, type Shape } from './shape.ts'

/** Facts by which customers are told apart for what they may read: `{ tier: gold }`. */
const OF_CUSTOMERS = condition('promise')
const LIKE = '{ customers: { tier: gold } }'
const FORMS = 'public, staff, a position, or customers by a fact'

/** Who may read a clause: everyone, the staff, who holds a position, or customers by facts of their tickets. */
export const audience: Shape<Audience> = {
  schema: {
    anyOf: [
      { enum: ['public', 'staff'] },
      { type: 'string' },
      {
        type: 'object',
        properties: { customers: OF_CUSTOMERS.schema },
        required: ['customers'],
        additionalProperties: false,
      },
    ],
  },
  read(node, reading) {
    if (node.kind === 'map') return customers(node, reading)
    const word = node.kind === 'scalar' ? node.value : undefined
    if (word === 'public' || word === 'staff') return word
    if (typeof word !== 'string') return expected(FORMS, node, reading, 'public')
    if (reading.positions.has(word)) return { position: word }
    const { positions, report } = reading
    const known = (): readonly string[] => ['public', 'staff', ...positions.names()]
    report.addUnknown('unknown-position', node.place, 'audience or position', word, known, () =>
      positions.refusedNames(),
    )
    return undefined
  },
}

function customers(node: SourceNode & { readonly kind: 'map' }, reading: Reading): Audience | undefined {
  const [entry, ...more] = node.entries
  if (entry === undefined || more.length > 0 || entry.key !== 'customers') return expected(FORMS, node, reading, LIKE)
  const read = OF_CUSTOMERS.read(entry.value, reading)
  if (read === undefined) return undefined
  // What is wrong in a condition was told there.
  if (entry.value.kind === 'map' && read.size < entry.value.entries.length) return undefined
  return read.size > 0 && tellsApart(read, reading) ? { customers: read } : expected(FORMS, entry.value, reading, LIKE)
}

/** Only by what is chosen from a list, and known: who is unknown is told nothing that is for some. */
function tellsApart(read: Condition, { facts }: Reading): boolean {
  return [...read.values()].every(
    ({ fact, accepts }) =>
      ['choice', 'yes-no'].includes(facts.get(fact)?.type.kind ?? '') &&
      accepts !== 'any' &&
      accepts.every(({ kind }) => kind === 'values'),
  )
}
