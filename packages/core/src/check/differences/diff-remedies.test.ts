import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { diffCharters } from './diff.ts'

const PAID = FACTS.replace('  price: money EUR\n', '  price: money EUR\n  paid: money EUR\n')

function compared(old: string, fresh: string) {
  const remedy = (written: string) => charterOf(`${PAID}remedies:\n  - { id: R1, ${written} }\n`)
  const [difference] = diffCharters(remedy(old), remedy(fresh), AS_OF)
  return difference
}

describe('two wordings of a remedy', () => {
  it.each([
    ['allow: [refund]', 'allow: [refund, apology]', 'more'],
    ['allow: [refund, apology]', 'allow: [apology]', 'less'],
    ['allow: [refund]', 'allow: [apology]', 'both'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund], up to: 60 EUR', 'more'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund], up to: 40 EUR', 'less'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund, apology], up to: 40 EUR', 'both'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund]', 'more'],
    ['allow: [refund]', 'allow: [refund], up to: price', 'less'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund], up to: 60 PLN', 'both'],
    ['allow: [refund], up to: 50 EUR', 'allow: [refund], up to: price', 'both'],
    ['allow: [refund], up to: price', 'allow: [refund], up to: 50 EUR', 'both'],
    ['allow: [refund], up to: price', 'allow: [refund], up to: paid', 'both'],
    ['allow: [refund], up to: price', 'allow: [refund, apology], up to: price', 'more'],
  ])('D4: where %s becomes %s, customers get: %s', (old, fresh, customers) => {
    const difference = compared(`table: [ { ${old} } ]`, `table: [ { ${fresh} } ]`)
    expect(difference?.customers).toBe(customers)
    expect(difference?.parts).toMatchObject([{ about: 'rows', customers }])
  })

  it('D4: give less where a row is gone and more where one is new', () => {
    const [phone, email] = ['{ channel: phone, allow: [refund] }', '{ channel: email, allow: [refund] }']
    const difference = compared(`table: [ ${phone} ]`, `table: [ ${email} ]`)
    expect(difference?.parts.map(({ text, customers }) => [text, customers])).toEqual([
      ['looser for channel phone: refund → nothing', 'less'],
      ['stricter for channel email: nothing → refund', 'more'],
    ])
  })

  it('are the same where the rows give the same', () => {
    expect(
      compared('table: [ { allow: [refund] } ]', 'table: [ { tier: gold, allow: [refund] }, { allow: [refund] } ]'),
    ).toMatchObject({ change: 'same', parts: [] })
  })

  it('D5: tell of who sees it and of its words', () => {
    const table = 'table: [ { allow: [refund] } ]'
    const difference = compared(
      `audience: staff, says: { en: Money back. }, because: { en: Of the law. }, ${table}`,
      `audience: public, says: { en: Your money back. }, because: { en: Of fairness. }, ${table}`,
    )
    expect(difference?.customers).toBe('more')
    expect(difference?.parts.map(({ text, customers }) => [text, customers])).toEqual([
      ['audience changed: staff → public', 'more'],
      ['the words of “says” changed in en', undefined],
      ['the words of “because” changed in en', undefined],
    ])
  })
})
