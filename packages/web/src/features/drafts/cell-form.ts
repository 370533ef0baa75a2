/** A condition on one fact as it is written, taken apart for a field; docs/formats/charter.md says how conditions are written. */
import { typedValue, writtenValue } from '@avow/core'
import type { Fact } from './charter-data.ts'

export type CellForm =
  | { readonly kind: 'any' }
  | { readonly kind: 'values' | 'not'; readonly values: readonly string[] }
  | { readonly kind: 'at least' | 'over' | 'under' | 'at most'; readonly value: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }

const SIGNS = { '>=': 'at least', '>': 'over', '<': 'under', '<=': 'at most' } as const

/** Never fails: what is not understood is one value, as written. */
export function cellForm(value: unknown): CellForm {
  if (typeof value === 'boolean') return { kind: 'values', values: [value ? 'yes' : 'no'] }
  if (Array.isArray(value)) return { kind: 'values', values: value.map((one) => writtenValue(one)) }
  const text = writtenValue(value).trim()
  if (text === '' || text === '-') return { kind: 'any' }
  const compared = /^(>=|<=|>|<)\s*(.+)$/s.exec(text)
  const sign = compared?.[1]
  if (sign === '>=' || sign === '<=' || sign === '>' || sign === '<')
    return { kind: SIGNS[sign], value: (compared?.[2] ?? '').trim() }
  const [, from, to] = /^(.+?)\s*\.\.\s*(.+)$/s.exec(text) ?? []
  if (from !== undefined && to !== undefined) return { kind: 'between', from, to }
  const not = /^not\s*(.+)$/s.exec(text)?.[1]
  if (not !== undefined && /^not[\s[]/.test(text)) return { kind: 'not', values: pieces(not) }
  return { kind: 'values', values: pieces(text) }
}

/** The condition as a charter writes it. */
export function cellValue(form: CellForm): ReturnType<typeof typedValue> {
  switch (form.kind) {
    case 'any':
      return '-'
    case 'values':
      return form.values.length === 1 ? typedValue(form.values[0] ?? '') : form.values.map(typedValue)
    case 'not':
      return form.values.length === 1 ? `not ${form.values[0] ?? ''}` : `not [${form.values.join(', ')}]`
    case 'between':
      return `${form.from} .. ${form.to}`
    default:
      return `${Object.entries(SIGNS).find(([, kind]) => kind === form.kind)?.[0] ?? ''} ${form.value}`
  }
}

/** A condition to begin with, on a fact that a row does not yet speak of. */
export function firstCondition(fact: Fact): ReturnType<typeof typedValue> {
  const [value] = fact.values
  if (value !== undefined) return value
  if (fact.kind === 'age') return '< 30 days'
  if (fact.kind === 'money') return `> 100 ${fact.currency ?? 'EUR'}`
  return fact.kind === 'duration' ? '> 2 h' : '>= 3'
}

function pieces(text: string): readonly string[] {
  const inside = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  return inside
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}
