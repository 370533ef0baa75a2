import { describe, expect, it } from 'vitest'
import { boxOfConditions } from '../../../test/check/box-of-conditions.ts'
import { FACTS } from '../../../test/check/charter-texts.ts'
import { caseOf, toldCases } from './case-conditions.ts'

const MORE = '  waited: duration\n  score: number\n  mood: { one of: [a, b, c, d, e, f, g, h, i, j, k] }\n'
const FACTS_AND_MORE = FACTS.replace('calendars:', `${MORE}calendars:`)

/** The case that conditions accept, as conditions again. */
function again(conditions: string) {
  const { columns, box } = boxOfConditions(FACTS_AND_MORE, conditions)
  return caseOf(columns, box).map(({ fact, accepts }) => [fact, ...accepts])
}

describe('a kind of ticket as conditions', () => {
  it.each([
    ['channel: email', ['channel', 'email']],
    ['channel: [email, unknown]', ['channel', 'email', 'unknown']],
    ['channel: [email, chat, phone, form]', ['channel', 'known']],
    ['channel: [email, chat, phone, unknown]', ['channel', 'not [form]']],
    ['channel: [email, unknown, form]', ['channel', 'email', 'form', 'unknown']],
    ['channel: unknown', ['channel', 'unknown']],
    ['mood: [a, b, c, d, e, f, g, h, i, unknown]', ['mood', 'not [j, k]']],
    ['mood: [a, b, c, d, e, f, g, h, i]', ['mood', 'a', 'b', 'c', 'd', 'e', 'f', 'g', '…']],
    ['price: "< 100 EUR"', ['price', '< 100 EUR']],
    ['price: 100 EUR', ['price', '100 EUR']],
    ['price: [10 EUR .. 50 EUR, "> 90 EUR"]', ['price', '10 EUR .. 50 EUR', '> 90 EUR']],
    ['bought: "30 days .. 2 years"', ['bought', '30 days .. 2 years']],
    ['bought: "<= 1 month"', ['bought', '<= 1 month']],
    ['waited: "<= 2 h"', ['waited', '<= 2 h']],
    ['score: "<= 2.5"', ['score', '<= 2.5']],
    ['contacts: "< 3"', ['contacts', '>= 0 & <= 2']],
    ['contacts: ">= 3"', ['contacts', '>= 3']],
    ['contacts: 1', ['contacts', '1']],
  ])('%s is written so', (condition, written) => {
    expect(again(condition)).toEqual([written])
  })

  it('lists the facts that limit it, and none for every ticket', () => {
    expect(again('tier: gold, channel: email')).toEqual([
      ['channel', 'email'],
      ['tier', 'gold'],
    ])
    expect(again('channel: "-"')).toEqual([])
    const { columns, box } = boxOfConditions(FACTS_AND_MORE, 'channel: email, tier: gold')
    expect(caseOf(columns, ['any', box[1] ?? []])).toEqual([{ fact: 'tier', accepts: ['gold'] }])
    expect(caseOf(columns, [[0, 1, 2, 3, 4], 'any'])).toEqual([])
    expect(caseOf(columns, [])).toEqual([])
  })

  it('is told so many times as asked, with how many more there are, or that nobody counted them', () => {
    const { columns } = boxOfConditions(FACTS_AND_MORE, 'channel: email')
    const boxes = [0, 1, 2].map((atom) => [[atom]])
    const [email, chat] = ['email', 'chat'].map((channel) => [{ fact: 'channel', accepts: [channel] }])
    expect(toldCases(columns, boxes, 2)).toEqual({ cases: [email, chat], more: 1 })
    expect(toldCases(columns, boxes, 2, false)).toEqual({ cases: [email, chat], more: -1 })
    expect(toldCases(columns, boxes.slice(0, 1), 2)).toEqual({ cases: [email], more: 0 })
  })
})
