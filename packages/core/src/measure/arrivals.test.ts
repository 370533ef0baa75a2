import { describe, expect, it } from 'vitest'
import { at, charterOf, shown } from '../../test/small-charter.ts'
import { type Arrived, arrivalWindows, isSurge } from './arrivals.ts'

const QUIET: Arrived = { came: 0, before: [0, 0] }
const surge = (came: number, before: readonly number[]) => [
  isSurge({ hour: { came, before }, date: QUIET }),
  isSurge({ hour: QUIET, date: { came, before } }),
]

describe('a surge', () => {
  it('M8: at least twice the usual, in the hour or on the date', () => {
    expect(surge(19, [10, 10, 10])).toEqual([false, false])
    expect(surge(20, [10, 10, 10])).toEqual([true, true])
  })

  it('M8: the usual is the middle of the weeks before', () => {
    expect(surge(20, [1, 10, 500])).toEqual([true, true])
    expect(surge(20, [500, 10, 11])).toEqual([false, false])
    expect(surge(20, [4, 16, 5, 15])).toEqual([true, true])
    expect(surge(20, [4, 17, 5, 16])).toEqual([false, false])
  })

  it('M8: fewer than ten tickets are none, however quiet it was before', () => {
    expect(surge(9, [0, 0, 0])).toEqual([false, false])
    expect(surge(10, [0, 0, 0])).toEqual([true, true])
  })

  it('M8: nothing is usual before two weeks are known', () => {
    expect(surge(1000, [1])).toEqual([false, false])
    expect(surge(1000, [])).toEqual([false, false])
  })

  it('M8: hours and dates are those of the charter’s zone, over the change of clocks too', () => {
    const { zone } = charterOf('')
    const { hour, date } = arrivalWindows(zone, at('2026-11-02 09:40'))
    const text = ({ from, to }: { readonly from: number; readonly to: number }) => `${shown(from)} ${shown(to)}`
    expect(text(hour)).toBe('2026-11-02 09:00 2026-11-02 10:00')
    expect(text(date)).toBe('2026-11-02 00:00 2026-11-03 00:00')
    // Summer time ended on 25 October: in winter time nine o'clock was eight.
    expect(hour.before.slice(0, 2).map(text)).toEqual([
      '2026-10-26 09:00 2026-10-26 10:00',
      '2026-10-19 08:00 2026-10-19 09:00',
    ])
    expect(date.before).toHaveLength(8)
    expect(text(date.before[7] ?? date)).toBe('2026-09-06 23:00 2026-09-07 23:00')
  })
})
