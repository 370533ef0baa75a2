/** How many past tickets each clause of two charters treats differently. */
import type { CompiledCharter } from '../charter/index.ts'
import { type Judge, remediesOf } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { type PairedCommitment, pairBacktests } from './pair-backtests.ts'

/**
 * By id, for each promise and remedy of either charter: the tickets on which it comes to something else (SPEC D10), all judged
 * at `now`, UTC ms. The columns have to be read with the declared events of both.
 */
export function touchedTickets(
  before: CompiledCharter,
  after: CompiledCharter,
  columns: EventColumns,
  { now }: { readonly now: number },
): ReadonlyMap<string, number> {
  const touched = new Map<string, { count: number; last: number }>()
  for (const { document } of [after, before])
    for (const { id } of [...document.promises, ...document.remedies]) touched.set(id, { count: 0, last: -1 })
  const touch = (id: string, ticketIndex: number): void => {
    const clause = touched.get(id)
    if (clause === undefined || clause.last === ticketIndex) return
    clause.count++
    clause.last = ticketIndex
  }
  const haveRemedies = [before, after].some(({ remedies }) => remedies.length > 0)
  pairBacktests(after, columns, {
    now,
    pinned: () => before,
    onPair: (pair) => {
      if (isOther(pair)) touch(pair.promise, pair.ticketIndex)
    },
    onTicket: (ticketIndex, old, young) => {
      if (haveRemedies && old !== undefined) for (const id of otherRemedies(old, young)) touch(id, ticketIndex)
    },
  })
  return new Map([...touched].map(([id, { count }]) => [id, count]))
}

function isOther({ before, after }: PairedCommitment): boolean {
  return before?.state !== after?.state || before?.due !== after?.due
}

/** The ids of the remedies that allow something else on the ticket that both have judged. */
export function otherRemedies(before: Judge, after: Judge): readonly string[] {
  const [was, is] = [remediesByClause(before), remediesByClause(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
}

/** What each remedy allows on the judged ticket, as a text that is equal where it allows the same. */
function remediesByClause(judge: Judge): ReadonlyMap<string, string> {
  const allowed = remediesOf(judge, undefined, new Set())
  return new Map(
    allowed.map(({ clause, allow, up_to, needs }) => [
      clause,
      `${allow.toSorted().join(' ')} ${up_to?.minor} ${up_to?.currency} ${needs}`,
    ]),
  )
}
