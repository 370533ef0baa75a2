import type { DecidedTicket } from '../commitments/index.ts'

/** When a person answers first, as the charter's promises say that its customer may be told. */
export type FirstAnswer =
  | { readonly kind: 'due' | 'past'; readonly promise: string; readonly due: number }
  | { readonly kind: 'paused' | 'none' }

/** Of several such promises of a first answer, the one that is due first. */
export function firstAnswer(decided: Pick<DecidedTicket, 'charter' | 'decision' | 'isTold'> | undefined): FirstAnswer {
  if (decided === undefined) return { kind: 'none' }
  const { charter, decision, isTold } = decided
  const told = new Map(
    charter.promises
      .filter(({ clock }) => clock.kind === 'first-response')
      .map(({ id, clause }) => [id, (row: number) => isTold(clause.rows[row - 1]?.audience ?? clause.audience)]),
  )
  const own = decision.commitments.filter(({ promise, row }) => told.get(promise)?.(row) === true)
  const open = own
    .flatMap(({ promise, state, due }) =>
      due !== null && (state === 'running' || state === 'broken') ? [{ promise, state, due }] : [],
    )
    .sort((a, b) => a.due - b.due)
  const first = open.find(({ state }) => state === 'running') ?? open[0]
  if (first !== undefined) {
    const { promise, due, state } = first
    return { kind: state === 'running' ? 'due' : 'past', promise, due }
  }
  return { kind: own.some(({ state }) => state === 'paused') ? 'paused' : 'none' }
}
