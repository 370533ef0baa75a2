/** How often staff could give a remedy without asking anybody (SPEC M15). */
import type { ObjectiveClause } from '../charter/index.ts'

/** What is aimed at where a charter says nothing: those who decide are backed, not watched. */
const AIM = 95

/** Remedies of a period, by how they came to be given. */
export interface GivenRemedies {
  readonly withoutAsking: number
  readonly afterAsking: number
}

/** The share of the remedies given for which nobody was asked, in percent; null where none was given (SPEC M15). */
export function shareWithoutAsking({ withoutAsking, afterAsking }: GivenRemedies): number | null {
  const given = withoutAsking + afterAsking
  return given === 0 ? null : (withoutAsking / given) * 100
}

/** What the share is to be: the highest target of the objectives measured by it, else 95 % (SPEC M15). */
export function aimWithoutAsking(objectives: readonly ObjectiveClause[]): {
  readonly percent: number
  readonly objective: string | null
} {
  let aim: { readonly percent: number; readonly objective: string } | undefined
  for (const { id, measure, target } of objectives)
    if (measure.kind === 'granted-without-asking' && target.kind === 'percent')
      if (aim === undefined || target.percent > aim.percent) aim = { percent: target.percent, objective: id }
  return aim ?? { percent: AIM, objective: null }
}
