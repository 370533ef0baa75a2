/** What our own people waited at others (SPEC M14). */
import { addMonths, type Day } from '../calendar/index.ts'
import { Times } from './times.ts'

/** One wait, as somebody noted it. */
export interface ObservedWait {
  /** At whom. */
  readonly of: string
  readonly channel: string | null
  readonly day: Day
  readonly ms: number
}

export interface WaitsAsked {
  readonly of: string
  /** All where it is left out. */
  readonly channel?: string | undefined
  /** The date in the charter's zone. */
  readonly today: Day
}

const MONTHS = 12

/** Median and number of the waits at somebody over the last twelve months; undefined where none was noted. */
export function medianWait(
  waits: readonly ObservedWait[],
  { of, channel, today }: WaitsAsked,
): { readonly ms: number; readonly count: number } | undefined {
  const times = new Times()
  for (const wait of waits) {
    const isOfThem = nameOf(wait.of) === nameOf(of) && (channel === undefined || wait.channel === channel)
    if (isOfThem && wait.day <= today && addMonths(wait.day, MONTHS) >= today) times.add(wait.ms)
  }
  const ms = times.percentile(50)
  return ms === null ? undefined : { ms, count: times.size }
}

function nameOf(written: string): string {
  return written.trim().toLowerCase()
}
