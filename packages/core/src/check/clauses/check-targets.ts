import type { CharterDocument, Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** Targets of no time at all: what is due when its clock starts is broken by everybody. */
export function checkTargets({ promises }: CharterDocument): Finding[] {
  return promises.flatMap(({ id, rows }) =>
    rows.flatMap(({ target, targetText, place }, row) =>
      target.kind === 'opening' && target.ms === 0
        ? [found('target-of-nothing', place, { row: row + 1, clause: id, gives: targetText })]
        : [],
    ),
  )
}
