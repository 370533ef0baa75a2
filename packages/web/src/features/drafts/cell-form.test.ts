import { expect, test } from 'vitest'
import { cellForm, cellValue, firstCondition } from './cell-form.ts'

test.each([
  ['email', { kind: 'values', values: ['email'] }],
  [['email', 'form'], { kind: 'values', values: ['email', 'form'] }],
  ['not phone', { kind: 'not', values: ['phone'] }],
  ['not [email, chat]', { kind: 'not', values: ['email', 'chat'] }],
  ['>= silver', { kind: 'at least', value: 'silver' }],
  ['< 30 days', { kind: 'under', value: '30 days' }],
  ['30 days .. 2 years', { kind: 'between', from: '30 days', to: '2 years' }],
  ['-', { kind: 'any' }],
  [3, { kind: 'values', values: ['3'] }],
  ['unknown', { kind: 'values', values: ['unknown'] }],
])('%j is written again as it was', (written, form) => {
  expect(cellForm(written)).toEqual(form)
  expect(cellValue(cellForm(written))).toEqual(written)
})

test('yes and no are words', () => {
  expect(cellForm(true)).toEqual({ kind: 'values', values: ['yes'] })
})

test('a new condition is one that the fact understands', () => {
  const fact = { name: 'x', values: [], isOrdered: false, currency: null }
  expect(firstCondition({ ...fact, kind: 'choice', values: ['a', 'b'] })).toBe('a')
  expect(firstCondition({ ...fact, kind: 'money', currency: 'PLN' })).toBe('> 100 PLN')
})
