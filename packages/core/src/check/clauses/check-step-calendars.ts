/** Escalation steps that are counted in hours which are not those of their promise. */
import type { Duration, EscalationStep, Finding, PromiseClause } from '../../charter/index.ts'
import type { ComparedCharter } from '../differences/compare-targets.ts'
import { instantText } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { localText } from '../words/local-text.ts'
import { targetKey } from '../words/target-words.ts'
import { stepWords } from './check-steps.ts'
import { type WorstStart, worstStart } from './worst-start.ts'

/**
 * A step `after: D of C` on a promise none of whose targets is counted in C, where some ticket's step comes later by C than
 * it would by the promise's own calendar (SPEC CH2). One finding a step, at the start from which it comes latest.
 */
export function checkStepCalendars(charter: ComparedCharter, asOf: number): Finding[] {
  const { escalation, promises } = charter.document
  return escalation.flatMap(({ id, on, steps }) => {
    const promise = on.kind === 'promise' ? promises.find((one) => one.id === on.promise) : undefined
    if (promise === undefined) return []
    return steps.flatMap((step, index) => elsewhere(id, step, index, promise, charter, asOf))
  })
}

function elsewhere(
  clause: string,
  step: EscalationStep,
  index: number,
  { id, rows }: PromiseClause,
  charter: ComparedCharter,
  asOf: number,
): Finding[] {
  if (step.at.kind !== 'after' || step.at.duration.kind === 'dates') return []
  const { duration } = step.at
  const targets = [...new Map(rows.map(({ target }) => [targetKey(target), target])).values()]
  if (targets.some((target) => target.kind !== 'dates' && target.calendar === duration.calendar)) return []
  const [worst] = targets
    .flatMap((target) => {
      if (target.kind === 'dates') return []
      const own: Duration = { ...duration, calendar: target.calendar }
      const found = worstStart([target, duration], [target, own], charter, asOf)
      return found === undefined ? [] : [{ ...found, own: target.calendar, target }]
    })
    .toSorted((a, b) => lag(b) - lag(a))
  if (worst === undefined) return []
  const { zone } = charter
  const data = {
    ...{ step: index + 1, clause, at: stepWords(step.at), promise: id, calendar: duration.calendar, own: worst.own },
    ...{ acts: localText(zone, worst.late), would: localText(zone, worst.early), zone: zone.name },
  }
  return [found('step-in-other-calendar', step.place, data, { facts: {}, at: instantText(worst.start) })]
}

function lag({ late, early }: WorstStart): number {
  return late - early
}
