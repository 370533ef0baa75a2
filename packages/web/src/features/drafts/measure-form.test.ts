import { describe, expect, it } from 'vitest'
import { firstMeasure, measureForm, measureText } from './measure-form.ts'

describe('how a promise is measured', () => {
  it('is taken apart and written again as it stood', () => {
    expect(measureForm('each')).toEqual({ kind: 'each' })
    expect(measureForm({ share: '95% a month' })).toEqual({ kind: 'share', amount: '95', period: 'month' })
    expect(measureForm({ mean: '<= 3 min a quarter' })).toEqual({ kind: 'mean', amount: '3 min', period: 'quarter' })
    for (const written of ['92.5% a year', '95% a week'])
      expect(measureText({ kind: 'share', ...shareOf(written) })).toBe(written)
    expect(measureText({ kind: 'mean', amount: '3 min', period: 'month' })).toBe('<= 3 min a month')
  })

  it('begins with something that a charter may say', () => {
    for (const kind of ['each', 'share', 'mean'] as const) expect(measureForm(firstMeasure(kind))?.kind).toBe(kind)
  })

  it('stands as written where it is no measure', () => {
    for (const written of [
      'often',
      { share: 'most of them' },
      { share: '95% a decade' },
      { share: '95% a month', mean: 1 },
      null,
    ])
      expect(measureForm(written)).toBeUndefined()
  })
})

function shareOf(written: string) {
  const form = measureForm({ share: written })
  if (form?.kind !== 'share') throw new Error(written)
  return { amount: form.amount, period: form.period }
}
