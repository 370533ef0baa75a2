import { describe, expect, it } from 'vitest'
import type { DateSpan } from '../../calendar/index.ts'
import { compareSpans } from './dates-order.ts'

const span = (written: string): DateSpan => {
  const [count, unit] = written.split(' ')
  return { count: Number(count), unit: unit as DateSpan['unit'] }
}

describe('the order of two spans of dates', () => {
  it.each<[string, string, -1 | 0 | 1 | undefined]>([
    ['14 day', '2 week', 0],
    ['13 day', '2 week', -1],
    ['15 day', '2 week', 1],
    ['2 day', '2 week', -1],
    ['24 month', '2 year', 0],
    ['23 month', '2 year', -1],
    ['25 month', '2 year', 1],
    ['2 month', '2 year', -1],
    ['4 week', '1 month', -1],
    ['28 day', '1 month', -1],
    ['31 day', '1 month', 1],
    ['365 day', '1 year', -1],
    ['366 day', '1 year', 1],
    ['53 week', '1 year', 1],
  ])('T7: of %s and %s is %s on every date', (one, other, order) => {
    expect(compareSpans(span(one), span(other))).toBe(order)
  })

  it.each([
    ['30 day', '1 month'],
    ['29 day', '1 month'],
    ['60 day', '2 month'],
  ])('T7: of %s and %s depends on the date', (one, other) => {
    expect(compareSpans(span(one), span(other))).toBeUndefined()
    expect(compareSpans(span(other), span(one))).toBeUndefined()
  })
})
