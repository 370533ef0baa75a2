/** Figures of others that were read too long ago to go by. */
import { addMonths, type Day, formatDate, localDay } from '../../calendar/index.ts'
import type { Benchmark, CharterDocument, Finding } from '../../charter/index.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'

const MONTHS_FRESH = 12

/** Whether a benchmark was read more than 12 months before a date (SPEC CH10). */
export function isOldBenchmark({ date }: Pick<Benchmark, 'date'>, today: Day): boolean {
  return addMonths(date, MONTHS_FRESH) < today
}

/** A benchmark that was read more than 12 months before the date of asking, in the charter's zone (SPEC CH10). */
export function checkBenchmarks({ objectives }: CharterDocument, { at, zone }: Moment): Finding[] {
  const today = localDay(zone, at)
  return objectives.flatMap(({ id, benchmarks }) =>
    benchmarks
      .filter((benchmark) => isOldBenchmark(benchmark, today))
      .map(({ of, date, place }) => found('benchmark-old', place, { clause: id, of, date: formatDate(date) })),
  )
}
