import { exactParts, HOUR, type LengthPart } from '../../time/lengths.ts'

/** A length promised, read from its row: `2 h of office`, `3 working days of office`, `14 days`. */
export type Target =
  | { readonly kind: 'opening'; readonly length: readonly LengthPart[]; readonly calendar: string }
  | { readonly kind: 'working-days'; readonly count: number; readonly calendar: string }
  | { readonly kind: 'dates'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number }

const UNITS: Readonly<Record<string, number>> = { h: HOUR, min: 60_000, s: 1000, ms: 1 }

/** Undefined for what is written in another way: it is then shown as written. docs/formats/charter.md. */
export function readTarget(text: string): Target | undefined {
  const working = /^(\d+) working days? of (\S+)$/.exec(text)
  if (working !== null) return { kind: 'working-days', count: Number(working[1]), calendar: working[2] ?? '' }
  const dates = /^(\d+) (day|week|month|year)s?$/.exec(text)
  const unit = dates?.[2]
  if (unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year')
    return { kind: 'dates', unit, count: Number(dates?.[1]) }
  const opening = /^((?:\d+(?:\.\d+)? ?(?:h|min|s|ms) ?)+)of (\S+)$/.exec(text)
  if (opening === null) return undefined
  const ms = [...(opening[1] ?? '').matchAll(/(\d+(?:\.\d+)?) ?(h|min|s|ms)/g)].reduce(
    (sum, [, n, named]) => sum + Number(n) * (UNITS[named ?? ''] ?? 0),
    0,
  )
  return { kind: 'opening', length: exactParts(ms), calendar: opening[2] ?? '' }
}
