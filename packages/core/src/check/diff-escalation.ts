import type { Condition, EscalationClause, EscalationStep } from '../charter/index.ts'
import { stepWords } from './check-steps.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { plainPart } from './plain-part.ts'

/** All that two wordings of one escalation say differently, step by step. */
export function escalationParts(old: EscalationClause, fresh: EscalationClause): DifferencePart[] {
  const steps = Math.max(old.steps.length, fresh.steps.length)
  return [
    ...plainPart('trigger', triggerWords(old), triggerWords(fresh)),
    ...Array.from({ length: steps }, (_, index) =>
      plainPart(`step ${index + 1}`, wordsOf(old.steps[index]), wordsOf(fresh.steps[index])),
    ).flat(),
    ...wordingParts([
      ['says', old.says, fresh.says],
      ['because', old.because, fresh.because],
    ]),
  ]
}

/** A condition as written: `reason damaged, contacts >= 3`. */
export function conditionWords(condition: Condition): string {
  return [...condition.values()].map(({ fact, text }) => `${fact} ${text}`).join(', ')
}

function triggerWords({ on }: EscalationClause): string {
  if (on.kind === 'promise') return on.promise
  return [on.event ?? '', conditionWords(on.when)].filter((words) => words !== '').join(' with ')
}

function wordsOf(step: EscalationStep | undefined): string {
  if (step === undefined) return ''
  const acts = [
    ...(step.tell.length > 0 ? [`tell ${step.tell.join(', ')}`] : []),
    ...(step.giveTo === undefined ? [] : [`give to ${step.giveTo}`]),
    ...(step.raisePriority ? ['raise priority'] : []),
  ]
  return `${stepWords(step.at)}: ${acts.join(', ')}`
}
