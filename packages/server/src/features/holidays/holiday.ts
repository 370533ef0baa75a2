/** One date on which a company may be closed, as it is written into a charter. */
export interface Holiday {
  /** `2027-03-29`. */
  readonly date: string
  readonly name: string
  /** It follows the moon: the day is told by an authority shortly before, and may be another. */
  readonly isTentative: boolean
}

/** Dates for a charter, and where they come from, in words that are kept beside them. */
export interface HolidayList {
  /** In their order, each date once. */
  readonly holidays: readonly Holiday[]
  readonly source: string
  /** The last date that was asked about. */
  readonly until: string
}

/** The years from `from` to `to`, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** More would be guesses: laws change. */
const MOST_YEARS = 10

/** Dates cannot be told as asked; the message says what to write instead. */
export class HolidayError extends Error {
  override readonly name = 'HolidayError'
}

/** Throws HolidayError for years that are none. */
export function checkYears({ from, to }: Years): void {
  const isYear = (year: number) => Number.isInteger(year) && year >= 1970 && year <= 2099
  if (!isYear(from) || !isYear(to) || to < from || to - from >= MOST_YEARS)
    throw new HolidayError(`The years are “${from}-${to}”: give one, or up to ${MOST_YEARS} as 2026-2028.`)
}

/** Those of one date become one, with both names; in the order of their dates. */
export function inOrder(holidays: readonly Holiday[]): readonly Holiday[] {
  const byDate = new Map<string, Holiday>()
  for (const holiday of holidays) {
    const known = byDate.get(holiday.date)
    const names = [...new Set([...(known?.name.split(' / ') ?? []), holiday.name])]
    byDate.set(holiday.date, {
      ...holiday,
      name: names.join(' / '),
      isTentative: holiday.isTentative && (known?.isTentative ?? true),
    })
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}
