/** Figures of others that were read too long ago to go by. */
import { addMonths, formatDate, localDay } from '../../calendar/index.ts'
import type { CharterDocument, Finding } from '../../charter/index.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'

const MONTHS_FRESH = 12

/** A benchmark that was read more than 12 months before the date of asking, in the charter's zone (SPEC CH10). */
export function checkBenchmarks({ objectives }: CharterDocument, { at, zone }: Moment): Finding[] {
  const today = localDay(zone, at)
  return objectives.flatMap(({ id, benchmarks }) =>
    benchmarks
      .filter(({ date }) => addMonths(date, MONTHS_FRESH) < today)
      .map(({ of, date, place }) => found('benchmark-old', place, { clause: id, of, date: formatDate(date) })),
  )
}
