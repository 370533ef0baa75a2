import { MAX_NAME_CHARACTERS } from '../limits.ts'
import { isForbiddenName } from '../source/check-names.ts'
import type { SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'

/** Signs that conditions are made of; a value that held one could not be told from a condition. */
const SIGNS = /[,[\]{}<>="]|\.\./
const WORDS = new Set(['', '-', 'unknown', 'not', 'any'])

/** The values of a choice, in the order written. Whole numbers are taken as text. */
export const factValues: Shape<readonly string[]> = {
  schema: { type: 'array', minItems: 1, items: { type: ['string', 'integer'] } },
  read(node, reading) {
    if (node.kind !== 'list')
      return expected('a list of values, as in [low, normal, high]', node, reading, '[low, normal, high]')
    const values = new Set<string>()
    let complete = true
    for (const item of node.items) {
      const value = readValue(item, values, reading)
      if (value === undefined) complete = false
      else values.add(value)
    }
    if (node.items.length === 0) expected('at least one value', node, reading)
    return complete && values.size > 0 ? [...values] : undefined
  },
}

function readValue(node: SourceNode, before: ReadonlySet<string>, reading: Reading): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value === 'boolean' || node.value === null)
    return expected('a value', node, reading)
  const value = String(node.value)
  const { report } = reading
  if (isForbiddenName(value))
    report.add('forbidden-name', node.place, `${quoted(value)} may not be used as a name; choose another`, {
      typed: value,
    })
  else if (
    WORDS.has(value) ||
    value !== value.trim() ||
    SIGNS.test(value) ||
    value.startsWith('not ') ||
    value.includes('\n')
  ) {
    report.add('bad-name', node.place, `${quoted(value)} cannot be a value: it could not be told from a condition`, {
      typed: value,
    })
  } else if (value.length > MAX_NAME_CHARACTERS) {
    report.add(
      'too-long',
      node.place,
      `this value has ${value.length} characters; the most is ${MAX_NAME_CHARACTERS}`,
      {
        typed: value,
        most: MAX_NAME_CHARACTERS,
      },
    )
  } else if (before.has(value))
    report.add('named-twice', node.place, `${quoted(value)} stands here twice`, { typed: value })
  else return value
  return undefined
}
