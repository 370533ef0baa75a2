/** The type of a fact as a choice of one field; docs/formats/charter.md says how types are written. */
import type { EditPath, PlainValue, SourceEdit } from '@avow/core'
import { fieldsOf, wordsOf } from './charter-data.ts'

export const FACT_TYPES = [
  'choice',
  'order',
  'yes-no',
  'number',
  'whole-number',
  'money',
  'duration',
  'age',
  'age-now',
] as const
export type FactTypeName = (typeof FACT_TYPES)[number]

const SIMPLE: Readonly<Record<string, FactTypeName>> = {
  'yes or no': 'yes-no',
  number: 'number',
  'whole number': 'whole-number',
  duration: 'duration',
}
const FIELDS = ['one of', 'in order', 'age', 'is'] as const

/** The type and, for money, its currency. Undefined for what is none. */
export function factType(written: unknown): { readonly type: FactTypeName; readonly currency?: string } | undefined {
  const fields = typeof written === 'string' ? { is: written } : fieldsOf(written)
  if ('one of' in fields) return { type: 'choice' }
  if ('in order' in fields) return { type: 'order' }
  if ('age' in fields) return { type: fields['age'] === 'now' ? 'age-now' : 'age' }
  const word = String(fields['is'] ?? '')
  const currency = /^money\s+(\S*)$/.exec(word)?.[1]
  const type = currency === undefined ? SIMPLE[word] : 'money'
  return type === undefined ? undefined : { type, ...(currency === undefined ? {} : { currency }) }
}

/** How a type is written in a fact that has nothing else, or under which field where it has texts. */
function typeField(type: FactTypeName, values: readonly string[], currency: string): readonly [string, PlainValue] {
  switch (type) {
    case 'choice':
      return ['one of', values]
    case 'order':
      return ['in order', values]
    case 'age':
      return ['age', true]
    case 'age-now':
      return ['age', 'now']
    case 'money':
      return ['is', `money ${currency}`]
    default:
      return ['is', Object.keys(SIMPLE).find((word) => SIMPLE[word] === type) ?? 'number']
  }
}

/** A new fact of a type. */
export function newFact(type: FactTypeName, currency: string): PlainValue {
  const [name, value] = typeField(type, ['a', 'b'], currency)
  return name === 'is' ? value : { [name]: value }
}

/** A fact of another type: its texts stay, those of its values go with the values. */
export function typeEdits(
  written: unknown,
  path: EditPath,
  type: FactTypeName,
  currency: string,
): readonly SourceEdit[] {
  if (typeof written === 'string') return [{ kind: 'set', path, value: newFact(type, currency) }]
  const fields = fieldsOf(written)
  const old = FIELDS.find((name) => name in fields)
  const values = wordsOf(fields['one of'] ?? fields['in order'])
  const [name, value] = typeField(type, values.length > 0 ? values : ['a', 'b'], currency)
  const isChoice = type === 'choice' || type === 'order'
  const names: readonly SourceEdit[] =
    isChoice || fields['values say'] === undefined ? [] : [{ kind: 'remove', path: [...path, 'values say'] }]
  if (old === undefined) return [{ kind: 'set', path: [...path, name], value }, ...names]
  if (old === name) return [{ kind: 'set', path: [...path, name], value }]
  const renamed: SourceEdit = { kind: 'rename', path: [...path, old], to: name }
  return isChoice && values.length > 0 ? [renamed] : [renamed, { kind: 'set', path: [...path, name], value }, ...names]
}
