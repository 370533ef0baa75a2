import type { Day } from '../calendar/index.ts'
import type { CharterDocument } from './document.ts'

/** How many lines of a definition are measured now, and which are not. */
export interface DefinitionCoverage {
  readonly lines: number
  readonly measured: number
  /** Whole percent, rounded down, so that 100 is all of them; 100 of a definition without lines. */
  readonly percent: number
  /** Ids of the lines without a live measure, in the order written. */
  readonly unmeasured: readonly string[]
}

/** What of a charter is looked at; a charter that is being written has it before it can be read whole. */
export interface DefinedCharter {
  readonly definition: readonly Pick<CharterDocument['definition'][number], 'id' | 'shownBy' | 'measuredBy'>[]
  readonly promises: readonly { readonly id: string }[]
  readonly objectives: readonly Pick<CharterDocument['objectives'][number], 'id' | 'by'>[]
  readonly crisis: readonly {
    readonly from: { readonly day: Day }
    readonly until: { readonly day: Day }
    /** Ids of the promises that are not given meanwhile. */
    readonly suspends: readonly string[]
  }[]
}

/**
 * Which lines of the definition of excellent service have a live measure on a day of the charter's zone: a promise that is
 * not suspended by a crisis, or an objective whose date has not passed, under “measured by” or “shown by”.
 */
export function definitionCoverage(charter: DefinedCharter, today: Day): DefinitionCoverage {
  const { definition, promises, objectives, crisis } = charter
  const suspended = new Set(
    crisis.filter(({ from, until }) => from.day <= today && today <= until.day).flatMap(({ suspends }) => suspends),
  )
  const live = new Set([
    ...promises.flatMap(({ id }) => (suspended.has(id) ? [] : [id])),
    ...objectives.flatMap(({ id, by }) => (by < today ? [] : [id])),
  ])
  const unmeasured = definition
    .filter(({ shownBy, measuredBy }) => ![...measuredBy, ...shownBy].some((id) => live.has(id)))
    .map(({ id }) => id)
  const lines = definition.length
  const measured = lines - unmeasured.length
  return { lines, measured, percent: lines === 0 ? 100 : Math.floor((measured * 100) / lines), unmeasured }
}

/** What is looked at of a charter that was read. */
export function definedBy({ definition, promises, objectives, crisis }: CharterDocument): DefinedCharter {
  return {
    definition,
    promises,
    objectives,
    crisis: crisis.map(({ from, until, amends }) => ({
      from,
      until,
      suspends: amends.flatMap(({ promise, change }) => (change.kind === 'suspended' ? [promise] : [])),
    })),
  }
}
