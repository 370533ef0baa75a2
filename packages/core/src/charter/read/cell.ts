import { type Accepts, parseCell, parseItem, union } from '../condition/parse-cell.ts'
import { UnknownValue, valuesOf } from '../condition/parse-values.ts'
import { Wrong } from '../condition/tokens.ts'
import { MAX_CELL_CHARACTERS } from '../limits.ts'
import type { Alternative, Cell, FactDefinition, Place } from '../parts.ts'
import { placeInside, type SourceList, type SourceNode, type SourceScalar, textOf } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { shown } from './shape.ts'

/** Reads the condition on one fact: a text, a list of alternatives, or nothing for any. */
export function readCell(fact: FactDefinition, node: SourceNode, reading: Reading): Cell | undefined {
  const accepts = node.kind === 'list' ? readList(node, fact, reading) : readText(node, fact, reading)
  return accepts === undefined ? undefined : { fact: fact.name, text: cellText(node), accepts, place: node.place }
}

function readText(node: SourceNode, fact: FactDefinition, reading: Reading): Accepts | undefined {
  if (node.kind !== 'scalar') return report(reading, node.place, fact, `expected a condition, found ${shown(node)}`)
  const text = readable(node, reading)
  const accepts = text === undefined ? undefined : parseCell(text, fact.type)
  return accepts instanceof Wrong ? reportWrong(accepts, node, fact, reading) : accepts
}

function readList({ items, place }: SourceList, fact: FactDefinition, reading: Reading): Accepts | undefined {
  if (items.length === 0) return report(reading, place, fact, 'nothing stands in this list; write "-" for any')
  const found: Alternative[] = []
  let complete = true
  for (const item of items) {
    if (item.kind !== 'scalar') report(reading, item.place, fact, `expected a value, found ${shown(item)}`)
    else {
      const text = readable(item, reading)
      const read = text === undefined ? undefined : parseItem(text, fact.type)
      if (read instanceof Wrong) reportWrong(read, item, fact, reading)
      else if (read !== undefined) {
        found.push(read.alternative)
        continue
      }
    }
    complete = false
  }
  return complete ? union(found) : undefined
}

function readable(node: SourceScalar, reading: Reading): string | undefined {
  const text = textOf(node)
  if (text.length <= MAX_CELL_CHARACTERS) return text
  reading.report.add(
    'too-long',
    node.place,
    `this condition has ${text.length} characters; the most is ${MAX_CELL_CHARACTERS}`,
    { most: MAX_CELL_CHARACTERS },
  )
  return undefined
}

function report(reading: Reading, place: Place, fact: FactDefinition, message: string, typed?: string): undefined {
  const details = { typed, of: fact.name, possible: valuesOf(fact.type), like: LIKE[fact.type.kind] }
  reading.report.add('bad-condition', place, `${message}, in the condition on “${fact.name}”`, details)
  return undefined
}

/** A condition on a fact whose values cannot be listed. */
const LIKE: { readonly [Kind in FactDefinition['type']['kind']]?: string } = {
  number: '>= 3',
  money: '> 100 EUR',
  duration: '> 2 h',
  age: '< 30 days',
}

function reportWrong(wrong: Wrong, node: SourceScalar, fact: FactDefinition, reading: Reading): undefined {
  const place = placeInside(node, wrong.at)
  if (!(wrong instanceof UnknownValue)) return report(reading, place, fact, wrong.message, textOf(node))
  reading.report.addUnknown('unknown-value', place, `value of “${fact.name}” called`, wrong.typed, () => [
    ...valuesOf(fact.type),
    'unknown',
  ])
  return undefined
}

/** The condition in one line, as tables and messages show it. */
function cellText(node: SourceNode): string {
  if (node.kind === 'scalar') return textOf(node)
  const items = node.kind === 'list' ? node.items : []
  return items.map((item) => (item.kind === 'scalar' ? textOf(item) : '')).join(', ')
}

/** JSON Schema of a cell, under `$defs/cell`. */
export const CELL_SCHEMA = {
  description:
    'A condition on one fact: a value, a list of values, a comparison such as "< 30 days" or "> 100 EUR", a range "1 .. 5" ' +
    '(the first included, the second not), "not [a, b]", "unknown", or "-" for any.',
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    { type: 'array', minItems: 1, items: { type: ['string', 'number', 'boolean'] } },
  ],
}
