/** The periods of a promise's figures that change no more, and the list that is hashed when one closes (SPEC M10, M11). */
import { type Day, localDay, startOfDay, type Zone } from '../calendar/index.ts'
import { type CompiledPromise, canonicalJson, type MeasurePeriod } from '../charter/index.ts'
import { formatInstant } from '../ticket/index.ts'
import { periodOf } from './periods.ts'

/** A period closes so long after its end, and may change until then. */
const CLOSES_AFTER = 14 * 86_400_000

/** A period of a charter's zone, [from, to) in UTC ms. */
export interface ClosedPeriod {
  readonly kind: MeasurePeriod
  /** Its first date. */
  readonly first: Day
  readonly from: number
  readonly to: number
}

/** A commitment as the list of its period has it. Instants in UTC ms. */
export interface ListedCommitment {
  readonly ticket: string
  readonly run: number
  readonly state: string
  readonly due: number | null
}

/** The periods over which a promise is measured: those that its charter names, else months (SPEC M10). */
export function periodsMeasured({ clause }: CompiledPromise): readonly MeasurePeriod[] {
  const named = clause.measured.flatMap((measure) => (measure.kind === 'each' ? [] : [measure.period]))
  return named.length === 0 ? ['month'] : [...new Set(named)]
}

/** Is the period of a kind that begins on `first` closed at `now` (UTC ms)? */
export function isPeriodClosed(zone: Zone, kind: MeasurePeriod, first: Day, now: number): boolean {
  return startOfDay(zone, periodOf(kind, first).to) + CLOSES_AFTER <= now
}

/**
 * The periods of a kind that are closed at `now`, from the one in which `since` lies (both UTC ms), in order. Throws
 * CalendarError where the zone's table does not reach.
 */
export function closedPeriods(zone: Zone, kind: MeasurePeriod, since: number, now: number): readonly ClosedPeriod[] {
  const closed: ClosedPeriod[] = []
  let { from: first, to: end } = periodOf(kind, localDay(zone, since))
  while (isPeriodClosed(zone, kind, first, now)) {
    closed.push({ kind, first, from: startOfDay(zone, first), to: startOfDay(zone, end) })
    ;({ from: first, to: end } = periodOf(kind, end))
  }
  return closed
}

/** The list of a period as it is hashed (SPEC M11): one line for each commitment, by ticket and number. */
export function listOfPeriod(commitments: readonly ListedCommitment[]): string {
  const inOrder = [...commitments].sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.run - b.run))
  return inOrder
    .map(({ ticket, run, state, due }) => {
      const line = { ticket, run, state, due: due === null ? null : formatInstant(due) }
      return `${canonicalJson(line)}\n`
    })
    .join('')
}
