import type { Objective, Stance } from '@avow/contract'
import { STANCES } from '@avow/core'

/** What the objectives are narrowed to; it stands in the address. */
export interface StanceFilter {
  readonly stance?: Stance
}

/** The stance that an address names; what is none is left out. */
export function readStanceFilter({ stance }: Readonly<Record<string, unknown>>): StanceFilter {
  const known = STANCES.find((one) => one === stance)
  return known === undefined ? {} : { stance: known }
}

/** Objectives marked so, and others with those of their comparisons that are; all where none is asked for. */
export function ofStance(objectives: readonly Objective[], { stance }: StanceFilter): readonly Objective[] {
  if (stance === undefined) return objectives
  return objectives.flatMap((one) => {
    if (one.stance === stance) return [one]
    const comparisons = one.comparisons.filter((comparison) => comparison.stance === stance)
    return comparisons.length === 0 ? [] : [{ ...one, comparisons }]
  })
}
