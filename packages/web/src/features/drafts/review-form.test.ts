import { describe, expect, it } from 'vitest'
import { spanForm, spanWritten, triggerForm, triggerValue } from './review-form.ts'

describe('a span of dates', () => {
  it('is taken apart and written again', () => {
    expect(spanForm('12 months')).toEqual({ count: '12', unit: 'months' })
    for (const written of ['1 year', '2 years', '1 day', '6 weeks']) {
      const form = spanForm(written)
      expect(form && spanWritten(form)).toBe(written)
    }
    for (const written of ['soon', '', undefined, '3 moons']) expect(spanForm(written)).toBeUndefined()
  })
})

describe('what calls for a review', () => {
  it('is a word, or a word and a time after it', () => {
    expect(triggerForm('law-changed')).toEqual({ word: 'law-changed', after: undefined })
    expect(triggerForm({ 'target-beaten': '3 months' })).toEqual({ word: 'target-beaten', after: '3 months' })
    for (const written of ['law-changed', { 'target-beaten': '3 months' }])
      expect(triggerValue(triggerForm(written))).toEqual(written)
    expect(triggerValue({ word: 'law-changed', after: '' })).toBe('law-changed')
  })
})
