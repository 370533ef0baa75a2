/** When a charter is looked at again, taken apart for fields: `12 months`, `law-changed`, `target-beaten: 3 months`. */
import type { PlainValue } from '@avow/core'
import { fieldsOf } from './charter-data.ts'

export const SPAN_UNITS = ['days', 'weeks', 'months', 'years'] as const
export type SpanUnit = (typeof SPAN_UNITS)[number]

export interface SpanForm {
  readonly count: string
  readonly unit: SpanUnit
}

/** Undefined for what is no span. */
export function spanForm(written: unknown): SpanForm | undefined {
  const [, count, word] = /^(\d+)\s+(day|week|month|year)s?$/.exec(String(written ?? '').trim()) ?? []
  const unit = SPAN_UNITS.find((one) => one === `${word}s`)
  return count === undefined || unit === undefined ? undefined : { count, unit }
}

export function spanWritten({ count, unit }: SpanForm): string {
  return `${count} ${count === '1' ? unit.slice(0, -1) : unit}`
}

export interface TriggerForm {
  readonly word: string
  /** Where it calls for a review only some time later. */
  readonly after: string | undefined
}

export function triggerForm(written: unknown): TriggerForm {
  const [field] = Object.entries(fieldsOf(written))
  return field === undefined
    ? { word: String(written ?? ''), after: undefined }
    : { word: field[0], after: String(field[1] ?? '') }
}

export function triggerValue({ word, after }: TriggerForm): PlainValue {
  return after === undefined || after === '' ? word : { [word]: after }
}
