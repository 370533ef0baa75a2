import { editText, readCharter, type SourceEdit } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { audienceChosen, audienceValue, factsOfCustomers, SOME_CUSTOMERS } from './audience-form.ts'
import { factsOf, fieldsOf, listOf } from './charter-data.ts'

const FACTS = {
  price: 'money EUR',
  channel: { 'one of': ['email'] },
  tier: { 'in order': ['standard', 'gold'] },
  vip: 'yes or no',
  bought: { age: true },
}
const facts = factsOf({ facts: FACTS })
const TEXT = `avow: 1
charter: acme
languages: [en]
zone: Europe/Rome
positions: [lead]
facts: { tier: { in order: [standard, gold] } }
promises:
  - id: P1 # the first
    audience: public # everybody
    clock: resolution
    says: { en: "Within {target}." }
    table: [ { target: 2 days } ]
`
const path = ['promises', 'P1', 'audience']

function after(text: string, edit: SourceEdit): string {
  return editText(text, [edit])?.text ?? ''
}

const audienceIn = (text: string): unknown => {
  const { data, findings } = readCharter(text)
  expect(findings).toEqual([])
  return fieldsOf(listOf(fieldsOf(data)['promises'])[0])['audience']
}

describe('for whom a clause is', () => {
  it('is for some customers by the first fact that ranks them, and all else in the text stays', () => {
    const value = audienceValue(SOME_CUSTOMERS, facts)
    expect(value).toEqual({ customers: { tier: 'standard' } })
    if (value === undefined) throw new Error('no fact tells customers apart')
    const some = after(TEXT, { kind: 'set', path, value })
    expect(some).toBe(TEXT.replace('audience: public', 'audience: { customers: { tier: standard } }'))
    expect(audienceChosen(audienceIn(some))).toBe(SOME_CUSTOMERS)
    const gold = after(some, { kind: 'set', path: [...path, 'customers', 'tier'], value: 'gold' })
    expect(gold).toBe(some.replace('tier: standard', 'tier: gold'))
    expect(after(gold, { kind: 'set', path, value: audienceValue('public', facts) ?? '' })).toBe(TEXT)
  })

  it('is a word otherwise, and nothing where none is written', () => {
    expect(['public', 'lead', undefined].map(audienceChosen)).toEqual(['public', 'lead', ''])
    expect(audienceValue('lead', facts)).toBe('lead')
    expect(audienceValue('', facts)).toBeUndefined()
  })

  it('can be told by what is chosen from a list, or is so or not, and by nothing that changes or is counted', () => {
    expect(factsOfCustomers(facts).map(({ name }) => name)).toEqual(['channel', 'tier', 'vip'])
    expect(audienceValue(SOME_CUSTOMERS, factsOf({}))).toBeUndefined()
  })
})
