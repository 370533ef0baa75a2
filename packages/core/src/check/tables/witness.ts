/** From a case (one atom a column) to a ticket that people can read and `decide` can judge. */
import { addMonths, type Day, formatDate, localDay, type Zone } from '../../calendar/index.ts'
import type { Cut, Money } from '../../charter/index.ts'
import { type AtomSpace, atomOfAge } from '../../charter/index.ts'
import { ANY_ATOM } from '../diagram/diagram-paths.ts'
import { durationText } from '../words/scale-words.ts'
import type { CaseColumn } from './cases.ts'
import { isUnknown } from './cases.ts'

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

/** The date that a fact of the witness is, as it is written: `2026-12-24`; empty where it is none. */
export function witnessDate({ facts }: Witness, fact: string): string {
  const value = facts[fact]
  return typeof value === 'string' ? value : ''
}

/** RFC 3339 UTC with milliseconds. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString()
}

function factsOn(columns: readonly CaseColumn[], path: ArrayLike<number>, created: Day): Witness | undefined {
  const facts: [string, WitnessValue][] = []
  for (const [index, { fact, atoms }] of columns.entries()) {
    const atom = atoms[atomAt(path, index)]
    if (atom === undefined) return undefined
    const value = isUnknown(atom) ? null : valueIn(atom.space, atom.atom, created)
    if (value === undefined) return undefined
    facts.push([fact, value])
  }
  // Not by assignment: a fact may be called `__proto__`.
  return { facts: Object.fromEntries(facts) }
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
    case 'duration':
      return durationText(numberIn(space, atom, 3_600_000, [60_000, 1000, 1]))
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
function numberIn(
  { cuts }: AtomSpace,
  atom: number,
  without: number,
  steps: readonly [number, ...(readonly number[])],
): number {
  const [from, to] = [valueOf(cuts[atom - 1]), valueOf(cuts[atom])]
  if (from === undefined) return to === undefined ? without : (Math.ceil(to / steps[0]) - 1) * steps[0]
  for (const step of steps) {
    const nearest = tidied(Math.ceil(from / step) * step)
    // What lies a hair above a round number may be divided to just that, which is below it.
    const value = nearest < from ? tidied(nearest + step) : nearest
    if (to === undefined || value < to) return value
  }
  // Where the ends are nearer together than the finest step.
  return from
}

/** Without what reckoning in tenths, hundredths and thousandths leaves behind. */
function tidied(value: number): number {
  return Number(value.toFixed(3))
}

function valueOf(cut: Cut | undefined): number | undefined {
  return cut?.kind === 'number' ? cut.value : undefined
}

/**
 * A date whose age on `created` lies in the segment. The last days of a long month reach an age of months together, so the
 * youngest date that has reached one lies up to three days behind the one reckoned back.
 */
function dateIn({ cuts }: AtomSpace, atom: number, created: Day): Day | undefined {
  const [from, to] = [cuts[atom - 1], cuts[atom]]
  const first =
    from?.kind === 'age' ? dateBefore(created, from) : to?.kind === 'age' ? dateBefore(created, to) + 1 : created
  const later = [0, 1, 2, 3].find((days) => atomOfAge(cuts, first + days, created) === atom)
  return later === undefined ? undefined : first + later
}

function dateBefore(day: Day, cut: { readonly months: number; readonly days: number }): Day {
  return addMonths(day - cut.days, -cut.months)
}
