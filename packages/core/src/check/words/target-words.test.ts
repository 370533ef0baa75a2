import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import type { ClockDefinition } from '../../charter/index.ts'
import { stepWords } from '../clauses/check-steps.ts'
import { compareSpans } from '../differences/dates-order.ts'
import { clockOf, clockWords } from './clock-words.ts'
import { localText } from './local-text.ts'
import { audienceText, limitText, targetKey, targetWords } from './target-words.ts'

describe('a clock', () => {
  const declared: Extract<ClockDefinition, { kind: 'declared' }> = {
    kind: 'declared',
    from: 'repair.booked',
    until: 'repair.done',
    each: 'every time',
    givenUp: [],
    place: { path: '', line: 1, column: 1 },
  }
  it.each<[ClockDefinition, string, readonly string[]]>([
    [{ kind: 'first-response' }, 'first-response', ['first-response']],
    [{ kind: 'resolution', until: 'solved' }, 'resolution', ['resolution']],
    [{ kind: 'resolution', until: 'closed' }, 'resolution until closed', ['resolution-until-closed']],
    [declared, 'repair.booked to repair.done', ['declared', 'repair.booked', 'repair.done', 'every time']],
    [
      { ...declared, each: 'once', givenUp: ['repair.off', 'repair.lost'] },
      'repair.booked to repair.done, given up at repair.off, repair.lost, once',
      ['declared', 'repair.booked', 'repair.done', 'once', 'repair.off', 'repair.lost'],
    ],
  ])('%j is named as a charter names it', (clock, words, data) => {
    expect([clockWords(clock), clockOf(clock)]).toEqual([words, data])
  })
})

it('a local time is told to the minute', () => {
  const { zone } = charterOf('calendars:\n  office: { open: { mon-fri: 09:00-17:00 } }\n')
  expect(localText(zone, Date.parse('2026-12-24T08:05:59Z'))).toBe('2026-12-24T09:05')
  expect(localText(zone, Date.parse('2026-07-01T21:40:00Z'))).toBe('2026-07-01T23:40')
})

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
    expect(dates('day', 14)).not.toBe(dates('day', 15))
    expect(dates('year', 1)).not.toBe(dates('year', 2))
    expect(dates('month', 12)).not.toBe(dates('month', 1))
    expect(targetKey({ kind: 'working-days', count: 1, calendar: 'a' })).not.toBe(
      targetKey({ kind: 'working-days', count: 2, calendar: 'a' }),
    )
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
