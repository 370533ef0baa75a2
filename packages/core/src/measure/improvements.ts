/**
 * What to improve first: the clauses by which tickets go wrong, ranked by how many contacts they touch, how much of that goes
 * wrong, and what mending them takes (SPEC M16, M17).
 */
import type { CharterDocument } from '../charter/index.ts'

/** What mending a clause takes, as people say it; by what the weight is divided. */
const DIVISORS = { small: 1, medium: 2, large: 3 } as const

export type Effort = keyof typeof DIVISORS

export const EFFORTS = ['small', 'medium', 'large'] as const satisfies readonly Effort[]

/** Where nobody has said what mending takes. */
const UNSAID: Effort = 'medium'

/** From 1 to 5: a customer who rates so says that it went wrong. */
export const LOW_RATING = 2

/** A clause of which tickets tell how it goes, and the promises that speak for it; null: all of the ticket. */
export interface MeasuredClause {
  readonly id: string
  readonly kind: 'promise' | 'remedy' | 'procedure'
  readonly promises: readonly string[] | null
  /** The position that answers for it, else for the charter; undefined where none does. */
  readonly owner: string | undefined
}

/** The clauses of a charter that are ranked, in its order (SPEC M16). */
export function measuredClauses({
  promises,
  remedies,
  procedures,
  people,
}: CharterDocument): readonly MeasuredClause[] {
  const ofCharter = people?.owner
  return [
    ...promises.map(({ id, owner = ofCharter }) => ({ id, kind: 'promise' as const, promises: [id], owner })),
    ...remedies.map(({ id, owner = ofCharter }) => ({ id, kind: 'remedy' as const, promises: null, owner })),
    ...procedures.map(({ id, standards, owner = ofCharter }) => ({
      id,
      kind: 'procedure' as const,
      promises: standards.length === 0 ? null : standards,
      owner,
    })),
  ]
}

/** Tickets of one clause; each of the later numbers is a part of the one before. */
export interface TouchedTickets {
  /** Those that it touched. */
  readonly touched: number
  /** Those of them that tell how it went. */
  readonly told: number
  /** Those of them on which it went wrong. */
  readonly wrong: number
}

export interface ClauseToImprove extends TouchedTickets {
  readonly clause: string
  /** Null: nobody has said. */
  readonly effort: Effort | null
}

export interface Improvement<Clause extends ClauseToImprove> {
  readonly of: Clause
  /** From 1; null where nothing went wrong, or nothing is known. */
  readonly rank: number | null
  /** Touched ÷ contacts, from 0 to 1; null without contacts. */
  readonly share: number | null
  /** Went wrong ÷ told, from 0 to 1; null where no ticket tells: it was never measured. */
  readonly harm: number | null
  /** Share × harm ÷ effort; null where one of them is. */
  readonly weight: number | null
}

/**
 * The clauses with their figures: those ranked first, the heaviest before the others; then those by which nothing went wrong,
 * then those never measured, each in the order given. `contacts`: all tickets of the time, whatever touched them.
 */
export function rankImprovements<Clause extends ClauseToImprove>(
  contacts: number,
  clauses: readonly Clause[],
): readonly Improvement<Clause>[] {
  const ranked = clauses.filter(({ told, wrong }) => told > 0 && wrong > 0).toSorted(byWeight)
  const well = clauses.filter(({ told, wrong }) => told > 0 && wrong === 0)
  const unmeasured = clauses.filter(({ told }) => told === 0)
  return [
    ...ranked.map((of, index) => figuresOf(of, contacts, index + 1)),
    ...[...well, ...unmeasured].map((of) => figuresOf(of, contacts, null)),
  ]
}

function figuresOf<Clause extends ClauseToImprove>(
  of: Clause,
  contacts: number,
  rank: number | null,
): Improvement<Clause> {
  const share = contacts === 0 ? null : of.touched / contacts
  const harm = of.told === 0 ? null : of.wrong / of.told
  const weight = share === null || harm === null ? null : (share * harm) / divisorOf(of)
  return { of, rank, share, harm, weight }
}

function divisorOf({ effort }: ClauseToImprove): number {
  return DIVISORS[effort ?? UNSAID]
}

/** In whole numbers, since a quotient is rounded, and what weighs the same is to stay in its order. */
function byWeight(a: ClauseToImprove, b: ClauseToImprove): number {
  const [left, right] = [weighed(a) * below(b), weighed(b) * below(a)]
  if (left !== right) return left > right ? -1 : 1
  return b.wrong - a.wrong
}

/** What stands above the line of the weight; contacts are the same for all, and left out. */
function weighed({ touched, wrong }: ClauseToImprove): bigint {
  return BigInt(touched) * BigInt(wrong)
}

function below(clause: ClauseToImprove): bigint {
  return BigInt(clause.told) * BigInt(divisorOf(clause))
}
