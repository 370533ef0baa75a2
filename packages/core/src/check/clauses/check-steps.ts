/** Escalation steps that stand in another order than that in which they act. */
import type { CharterDocument, Duration, EscalationStep, Finding } from '../../charter/index.ts'
import { compareSpans } from '../differences/dates-order.ts'
import { found } from '../words/found.ts'
import { targetWords } from '../words/target-words.ts'

/** One finding for each step that acts before one written above it. Steps whose order depends on the ticket are left alone. */
export function checkSteps({ escalation }: CharterDocument): Finding[] {
  return escalation.flatMap(({ id, steps }) =>
    steps.flatMap((step, index) => {
      const above = steps.slice(0, index).findIndex((earlier) => actsBefore(step.at, earlier.at))
      const passed = steps[above]
      if (passed === undefined) return []
      const data = {
        step: index + 1,
        clause: id,
        at: stepWords(step.at),
        earlier: above + 1,
        before: stepWords(passed.at),
      }
      return [found('steps-out-of-order', step.place, data)]
    }),
  )
}

type StepTime = EscalationStep['at']

/** `75%`, `after 2 h of office`, `at once`. */
export function stepWords(at: StepTime): string {
  if (at.kind === 'percent') return `${at.percent}%`
  return at.kind === 'after' ? `after ${targetWords(at.duration)}` : 'at once'
}

/** Whether the first surely acts before the second. A percentage, 100 at most, comes before what follows the due time. */
export function actsBefore(one: StepTime, other: StepTime): boolean {
  if (one.kind === 'at once') return other.kind === 'after'
  if (one.kind === 'percent') return other.kind === 'percent' ? one.percent < other.percent : other.kind === 'after'
  return other.kind === 'after' && isShorter(one.duration, other.duration)
}

function isShorter(one: Duration, other: Duration): boolean {
  if (one.kind === 'opening') return other.kind === 'opening' && other.calendar === one.calendar && one.ms < other.ms
  if (one.kind === 'working-days')
    return other.kind === 'working-days' && other.calendar === one.calendar && one.count < other.count
  return other.kind === 'dates' && compareSpans(one.span, other.span) === -1
}
