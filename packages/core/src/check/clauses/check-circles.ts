/** Escalation that passes a ticket back to somebody who had it, or was told of it, before. */
import type { CharterDocument, EscalationStep, Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'
import { actsBefore } from './check-steps.ts'

interface Placed {
  readonly clause: string
  /** From 0, in its clause. */
  readonly index: number
  readonly step: EscalationStep
}

/**
 * Steps that close a circle (SPEC CH3): a step gives the ticket to a position that an earlier step of its clause gave it to;
 * or to one that was told of it or got it, after it was given to somebody else in between, be it by another clause on the
 * same promise. One finding a step.
 */
export function checkCircles({ escalation }: CharterDocument): Finding[] {
  return escalation.flatMap(({ id, on, steps }) => {
    const together = escalation
      .filter((other) => other.id === id || (on.kind === 'promise' && isOn(other.on, on.promise)))
      .flatMap((other) => other.steps.map((step, index): Placed => ({ clause: other.id, index, step })))
    return steps.flatMap((step, index) => circleAt({ clause: id, index, step }, together))
  })
}

function isOn(on: CharterDocument['escalation'][number]['on'], promise: string): boolean {
  return on.kind === 'promise' && on.promise === promise
}

function circleAt(placed: Placed, together: readonly Placed[]): Finding[] {
  const { clause, index, step } = placed
  const position = step.giveTo
  if (position === undefined) return []
  const data = { step: index + 1, clause, position }
  const got = together.find((one) => one.clause === clause && one.index < index && one.step.giveTo === position)
  if (got !== undefined) return [found('escalation-goes-back.got', step.place, { ...data, earlier: got.index + 1 })]
  const before = together.filter((one) => comesBefore(one, placed))
  for (const first of before) {
    if (first.step.giveTo !== position && !first.step.tell.includes(position)) continue
    const between = before.find(
      (one) => one.step.giveTo !== undefined && one.step.giveTo !== position && comesBefore(first, one),
    )
    if (between?.step.giveTo === undefined) continue
    const through = { earlier: first.index + 1, other: first.clause, through: between.step.giveTo }
    return [found('escalation-goes-back.round', step.place, { ...data, ...through })]
  }
  return []
}

/** Surely: in one clause what is written before and does not act after it, else what acts before it on every ticket. */
function comesBefore(one: Placed, other: Placed): boolean {
  if (one.clause === other.clause) return one.index < other.index && !actsBefore(other.step.at, one.step.at)
  return actsBefore(one.step.at, other.step.at)
}
