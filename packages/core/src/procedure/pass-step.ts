import type { ProcedureClause } from '../charter/index.ts'
import type { ProcedureOn } from './procedures-on.ts'
import type { Walk, WalkedStep } from './walk.ts'

/** What somebody wants to do with a step. */
export interface WantedAct {
  /** From 1. */
  readonly step: number
  readonly round: number
  readonly act: 'done' | 'skipped'
  readonly reason: string
  /** What a hand-over names, in words, by field. */
  readonly fields: Readonly<Record<string, string>>
  /** The positions that they hold. */
  readonly positions: readonly string[]
}

export type StepAnswer =
  | { readonly kind: 'goes' }
  /** It was done, or skipped, before: nothing is to happen. */
  | { readonly kind: 'was-done' }
  | StepRefused

export type StepRefused =
  /** `present`: the step at which the procedure stands, if it stands at one and applies. */
  | { readonly kind: 'not-now'; readonly present: WalkedStep | undefined }
  /** The facts that decide whether it is to be done. */
  | { readonly kind: 'not-known'; readonly facts: readonly string[] }
  | { readonly kind: 'needs-reason' }
  | { readonly kind: 'needs-position'; readonly position: string }
  | { readonly kind: 'needs-fields'; readonly fields: readonly string[] }

/**
 * May a step be done, or skipped (SPEC W9)? `known`: the fields of a hand-over that need not be written, since they are facts
 * of the ticket and known.
 */
export function passStep(
  { procedure, applies }: ProcedureOn,
  { steps, present }: Walk,
  wanted: WantedAct,
  known: ReadonlySet<string>,
): StepAnswer {
  const { step, round, act, reason, positions } = wanted
  const before = steps.find((one) => one.step === step && one.round === round)
  if (before?.settled !== undefined && before.state === act) return { kind: 'was-done' }
  if (applies === 'no-longer' || present === undefined || present !== before)
    return { kind: 'not-now', present: applies === 'no-longer' ? undefined : present }
  const action = actionOf(procedure, step)
  if (action?.kind === 'approve' && !positions.includes(action.position))
    return { kind: 'needs-position', position: action.position }
  if ((act === 'skipped' || action?.kind === 'decide') && reason.trim() === '') return { kind: 'needs-reason' }
  if (act === 'skipped') return { kind: 'goes' }
  if (present.state === 'unknown') return { kind: 'not-known', facts: present.facts }
  const lacking =
    action?.kind === 'hand over' ? action.needs.filter((field) => !known.has(field) && isBlank(wanted, field)) : []
  return lacking.length > 0 ? { kind: 'needs-fields', fields: lacking } : { kind: 'goes' }
}

function actionOf({ steps }: ProcedureClause, step: number) {
  return steps[step - 1]?.action
}

function isBlank({ fields }: WantedAct, field: string): boolean {
  return !Object.hasOwn(fields, field) || (fields[field] ?? '').trim() === ''
}
