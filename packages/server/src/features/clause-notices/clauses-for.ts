import type { ClauseDifferenceJson } from '@avow/contract'
import { CLAUSE_KINDS } from '@avow/core'
import { isForReader, type Reader } from '../charters/index.ts'

/** What people acknowledge. Calendars and facts that changed are told with the clauses that they change. */
const CLAUSES: readonly string[] = CLAUSE_KINDS

/** Of what changed, the clauses that are for somebody, or were until now. */
export function clausesFor(
  differences: readonly ClauseDifferenceJson[],
  reader: Reader,
): readonly ClauseDifferenceJson[] {
  return differences.filter(
    ({ kind, before, after }) =>
      CLAUSES.includes(kind) && [before, after].some((view) => view !== null && isForReader(view.audience, reader)),
  )
}
