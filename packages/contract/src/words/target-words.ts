/** Lengths of time that a charter promises, in the reader's language. */
import type { TableWords } from './tongue.ts'

/** A length promised, read from its row: `2 h of office`, `3 working days of office`, `14 days`. */
export type Target =
  | { readonly kind: 'opening'; readonly ms: number; readonly calendar: string }
  | { readonly kind: 'working-days'; readonly count: number; readonly calendar: string }
  | { readonly kind: 'dates'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number }

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, min: 60_000, s: 1000, ms: 1 }
const LENGTH = '((?:\\d+(?:\\.\\d+)? ?(?:h|min|s|ms) ?)+)'

/** Undefined for what is written in another way: it is then shown as written. docs/formats/charter.md. */
export function readTarget(text: string): Target | undefined {
  const working = /^(\d+) working days? of (\S+)$/.exec(text)
  if (working !== null) return { kind: 'working-days', count: Number(working[1]), calendar: working[2] ?? '' }
  const dates = /^(\d+) (day|week|month|year)s?$/.exec(text)
  const unit = dates?.[2]
  if (unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year')
    return { kind: 'dates', unit, count: Number(dates?.[1]) }
  const opening = new RegExp(`^${LENGTH}of (\\S+)$`).exec(text)
  return opening === null ? undefined : { kind: 'opening', ms: msOf(opening[1] ?? ''), calendar: opening[2] ?? '' }
}

/** `2 h of office` as `2 hours of office hours`; what is no length stands as it is written. */
export function targetWords(written: string, { words, of }: TableWords): string {
  const read = readTarget(written)
  if (read === undefined) return written
  if (read.kind === 'dates') return words.say(`target.${read.unit}`, { count: read.count })
  const calendar = of.calendar(read.calendar)
  if (read.kind === 'working-days') return words.say('target.working-days', { count: read.count, calendar })
  return words.say('target.opening', { length: exactWords(read.ms, { words }), calendar })
}

/** `90 min`, `2 h`, `30 days`, `15 working days` in words, without a calendar; undefined for what is none. */
export function lengthWords(written: string, context: Pick<TableWords, 'words'>): string | undefined {
  const [, count = '', unit = ''] = /^(\d+) (working day|day|week|month|year)s?$/.exec(written) ?? []
  if (unit === 'working day') return context.words.say('length.working-days', { count: Number(count) })
  if (unit !== '') return context.words.sayCode(`target.${unit}`, { count: Number(count) })
  return new RegExp(`^${LENGTH}$`).test(written) ? exactWords(msOf(written), context) : undefined
}

/** In full words, not rounded: hours, minutes, seconds. */
function exactWords(ms: number, { words }: Pick<TableWords, 'words'>): string {
  const seconds = Math.round(ms / 1000)
  const parts = [
    { key: 'long.hours', n: Math.floor(seconds / 3600) },
    { key: 'long.minutes', n: Math.floor((seconds % 3600) / 60) },
    { key: 'long.seconds', n: seconds % 60 },
  ] as const
  const some = parts.filter(({ n }) => n > 0)
  return some.length === 0
    ? words.say('long.minutes', { n: 0 })
    : some.map(({ key, n }) => words.say(key, { n })).join(' ')
}

function msOf(written: string): number {
  return [...written.matchAll(/(\d+(?:\.\d+)?) ?(h|min|s|ms)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (UNITS[unit ?? ''] ?? 0),
    0,
  )
}
