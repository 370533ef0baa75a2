import { type PlainValue, typedValue, writtenValue } from '@avow/core'
import type { Fields } from './charter-data.ts'
import type { GridKind } from './row-kinds.ts'

/** What is typed into a cell: `email, form` is a list as `[email, form]` is; nothing takes the condition away. */
export function cellTyped(text: string): PlainValue | undefined {
  if (text.trim() === '') return undefined
  const isList = text.includes(',') && !/^\s*(?:not\b|\[)/.test(text)
  return typedValue(isList ? `[${text}]` : text)
}

/** What was read from the draft is plain data. */
export function plain(value: unknown): PlainValue {
  return value as PlainValue
}

export function newRow(kind: GridKind, rows: readonly Fields[]): PlainValue {
  const last = rows.at(-1) ?? {}
  if (kind === 'promise' || kind === 'agreement') return { target: writtenValue(last['target'] ?? '8 h of office') }
  if (kind === 'routing') return { to: writtenValue(last['to'] ?? 'desk') }
  return kind === 'remedy' ? { allow: ['apology'] } : { may: ['apology'] }
}
