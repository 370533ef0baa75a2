/** How a promise is measured, taken apart for fields: `each`, `share: 95% a month`, `mean: "<= 3 min a month"`. */
import type { PlainValue } from '@avow/core'
import { fieldsOf } from './charter-data.ts'

export const PERIODS = ['week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

export type MeasureForm =
  | { readonly kind: 'each' }
  /** `amount`: the percentage without its sign, or the time of a mean as it is written. */
  | { readonly kind: 'share' | 'mean'; readonly amount: string; readonly period: Period }

const SHARE = /^([\d.]*)\s*%\s+an?\s+(\w+)$/
const MEAN = /^(?:<=|at most)\s*(.*?)\s+an?\s+(\w+)$/

/** Undefined for what is no measure: that is mended in the text. */
export function measureForm(written: unknown): MeasureForm | undefined {
  if (written === 'each') return { kind: 'each' }
  const [field, more] = Object.entries(fieldsOf(written))
  if (field === undefined || more !== undefined) return undefined
  const [kind, text] = field
  if (kind !== 'share' && kind !== 'mean') return undefined
  const [, amount, word] = (kind === 'share' ? SHARE : MEAN).exec(String(text).trim()) ?? []
  const period = PERIODS.find((one) => one === word)
  return amount === undefined || period === undefined ? undefined : { kind, amount, period }
}

/** What stands after `share:` or `mean:`. */
export function measureText({ kind, amount, period }: Exclude<MeasureForm, { kind: 'each' }>): string {
  return kind === 'share' ? `${amount}% a ${period}` : `<= ${amount} a ${period}`
}

/** A measure to begin with. */
export function firstMeasure(kind: MeasureForm['kind']): PlainValue {
  if (kind === 'each') return 'each'
  return { [kind]: measureText({ kind, amount: kind === 'share' ? '95' : '1 h', period: 'month' }) }
}
