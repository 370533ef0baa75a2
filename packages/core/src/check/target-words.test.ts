import { describe, expect, it } from 'vitest'
import { stepWords } from './check-steps.ts'
import { compareSpans } from './dates-order.ts'
import { audienceText, limitText, targetKey, targetWords } from './target-words.ts'

describe('targets and limits in words', () => {
  it('are as a charter writes them', () => {
    expect(targetWords({ kind: 'opening', ms: 5_400_000, calendar: 'office' })).toBe('90 min of office')
    expect(targetWords({ kind: 'working-days', count: 1, calendar: 'office' })).toBe('1 working day of office')
    expect(targetWords({ kind: 'dates', span: { unit: 'week', count: 6 } })).toBe('6 weeks')
    expect(limitText({ kind: 'amount', money: { minor: 1050, currency: 'EUR' } })).toBe('10.50 EUR')
    expect(limitText({ kind: 'fact', fact: 'price' })).toBe('price')
    expect([audienceText('public'), audienceText({ position: 'lead' })]).toEqual(['public', 'lead'])
    expect([stepWords({ kind: 'percent', percent: 75 }), stepWords({ kind: 'at once' })]).toEqual(['75%', 'at once'])
  })

  it('T7: have equal keys where they always fall due together', () => {
    const dates = (unit: 'day' | 'week' | 'month' | 'year', count: number) =>
      targetKey({ kind: 'dates', span: { unit, count } })
    expect(dates('week', 2)).toBe(dates('day', 14))
    expect(dates('year', 1)).toBe(dates('month', 12))
    expect(dates('month', 1)).not.toBe(dates('day', 30))
    expect(targetKey({ kind: 'opening', ms: 1, calendar: 'a' })).not.toBe(
      targetKey({ kind: 'opening', ms: 1, calendar: 'b' }),
    )
    expect(targetKey({ kind: 'working-days', count: 1, calendar: 'a' })).not.toBe(
      targetKey({ kind: 'opening', ms: 1, calendar: 'a' }),
    )
  })

  it('C4: have an order where it holds on every date', () => {
    expect(compareSpans({ unit: 'week', count: 2 }, { unit: 'day', count: 14 })).toBe(0)
    expect(compareSpans({ unit: 'year', count: 1 }, { unit: 'month', count: 11 })).toBe(1)
    expect(compareSpans({ unit: 'day', count: 28 }, { unit: 'month', count: 1 })).toBe(-1)
    expect(compareSpans({ unit: 'day', count: 30 }, { unit: 'month', count: 1 })).toBeUndefined()
  })
})
