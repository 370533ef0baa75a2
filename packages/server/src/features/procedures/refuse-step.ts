import type { StepRefused } from '@avow/core'
import { Refusal } from '../../refusal.ts'
import type { StepAct } from './step-act.ts'

/** Why a step cannot be done or skipped: `step-not-now`, `facts-missing`, `reason-missing`, `other-position`, `fields-missing`. */
export function refuseStep(answer: StepRefused, { procedure, step, act }: StepAct, steps: number): Refusal {
  switch (answer.kind) {
    case 'not-now':
      return new Refusal('step-not-now', `${stands(answer, procedure, steps)} Read the procedures of the ticket anew.`)
    case 'not-known': {
      const message = `Whether step ${step} of ${procedure} is to be done depends on: ${answer.facts.join(', ')}. Fill in what is known, or skip the step with a reason.`
      return new Refusal('facts-missing', message, {
        at: answer.facts.map((typed) => ({ path: 'step', message, typed })),
      })
    }
    case 'needs-reason': {
      const message = act === 'skipped' ? 'Say why the step is skipped.' : 'Say what was decided.'
      return new Refusal('reason-missing', message, { at: [{ path: 'reason', message }] })
    }
    case 'needs-position':
      return new Refusal('other-position', `Step ${step} of ${procedure} is for who holds: ${answer.position}.`)
    case 'needs-fields': {
      const at = answer.fields.map((field) => ({
        path: `fields.${field}`,
        message: `The hand-over must name: ${field}.`,
      }))
      return new Refusal('fields-missing', `The hand-over must name: ${answer.fields.join(', ')}.`, { at })
    }
  }
}

function stands({ present }: StepRefused & { kind: 'not-now' }, procedure: string, steps: number): string {
  if (present === undefined) return `${procedure} is over on this ticket, or applies to it no longer.`
  return `${procedure} stands at step ${present.step} of ${steps}${present.round === 1 ? '' : `, round ${present.round}`}.`
}
