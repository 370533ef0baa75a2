import { dataAt, editText, openSource, type SourceEdit, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { stepTime, stepTimeEdits, type Trigger, triggerEdits, triggerOf } from './trigger-form.ts'

const STEPS = '    steps:\n      - { at: 75%, tell: assignee }\n      - { after: 2 h of office, tell: lead } # late\n'
const FOR = `escalation:\n  - id: E1\n    for: P1\n${STEPS}`
const path = ['escalation', 'E1']

function dataOf(text: string) {
  const source = openSource(text)
  return fieldsOf(source && sourceData(source.root))
}
const clauseIn = (text: string) => fieldsOf(dataAt(dataOf(text), path))
const after = (text: string, edits: readonly SourceEdit[]) => editText(text, edits)?.text ?? 'not to be done'
const changed = (text: string, next: Trigger) => after(text, triggerEdits(clauseIn(text), path, next))

test('an escalation of a promise becomes one of an event or a condition, its steps at once, and comes back', () => {
  const on = changed(FOR, { kind: 'on', event: 'message.received' })
  expect(on).toBe(`escalation:\n  - id: E1\n    on: message.received\n${STEPS.replace('at: 75%, ', '')}`)
  expect(triggerOf(clauseIn(on))).toEqual({ kind: 'on', event: 'message.received' })
  const when = changed(on, { kind: 'when' })
  expect(clauseIn(when)['when']).toEqual({ contacts: '>= 3' })
  expect(triggerOf(clauseIn(when))).toEqual({ kind: 'when' })
  const back = clauseIn(changed(when, { kind: 'for', promise: 'P2' }))
  expect(triggerOf(back)).toEqual({ kind: 'for', promise: 'P2' })
  expect(back['when']).toBeUndefined()
  expect(back['steps']).toEqual([
    { at: '100%', tell: 'assignee' },
    { after: '2 h of office', tell: 'lead' },
  ])
})

test('the time of a step is told in another way, and the old one goes', () => {
  const text = 'at: 75%\ntell: assignee\n'
  const later = after(text, stepTimeEdits(dataOf(text), [], 'after', 'office'))
  expect(dataOf(later)).toEqual({ after: '2 h of office', tell: 'assignee' })
  expect(stepTime(dataOf(later))).toBe('after')
  const once = after(later, stepTimeEdits(dataOf(later), [], 'at once', 'office'))
  expect(dataOf(once)).toEqual({ tell: 'assignee' })
  expect(stepTime(dataOf(once))).toBe('at once')
})
