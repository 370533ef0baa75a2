import { describe, expect, it } from 'vitest'
import { boxOfConditions } from '../../../test/check/box-of-conditions.ts'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { casesOf } from '../tables/cases.ts'
import { boxesWords, boxWords } from './case-words.ts'
import { counted, durationText, spanText } from './scale-words.ts'

const MORE =
  '  mood: { one of: [a, b, c, d, e, f, g, h, i, j, k] }\n  vip: yes or no\n  waited: duration\n  score: number\n  items: whole number\n'
const FACTS_AND_MORE = FACTS.replace('calendars:', `${MORE}calendars:`)

/** Which cases a condition accepts, told in words again. */
function again(condition: string): string {
  const { columns, box } = boxOfConditions(FACTS_AND_MORE, condition)
  return boxWords(columns, box)
}

describe('a set of cases in words', () => {
  it.each([
    ['channel: email', 'channel email'],
    ['channel: [email, chat]', 'channel email or chat'],
    ['channel: [email, chat, phone]', 'channel email, chat or phone'],
    ['channel: [email, chat, phone, form]', 'channel known'],
    ['channel: [email, chat, phone, unknown]', 'channel other than form'],
    ['channel: [email, unknown]', 'channel email or unknown'],
    ['channel: unknown', 'channel unknown'],
    ['tier: gold, channel: email', 'channel email, tier gold'],
    ['vip: yes', 'vip yes'],
    ['vip: "not yes"', 'vip no'],
    ['price: "< 100 EUR"', 'price under 100 EUR'],
    ['price: "<= 100 EUR"', 'price at most 100 EUR'],
    ['price: "> 100 EUR"', 'price more than 100 EUR'],
    ['price: ">= 100 EUR"', 'price 100 EUR or more'],
    ['price: 100 EUR', 'price 100 EUR'],
    ['price: "10 EUR .. 49.99 EUR"', 'price 10 EUR to under 49.99 EUR'],
    ['price: [10 EUR .. 50 EUR, "> 90 EUR"]', 'price 10 EUR to under 50 EUR or more than 90 EUR'],
    ['bought: "< 30 days"', 'bought under 30 days ago'],
    ['bought: "30 days .. 2 years"', 'bought 30 days to under 2 years ago'],
    ['bought: ">= 2 years"', 'bought 2 years ago or more'],
    ['bought: "<= 1 month"', 'bought at most 1 month ago'],
    ['bought: "> 1 month"', 'bought more than 1 month ago'],
    ['waited: "<= 2 h"', 'waited at most 2 h'],
    ['waited: "> 90 min"', 'waited more than 90 min'],
    ['waited: "30 min .. 1 h 30 min"', 'waited 30 min to under 90 min'],
    ['score: "<= 2.5"', 'score at most 2.5'],
    ['score: 3', 'score 3'],
    ['score: "> 0"', 'score more than 0'],
    ['score: "2 .. 5"', 'score 2 to under 5'],
    ['items: "<= 3"', 'items 3 or less'],
    ['items: "2 .. 5"', 'items 2 to 4'],
    ['contacts: "< 3"', 'contacts 0 to 2'],
    ['contacts: ">= 3"', 'contacts 3 or more'],
    ['contacts: 1', 'contacts 1'],
  ])('%s reads “%s”', (condition, words) => {
    expect(again(condition)).toBe(words)
  })

  it.each([
    ['mood: [a, b, c, d, e, f, g, h]', 'mood a, b, c, d, e, f, g or h'],
    ['mood: [a, b, c, d, e, f, g, h, i]', 'mood a, b, c, d, e, f, g or 2 more'],
    ['mood: [a, b, c, d, e, unknown]', 'mood a, b, c, d, e or unknown'],
    ['mood: [a, b, c, d, e, f, unknown]', 'mood other than g, h, i, j or k'],
    ['vip: [yes, unknown]', 'vip yes or unknown'],
    ['tier: [free, gold]', 'tier free or gold'],
    ['price: ["< 10 EUR", unknown]', 'price under 10 EUR or unknown'],
    ['score: "> -2.5"', 'score more than -2.5'],
    ['score: "< 0"', 'score under 0'],
    ['score: "<= 0"', 'score at most 0'],
    ['items: 3', 'items 3'],
    ['items: ["< 2", ">= 7"]', 'items 1 or less or 7 or more'],
    ['items: "not unknown"', 'items known'],
    ['price: "not unknown"', 'price known'],
  ])('of a long list, of both sides of a gap, and of edges: %s reads “%s”', (condition, words) => {
    expect(again(condition)).toBe(words)
  })

  it('says when there are more than it tells', () => {
    const { document } = charterOf(
      `${FACTS}promises:\n  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { channel: email, target: 1 h of office } ] }\n`,
    )
    const { columns } = casesOf({
      facts: document.facts,
      hit: 'first',
      when: new Map(),
      rows: document.promises[0]?.rows ?? [],
    })
    expect(boxesWords(columns, [[[0]], [[1]], [[2]]], 2)).toBe('channel email; or channel chat; or 1 more kind of case')
    expect(boxesWords(columns, [[[0]], [[1]], [[2]], [[3]]], 2)).toBe(
      'channel email; or channel chat; or 2 more kinds of case',
    )
    expect(boxesWords(columns, [[[0]]], 2, false)).toBe('channel email; or further cases')
    expect(boxesWords(columns, [['any']], 2)).toBe('')
  })
})

describe('lengths in words', () => {
  it('use the largest whole unit', () => {
    expect([3_600_000, 5_400_000, 90_000, 1500, 0].map(durationText)).toEqual([
      '1 h',
      '90 min',
      '90 s',
      '1500 ms',
      '0 h',
    ])
    expect([spanText(24, 0), spanText(18, 0), spanText(0, 1), spanText(0, 0)]).toEqual([
      '2 years',
      '18 months',
      '1 day',
      '0 days',
    ])
    expect([1, 2, -1, 0].map((count) => counted(count, 'day'))).toEqual(['1 day', '2 days', '-1 day', '0 days'])
    expect(spanText(2, 3)).toBe('2 months and 3 days')
  })
})
