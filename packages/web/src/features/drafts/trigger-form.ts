/** What an escalation waits for, and what its steps are then. */
import type { EditPath, SourceEdit } from '@avow/core'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'

/** A promise that nears its end, an event, or a condition that comes true. */
export type Trigger =
  | { readonly kind: 'for'; readonly promise: string }
  | { readonly kind: 'on'; readonly event: string }
  | { readonly kind: 'when' }

export function triggerOf(clause: Fields): Trigger {
  if (clause['for'] !== undefined) return { kind: 'for', promise: String(clause['for']) }
  return clause['on'] === undefined ? { kind: 'when' } : { kind: 'on', event: String(clause['on']) }
}

/** A part of a promise's time is nothing for a condition, and a step of a promise needs a time: steps change with it. */
export function triggerEdits(clause: Fields, path: EditPath, next: Trigger): readonly SourceEdit[] {
  const without = (name: string): readonly SourceEdit[] =>
    clause[name] === undefined ? [] : [{ kind: 'remove', path: [...path, name] }]
  const steps = listOf(clause['steps']).map(fieldsOf)
  const stepPath = (index: number, name: string) => [...path, 'steps', index, name]
  if (next.kind === 'for')
    return [
      ...without('on'),
      ...without('when'),
      { kind: 'set', path: [...path, 'for'], value: next.promise },
      ...steps.flatMap((step, index): readonly SourceEdit[] =>
        step['at'] === undefined && step['after'] === undefined
          ? [{ kind: 'set', path: stepPath(index, 'at'), value: '100%' }]
          : [],
      ),
    ]
  const atOnce = steps.flatMap((step, index): readonly SourceEdit[] =>
    step['at'] === undefined ? [] : [{ kind: 'remove', path: stepPath(index, 'at') }],
  )
  return next.kind === 'on'
    ? [...without('for'), { kind: 'set', path: [...path, 'on'], value: next.event }, ...atOnce]
    : [
        ...without('for'),
        ...without('on'),
        ...(clause['when'] === undefined
          ? [{ kind: 'set', path: [...path, 'when'], value: { contacts: '>= 3' } } as const]
          : []),
        ...atOnce,
      ]
}

export const STEP_TIMES = ['at', 'after', 'at once'] as const
export type StepTime = (typeof STEP_TIMES)[number]

export function stepTime(step: Fields): StepTime {
  return step['after'] !== undefined ? 'after' : step['at'] !== undefined ? 'at' : 'at once'
}

/** The time of a step told in another way. `calendar`: what a length is counted by. */
export function stepTimeEdits(step: Fields, path: EditPath, next: StepTime, calendar: string): readonly SourceEdit[] {
  const gone = (['at', 'after'] as const).filter((name) => step[name] !== undefined && name !== next)
  return [
    ...gone.map((name) => ({ kind: 'remove', path: [...path, name] }) as const),
    ...(next === 'at once' || step[next] !== undefined
      ? []
      : [{ kind: 'set', path: [...path, next], value: next === 'at' ? '100%' : `2 h of ${calendar}` } as const]),
  ]
}
