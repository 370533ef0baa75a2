import { describe, expect, it } from 'vitest'
import { Attempts, callerOf } from './attempts.ts'

describe('attempts', () => {
  it('are let through up to the limit, in a window that slides; those refused do not count', () => {
    const attempts = new Attempts({ most: 2, withinMs: 100 })
    expect([0, 10, 20, 99, 100, 105].map((now) => attempts.take('a', now))).toEqual([0, 0, 80, 1, 0, 5])
    expect(attempts.take('b', 20)).toBe(0)
  })

  it('are forgotten before memory grows without end', () => {
    const attempts = new Attempts({ most: 1, withinMs: 100 })
    for (let caller = 0; caller < 30_000; caller++) attempts.take(String(caller), 0)
    expect(attempts.take('29999', 1)).toBe(99)
    expect(attempts.take('0', 1)).toBe(0)
  })
})

describe('a caller', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (ip, caller) => {
    expect(callerOf(ip)).toBe(caller)
  })
})
