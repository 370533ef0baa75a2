import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairChoice, Worst } from './worst.ts'

describe('the worst of many', () => {
  it('are those that sorting all of them gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(12), (lates, most) => {
        const worst = new Worst<{ late: number; order: number }>(most)
        const all = lates.map((late, order) => ({ late, order }))
        for (const item of all) worst.offer(item)
        expect(worst.list()).toEqual([...all].sort((a, b) => b.late - a.late).slice(0, most))
        expect(worst.count).toBe(lates.length)
      }),
    )
  })
})

describe('a fair choice', () => {
  const list = (...lates: number[]) => lates.map((late) => ({ late }))

  it('leaves each list its share, and gives what is left to the worst', () => {
    const chosen = fairChoice([list(900, 800, 700, 600), list(3, 2, 1), []], 5)
    expect(chosen.map(({ late }) => late)).toEqual([900, 800, 700, 3, 2])
  })

  it('takes all where there is room, the worst first', () => {
    expect(fairChoice([list(5, 1), list(9)], 10).map(({ late }) => late)).toEqual([9, 5, 1])
  })
})
