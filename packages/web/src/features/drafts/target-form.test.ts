import { expect, test } from 'vitest'
import { targetForm, targetWritten } from './target-form.ts'

test.each([
  '2 h of office',
  '90 min of chat',
  '1 working day of office',
  '3 working days of office',
  '14 days',
  '1 month',
  '6 weeks',
])('%s is written again as it was', (written) => {
  const form = targetForm(written)
  expect(form && targetWritten(form, [])).toBe(written)
})

test.each(['1 h 30 min of office', 'soon', '2 h', '14 days of office', ''])(
  '%j is typed as it is written',
  (written) => {
    expect(targetForm(written)).toBeUndefined()
  },
)

test('a length of dates takes the first calendar when it becomes one of hours', () => {
  expect(targetWritten({ count: '4', unit: 'h', calendar: undefined }, ['office', 'chat'])).toBe('4 h of office')
  expect(targetWritten({ count: '4', unit: 'days', calendar: 'office' }, ['office'])).toBe('4 days')
})
