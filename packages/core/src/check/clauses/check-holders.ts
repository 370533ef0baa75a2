/** Positions that a charter counts on and that nobody holds. */
import type { CharterDocument, Finding, Place } from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** How many people hold each position, by its name; a position that is not in it is held by nobody. */
export type Holders = ReadonlyMap<string, number>

/**
 * Escalation steps, steps of procedures and authority clauses whose position nobody holds: what they say never happens
 * (SPEC CH4). Who holds what is no part of a charter, so it is asked only where the caller knows.
 */
export function checkHolders({ escalation, procedures, authority }: CharterDocument, holders: Holders): Finding[] {
  const isUnheld = (position: string) => position !== 'assignee' && (holders.get(position) ?? 0) === 0
  const ofStep = (clause: string, index: number, place: Place, positions: readonly string[]) =>
    [...new Set(positions)]
      .filter(isUnheld)
      .map((position) => found('position-unheld.step', place, { step: index + 1, clause, position }))
  return [
    ...escalation.flatMap(({ id, steps }) =>
      steps.flatMap(({ tell, giveTo, place }, index) =>
        ofStep(id, index, place, giveTo === undefined ? tell : [...tell, giveTo]),
      ),
    ),
    ...procedures.flatMap(({ id, steps }) =>
      steps.flatMap(({ action, place }, index) =>
        action.kind === 'approve' || action.kind === 'hand over' ? ofStep(id, index, place, [action.position]) : [],
      ),
    ),
    ...authority
      .filter(({ position }) => isUnheld(position))
      .map(({ id, position, place }) => found('position-unheld.authority', place, { clause: id, position })),
  ]
}
