import { dateFormat } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'

/** `2026-12-24` as the reader writes dates; a date belongs to no time zone. What is none stands as written. */
export function dayWords(written: string, { locale }: Words): string {
  const day = Date.parse(`${written.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day) ? written : dateFormat(locale, 'day').format(day)
}
