import type { DateSpan } from '../../calendar/index.ts'
import { compareCuts } from '../../charter/condition/cut-order.ts'
import type { Cut } from '../../charter/index.ts'

/** The order of two spans of dates where it is the same on every date; undefined for 30 days beside 1 month. */
export function compareSpans(one: DateSpan, other: DateSpan): -1 | 0 | 1 | undefined {
  return compareCuts(cutOf(one), cutOf(other))
}

function cutOf({ unit, count }: DateSpan): Cut {
  if (unit === 'day' || unit === 'week') return { kind: 'age', months: 0, days: unit === 'week' ? 7 * count : count }
  return { kind: 'age', months: unit === 'year' ? 12 * count : count, days: 0 }
}
