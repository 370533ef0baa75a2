import { describe, expect, it } from 'vitest'
import { textOf } from './html.ts'
import { LANGUAGES } from './languages.ts'
import { openLength, wallLength } from './lengths.ts'
import { tongueOf } from './tongue.ts'
import { namedClock } from './wall-clock.ts'

const WARSAW = namedClock('Europe/Warsaw')
const NOON = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000

describe('times', () => {
  it('are those of the zone, which is named, summer and winter', () => {
    const english = tongueOf('en')
    expect(textOf(english.time(NOON, WARSAW, NOON))).toBe('Tue 24 Nov, 13:00 (Europe/Warsaw)')
    expect(textOf(english.time(Date.UTC(2026, 6, 1, 12), WARSAW, NOON))).toBe('Wed 1 Jul, 14:00 (Europe/Warsaw)')
  })

  it('name the year where it is not this one', () => {
    expect(textOf(tongueOf('en').bareTime(NOON, WARSAW, NOON - 365 * 24 * HOUR))).toBe('Tue, 24 Nov 2026, 13:00')
  })

  it('carry the instant for machines', () => {
    expect(tongueOf('ar').bareTime(NOON, WARSAW, NOON).markup).toContain('datetime="2026-11-24T12:00:00.000Z"')
  })

  it('that are due at midnight are due by the end of a date', () => {
    const midnight = Date.UTC(2026, 10, 24, 23)
    expect(textOf(tongueOf('en').due(midnight, WARSAW, NOON))).toBe('the end of Tue 24 Nov (Europe/Warsaw)')
  })

  it('of an unknown zone are UTC, and say so', () => {
    expect(textOf(tongueOf('en').time(NOON, namedClock('Moon/Sea'), NOON))).toBe('Tue 24 Nov, 12:00 (UTC)')
  })
})

describe('shares', () => {
  it('are never shown as all where they are not', () => {
    expect(tongueOf('en').percent(0.99999)).toBe('99.9%')
    expect(tongueOf('en').percent(1)).toBe('100.0%')
    expect(tongueOf('en').percent(0.00001)).toBe('0.1%')
  })
})

describe('lengths', () => {
  it('have two units at most; days only by the clock on the wall', () => {
    const english = tongueOf('en')
    expect(textOf(wallLength(english, 50 * HOUR + 61_000))).toBe('2 days 2 hours')
    expect(textOf(wallLength(english, 47 * HOUR))).toBe('47 hours')
    expect(textOf(openLength(english, 50 * HOUR + 61_000))).toBe('50 hours 1 minute')
    expect(textOf(openLength(english, 0))).toBe('0 seconds')
  })

  it('are said in every language', () => {
    for (const language of LANGUAGES)
      expect(textOf(wallLength(tongueOf(language), 3 * HOUR + 120_000))).toMatch(/3.*2|3.*دقيقتين/)
  })
})
