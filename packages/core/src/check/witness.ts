/** From a case (one atom a column) to a ticket that people can read and `decide` can judge. */
import { addMonths, type Day, formatDate, localDay, type Zone } from '../calendar/index.ts'
import type { Cut, Money } from '../charter/index.ts'
import { type AtomSpace, atomOfAge } from '../charter/index.ts'
import type { CaseColumn } from './cases.ts'
import { isUnknown } from './cases.ts'
import { ANY_ATOM } from './diagram-paths.ts'
import { durationText } from './scale-words.ts'

/** As a history gives a fact's value: dates as `2026-12-24`, durations as `90 min`; null for unknown. */
export type WitnessValue = string | number | boolean | null | Money

export interface Witness {
  readonly facts: Readonly<Record<string, WitnessValue>>
  /** When the ticket is created, RFC 3339 UTC; only where a date or the time of day matters. */
  readonly at?: string
}

/** The witness as a finding carries it: facts by name and `at`, which no fact may be called; the form of an example's `given`. */
export function givenOf({ facts, at }: Witness): Readonly<Record<string, WitnessValue>> {
  return at === undefined ? facts : { ...facts, at }
}

/** The instant (UTC ms) from which witnesses are dated, and the charter's zone. */
export interface Moment {
  readonly at: number
  readonly zone: Zone
}

const DAY = 86_400_000
/** Months of every length and a leap year lie within it. */
const DATES_TRIED = 4 * 366

/**
 * A ticket that lies in the case. Ages become dates as of the moment; where a segment of ages is empty on that date (a
 * month beside 31 days), a later date is tried. Undefined where no ticket of the next four years lies in the case.
 */
export function witnessOf(
  columns: readonly CaseColumn[],
  path: ArrayLike<number>,
  moment: Moment,
): Witness | undefined {
  const aged = columns.some(({ atoms }, index) => isAge(atoms[atomAt(path, index)]?.space))
  if (!aged) return factsOn(columns, path, 0)
  for (let later = 0; later < DATES_TRIED; later++) {
    const at = moment.at + later * DAY
    const witness = witnessAt(columns, path, { at, zone: moment.zone })
    if (witness !== undefined) return witness
  }
  return undefined
}

/** The same for a ticket created at exactly this moment. */
export function witnessAt(
  columns: readonly CaseColumn[],
  path: ArrayLike<number>,
  { at, zone }: Moment,
): Witness | undefined {
  if (at > zone.until) return undefined
  const witness = factsOn(columns, path, localDay(zone, at))
  return witness && { ...witness, at: instantText(at) }
}

/** RFC 3339 UTC with milliseconds. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString()
}

function factsOn(columns: readonly CaseColumn[], path: ArrayLike<number>, created: Day): Witness | undefined {
  const facts: Record<string, WitnessValue> = {}
  for (const [index, { fact, atoms }] of columns.entries()) {
    const atom = atoms[atomAt(path, index)]
    if (atom === undefined) return undefined
    const value = isUnknown(atom) ? null : valueIn(atom.space, atom.atom, created)
    if (value === undefined) return undefined
    // Not by assignment: a fact may be called `__proto__`.
    Object.defineProperty(facts, fact, { value, enumerable: true, configurable: true, writable: true })
  }
  return { facts }
}

/** Atoms stand in the order of their values, `unknown` last: where any will do, the first is a known value. */
function atomAt(path: ArrayLike<number>, column: number): number {
  const atom = path[column] ?? ANY_ATOM
  return atom === ANY_ATOM ? 0 : atom
}

function isAge(space: AtomSpace | undefined): boolean {
  return space?.fact.type.kind === 'age'
}

function valueIn(space: AtomSpace, atom: number, created: Day): WitnessValue | undefined {
  const { type, derived } = space.fact
  switch (type.kind) {
    case 'choice':
      return type.values[atom]
    case 'yes-no':
      return atom === 1
    case 'number':
      return numberIn(space, atom, derived ? 0 : 1, [1, 0.1, 0.01, 0.001])
    case 'money':
      return { minor: numberIn(space, atom, 100, [1]), currency: type.currency }
    case 'duration': {
      const ms = numberIn(space, atom, 3_600_000, [60_000, 1000, 1])
      return ms < 0 ? ms : durationText(ms)
    }
    case 'age': {
      const day = dateIn(space, atom, created)
      return day === undefined ? undefined : formatDate(day)
    }
  }
}

/**
 * A number of the segment: the roundest at its lower end, or else below its upper one. `steps` are what people count by,
 * from the roundest to the finest.
 */
function numberIn({ cuts }: AtomSpace, atom: number, without: number, steps: readonly number[]): number {
  const [from, to] = [valueOf(cuts[atom - 1]), valueOf(cuts[atom])]
  if (from === undefined && to === undefined) return without
  for (const step of steps) {
    const value = from === undefined ? (Math.ceil((to ?? 0) / step) - 1) * step : Math.ceil(from / step) * step
    const rounded = step < 1 ? Number(value.toFixed(3)) : value
    if ((from === undefined || rounded >= from) && (to === undefined || rounded < to)) return rounded
  }
  // Where doubles are farther apart than the finest step, or nearer together.
  if (from !== undefined) return from
  return (to ?? 0) > 0 ? 0 : 2 * (to ?? 0)
}

function valueOf(cut: Cut | undefined): number | undefined {
  return cut?.kind === 'number' ? cut.value : undefined
}

/** A date whose age on `created` lies in the segment. Month ends move the ages of a few dates, so neighbours are tried. */
function dateIn({ cuts }: AtomSpace, atom: number, created: Day): Day | undefined {
  const from = cuts[atom - 1]
  const to = cuts[atom]
  const guesses = [
    ...(from?.kind === 'age' ? [dateBefore(created, from)] : []),
    ...(to?.kind === 'age' ? [dateBefore(created, to) + 1] : []),
    ...(from === undefined && to === undefined ? [created] : []),
  ]
  for (const guess of guesses) {
    for (const shift of [0, -1, 1, -2, 2, -3, 3, -4, 4]) {
      if (atomOfAge(cuts, guess + shift, created) === atom) return guess + shift
    }
  }
  return undefined
}

function dateBefore(day: Day, cut: { readonly months: number; readonly days: number }): Day {
  return addMonths(day - cut.days, -cut.months)
}
