import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber } from '../../calendar/index.ts'
import type { Cut } from '../parts.ts'
import { compareCuts } from './cut-order.ts'

const age = (months: number, days: number): Cut => ({ kind: 'age', months, days })
const number = (value: number): Cut => ({ kind: 'number', value })

describe('the order of cuts', () => {
  it.each<[string, Cut, Cut, -1 | 0 | 1 | undefined]>([
    ['30 days, 1 month', age(0, 30), age(1, 0), undefined],
    ['29 days, 1 month', age(0, 29), age(1, 0), undefined],
    ['28 days, 1 month', age(0, 28), age(1, 0), -1],
    ['27 days, 1 month', age(0, 27), age(1, 0), -1],
    ['31 days, 1 month', age(0, 31), age(1, 0), 1],
    ['365 days, 1 year', age(0, 365), age(12, 0), -1],
    ['366 days, 1 year', age(0, 366), age(12, 0), 1],
    ['730 days, 2 years', age(0, 730), age(24, 0), -1],
    ['731 days, 2 years', age(0, 731), age(24, 0), 1],
    ['59 days, 2 months', age(0, 59), age(2, 0), -1],
    ['60 days, 2 months', age(0, 60), age(2, 0), undefined],
    ['12 months, 1 year', age(12, 0), age(12, 0), 0],
    ['1 month, 1 month and a day', age(1, 0), age(1, 1), -1],
    ['30 days, 2 years', age(0, 30), age(24, 0), -1],
    ['2 years, 30 days', age(24, 0), age(0, 30), 1],
  ])('C4: %s', (_, a, b, order) => {
    expect(compareCuts(a, b)).toBe(order)
  })

  it('of numbers is theirs; cuts of different kinds have none', () => {
    expect(compareCuts(number(1), number(2))).toBe(-1)
    expect(compareCuts(number(2), number(2))).toBe(0)
    expect(compareCuts(number(3), number(2))).toBe(1)
    expect(compareCuts(number(3), age(0, 3))).toBeUndefined()
    expect(compareCuts(age(0, 3), number(3))).toBeUndefined()
  })

  it('C4: holds on every date, or else two dates contradict each other', () => {
    const cut = fc.record({ months: fc.nat(30), days: fc.nat(70) }).map(({ months, days }) => age(months, days))
    const near = fc.tuple(cut, fc.integer({ min: -4, max: 4 }), fc.nat(30)).map(([a, off, months]) => {
      const mean = a.kind === 'age' ? Math.round((a.months - months) * 30.436875 + a.days) + off : 0
      return [a, age(months, Math.max(0, mean))] as const
    })
    const reach = (date: number, a: Cut): number => (a.kind === 'age' ? addMonths(date, a.months) + a.days : Number.NaN)
    fc.assert(
      fc.property(near, ([a, b]) => {
        const signs = new Set<number>()
        for (let date = dayNumber(2096, 1, 1); date < dayNumber(2105, 1, 1); date++)
          signs.add(Math.sign(reach(date, a) - reach(date, b)))
        const order = compareCuts(a, b)
        // Nine years with a missed leap day show every contradiction of short spans; they cannot show more than there is.
        if (order !== undefined) expect([...signs].filter((sign) => sign !== 0 && sign !== order)).toEqual([])
        if (signs.has(1) && signs.has(-1)) expect(order).toBeUndefined()
        expect(compareCuts(b, a)).toBe(order === undefined ? undefined : order === 0 ? 0 : -order)
      }),
      { numRuns: 60 },
    )
  })

  it('C4: of ages far apart is known without a look at the calendar, however long they are', () => {
    expect(compareCuts(age(9600, 0), age(0, 1))).toBe(1)
    expect(compareCuts(age(0, 1), age(9600, 0))).toBe(-1)
  })

  it('C4: of 400 years and their days is none: they are the same on every date', () => {
    expect(compareCuts(age(4800, 0), age(0, 146_097))).toBe(0)
    expect(compareCuts(age(4800, 0), age(0, 146_098))).toBe(-1)
  })

  it('of ages longer than the calendar repeats is refused', () => {
    expect(() => compareCuts(age(9600, 0), age(0, Math.round(9600 * 30.436875)))).toThrow(
      new RangeError('ages of more than 4800 months cannot be compared'),
    )
  })
})
