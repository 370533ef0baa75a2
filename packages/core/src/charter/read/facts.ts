import { isCurrency } from '../condition/currency.ts'
import type { FactDefinition, FactType, Place, Texts } from '../parts.ts'
import type { SourceNode } from '../source/node.ts'
import { declarations } from './declarations.ts'
import { factValues } from './fact-values.ts'
import { excludes, type FieldsRead, field, fields } from './fields.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { isGoodName } from './words.ts'

/** Facts that `decide` counts from the log (SPEC E11); they exist in every charter. */
const DERIVED = ['contacts', 'messages', 'reopenings', 'unanswered']

/** Words that stand beside conditions in tables, and therefore cannot name a fact. */
const OUTPUT_WORDS = new Set([
  'target',
  'audience',
  'allow',
  'up to',
  'tell',
  'may',
  'per ticket',
  'per day',
  'bend',
  'position',
  'row',
  'when',
  'at',
  'says',
  'because',
  'note',
  'facts',
])

const FORMS = '{ one of: […] }, { in order: […] }, yes or no, number, whole number, duration, money EUR, { age: true }'

const SIMPLE = new Map<string, FactType>([
  ['yes or no', { kind: 'yes-no' }],
  ['number', { kind: 'number' }],
  ['whole number', { kind: 'number', whole: true }],
  ['duration', { kind: 'duration' }],
])

const TYPE_SCHEMA = { anyOf: [{ enum: [...SIMPLE.keys()] }, { type: 'string', pattern: '^money [A-Z]{3}$' }] }

/** A type in words: `money EUR`. */
const simpleType: Shape<FactType> = {
  schema: TYPE_SCHEMA,
  read(node, reading) {
    const typed = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
    if (typed === undefined) return expected(`the type of a fact (${FORMS})`, node, reading, 'yes or no')
    const known = SIMPLE.get(typed)
    if (known) return known
    const currency = typed.startsWith('money ') ? typed.slice(6).trim() : undefined
    if (currency !== undefined && isCurrency(currency)) return { kind: 'money', currency }
    if (typed === 'money' || currency !== undefined) {
      reading.report.add(
        'bad-fact-type',
        node.place,
        `${quoted(typed)}: write money and the currency's three letters, as in money EUR`,
        { typed, like: 'money EUR' },
      )
    } else {
      reading.report.addUnknown('bad-fact-type', node.place, 'type of fact called', typed, [
        ...SIMPLE.keys(),
        'money EUR',
      ])
    }
    return undefined
  },
}

/** `true` counts an age up to the ticket's creation, `now` up to now (SPEC C3). */
const ageType: Shape<'creation' | 'now'> = {
  schema: { enum: [true, 'now'] },
  read(node, reading) {
    if (node.kind === 'scalar' && node.value === true) return 'creation'
    if (node.kind === 'scalar' && node.value === 'now') return 'now'
    return expected('age: true (counted to the creation of the ticket) or age: now', node, reading, 'age: true')
  },
}

const valueTexts: Shape<ReadonlyMap<string, Texts>> = {
  schema: { type: 'object', additionalProperties: { $ref: '#/$defs/texts' } },
  read(node, reading) {
    if (node.kind !== 'map') return expected('texts by value', node, reading)
    const by = new Map<string, Texts>()
    for (const { key, value } of node.entries) {
      const text = texts().read(value, reading)
      if (text) by.set(key, text)
    }
    return by
  },
}

const FIELDS = {
  'one of': field('The values of a choice without order.', factValues),
  'in order': field('The values of a choice from lowest to highest.', factValues),
  age: field('A date; conditions speak of its age, up to the creation of the ticket (true) or up to now.', ageType),
  is: field('The type, where the fact has texts: yes or no, number, whole number, duration, money EUR.', simpleType),
  says: field('What people call the fact.', texts()),
  'values say': field('What people call the values of a choice.', valueTexts),
}

const factFields = fields('a fact', FIELDS)

const declaredFacts = declarations<FactDefinition>({
  kind: 'fact',
  of: (reading) => reading.facts,
  isAllowed: isFactName,
  read: readFact,
  schema: { anyOf: [TYPE_SCHEMA, factFields.schema] },
})

/** The facts that conditions may speak of, with types; those counted from the log come last. */
export const facts: Shape<true> = refine(declaredFacts, (_, reading, node) => {
  declareDerivedFacts(reading, node.place)
  return true
})

/** Adds the facts that are counted from the log; a charter without `facts` has them too. */
export function declareDerivedFacts(reading: Reading, place: Place): void {
  for (const name of DERIVED) {
    reading.facts.declare(name, { name, type: { kind: 'number', whole: true }, derived: true, place })
  }
}

function isFactName(name: string, place: Place, reading: Reading): boolean {
  if (DERIVED.includes(name)) {
    reading.report.add(
      'reserved-name',
      place,
      `“${name}” is counted from the ticket's log and is there without being declared`,
      { typed: name },
    )
    return false
  }
  if (OUTPUT_WORDS.has(name) || name === 'unknown' || name === 'not') {
    reading.report.add(
      'reserved-name',
      place,
      `“${name}” has a meaning of its own in tables; give the fact another name`,
      { typed: name },
    )
    return false
  }
  return isGoodName(name, 'a fact', place, reading)
}

function readFact(name: string, node: SourceNode, place: Place, reading: Reading): FactDefinition | undefined {
  if (node.kind !== 'map') {
    const type = simpleType.read(node, reading)
    return type && { name, type, derived: false, place }
  }
  const read = factFields.read(node, reading)
  const type = read && typeOf(read, reading)
  if (read === undefined || type === undefined) return undefined
  const valuesSay = read.values['values say']
  if (valuesSay) checkValueTexts(valuesSay, name, type, read.at('values say'), reading)
  const { says } = read.values
  return { name, type, ...(says ? { says } : {}), ...(valuesSay ? { valuesSay } : {}), derived: false, place }
}

function typeOf(read: FieldsRead<typeof FIELDS>, reading: Reading): FactType | undefined {
  const [first, second] = (['one of', 'in order', 'age', 'is'] as const).filter((name) => read.has(name))
  if (first === undefined) {
    reading.report.add('bad-fact-type', read.place, `a fact needs a type: ${FORMS}`, { like: 'yes or no' })
    return undefined
  }
  if (second !== undefined) {
    excludes(read, first, second, reading)
    return undefined
  }
  const { age, is } = read.values
  const values = read.values[first === 'in order' ? 'in order' : 'one of']
  if (values) return { kind: 'choice', values, ordered: first === 'in order' }
  return age ? { kind: 'age', until: age } : is
}

function checkValueTexts(
  by: ReadonlyMap<string, Texts>,
  fact: string,
  type: FactType,
  place: Place,
  reading: Reading,
): void {
  if (type.kind !== 'choice') {
    reading.report.add('fields-conflict', place, `only a choice has values; “${fact}” is none`, { of: fact })
    return
  }
  for (const [value, text] of by) {
    if (!type.values.includes(value))
      reading.report.addUnknown('unknown-value', text.place, `value of “${fact}” called`, value, type.values)
  }
}
