import { describe, expect, it } from 'vitest'
import { silenceOf } from './silence.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Monday, midnight UTC. */
const MONDAY = Date.UTC(2026, 9, 5)

/** Four weeks of a mailbox with a mail each `every` ms from 9 to 17 h of working days, the last before `until`. */
function office(every: number, until: number): number[] {
  const arrivals: number[] = []
  for (let day = MONDAY; day < until; day += DAY) {
    if (((day - MONDAY) / DAY) % 7 > 4) continue
    for (let at = day + 9 * HOUR; at < day + 17 * HOUR; at += every) if (at < until) arrivals.push(at)
  }
  return arrivals
}

describe('a mailbox has fallen silent', () => {
  // Wednesday of the fourth week, 10 h: the last mail came then.
  const last = MONDAY + 23 * DAY + 10 * HOUR
  const arrivals = office(20 * MINUTE, last)

  it('after four hours of its own, where its pauses are short', () => {
    expect(silenceOf(arrivals, last + 3 * HOUR)).toBeUndefined()
    expect(silenceOf(arrivals, last + 4 * HOUR - 21 * MINUTE)).toBeUndefined()
    expect(silenceOf(arrivals, last + 4 * HOUR)).toEqual({ lasts: 4 * HOUR + 20 * MINUTE, usual: 4 * HOUR })
  })

  it('after three times its longest pause, where that is more', () => {
    const seldom = office(3 * HOUR, last)
    const usual = silenceOf(seldom, last + 2 * DAY + 4 * HOUR)?.usual ?? 0
    expect(usual).toBe(9 * HOUR)
    expect(silenceOf(seldom, last + 1 * DAY)).toBeUndefined()
  })

  it('never at night, on a weekend, or because of them', () => {
    const friday = MONDAY + 25 * DAY + 17 * HOUR
    const week = office(20 * MINUTE, friday)
    for (let now = friday; now < friday + 64 * HOUR + 3 * HOUR; now += 15 * MINUTE)
      expect(silenceOf(week, now)).toBeUndefined()
    // The Monday after goes by without a mail.
    expect(silenceOf(week, friday + 64 * HOUR + 5 * HOUR)).toMatchObject({ usual: 4 * HOUR })
    expect(silenceOf(week, friday + 64 * HOUR + 12 * HOUR)).toBeUndefined()
  })

  it('is not said where too little came to know, whatever the order of what came', () => {
    expect(silenceOf([], last)).toBeUndefined()
    expect(silenceOf([last - 2 * DAY], last)).toBeUndefined()
    expect(silenceOf(arrivals.slice(-30), last + 4 * HOUR)).toBeUndefined()
    expect(silenceOf(arrivals.toReversed(), last + 4 * HOUR)).toEqual(silenceOf(arrivals, last + 4 * HOUR))
    // What is older than four weeks says nothing, nor what is still to come.
    expect(silenceOf([...arrivals, last + 9 * HOUR, 0], last + 4 * HOUR)).toEqual(silenceOf(arrivals, last + 4 * HOUR))
  })
})
