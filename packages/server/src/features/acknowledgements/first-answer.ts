import type { CompiledCharter, Decision } from '@avow/core'

/** When a person answers first, as the charter's public promises say. */
export type FirstAnswer =
  | { readonly kind: 'due' | 'past'; readonly promise: string; readonly due: number }
  | { readonly kind: 'paused' | 'none' }

/** Of several public promises of a first answer, the one that is due first. */
export function firstAnswer(
  decided: { readonly charter: CompiledCharter; readonly decision: Decision } | undefined,
): FirstAnswer {
  if (decided === undefined) return { kind: 'none' }
  const { charter, decision } = decided
  const isPublic = new Map(
    charter.promises
      .filter(({ clock }) => clock.kind === 'first-response')
      .map(({ id, clause }) => [id, (row: number) => (clause.rows[row - 1]?.audience ?? clause.audience) === 'public']),
  )
  const told = decision.commitments.filter(({ promise, row }) => isPublic.get(promise)?.(row) === true)
  const open = told
    .flatMap(({ promise, state, due }) =>
      due !== null && (state === 'running' || state === 'broken') ? [{ promise, state, due }] : [],
    )
    .sort((a, b) => a.due - b.due)
  const first = open.find(({ state }) => state === 'running') ?? open[0]
  if (first !== undefined) {
    const { promise, due, state } = first
    return { kind: state === 'running' ? 'due' : 'past', promise, due }
  }
  return { kind: told.some(({ state }) => state === 'paused') ? 'paused' : 'none' }
}
