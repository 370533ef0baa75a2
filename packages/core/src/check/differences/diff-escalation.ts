import type { Condition, EscalationClause, EscalationStep } from '../../charter/index.ts'
import { stepWords } from '../clauses/check-steps.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { plainPart } from './plain-part.ts'

/** All that two wordings of one escalation say differently, step by step. */
export function escalationParts(old: EscalationClause, fresh: EscalationClause): DifferencePart[] {
  const steps = Math.max(old.steps.length, fresh.steps.length)
  return [
    ...plainPart(
      'trigger',
      triggerWords(old),
      triggerWords(fresh),
      saysSides('trigger', {}, triggerOf(old), triggerOf(fresh)),
    ),
    ...Array.from({ length: steps }, (_, index) => {
      const [before, after, step] = [old.steps[index], fresh.steps[index], index + 1]
      return plainPart(
        `step ${step}`,
        wordsOf(before),
        wordsOf(after),
        saysSides('step', { step }, actsOf(before), actsOf(after)),
      )
    }).flat(),
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

function triggerOf({ on }: EscalationClause): readonly string[] {
  if (on.kind === 'promise') return ['promise', on.promise]
  return ['event', on.event ?? '', ...[...on.when.values()].flatMap(({ fact, text }) => [fact, text])]
}

function actsOf(step: EscalationStep | undefined): readonly string[] | null {
  if (step === undefined) return null
  return [
    stepWords(step.at),
    ...step.tell.flatMap((who) => ['tell', who]),
    ...(step.giveTo === undefined ? [] : ['give-to', step.giveTo]),
    ...(step.raisePriority ? ['raise-priority', ''] : []),
  ]
}
