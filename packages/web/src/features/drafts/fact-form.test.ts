import { editText, openSource, readCharter, sourceData } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { FACT_TYPES, factType, newFact, typeEdits } from './fact-form.ts'

const TIER = `facts:
  tier:
    in order: [standard, gold] # the lowest first
    says: { en: Tier }
    values say: { gold: { en: Gold } }
`
const tierIn = (text: string) => {
  const source = openSource(text)
  return fieldsOf(fieldsOf(source && sourceData(source.root))['facts'])['tier']
}
const as = (text: string, type: (typeof FACT_TYPES)[number]) =>
  editText(text, typeEdits(tierIn(text), ['facts', 'tier'], type, 'EUR'))?.text ?? 'not to be done'

describe('the type of a fact', () => {
  it('of every kind is written as the charter reads it', () => {
    for (const type of FACT_TYPES) {
      const fact = newFact(type, 'PLN')
      expect(factType(fact)).toEqual({ type, ...(type === 'money' ? { currency: 'PLN' } : {}) })
      const text = editText('avow: 1\ncharter: a\nlanguages: [en]\nzone: UTC\n', [
        { kind: 'set', path: ['facts', 'it'], value: fact },
      ])?.text
      expect(readCharter(text ?? '').findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  it('changes, and what the fact is called stays', () => {
    expect(as(TIER, 'choice')).toBe(TIER.replace('in order', 'one of'))
    expect(tierIn(as(TIER, 'money'))).toEqual({ is: 'money EUR', says: { en: 'Tier' } })
    expect(tierIn(as(as(TIER, 'age-now'), 'order'))).toEqual({ 'in order': ['a', 'b'], says: { en: 'Tier' } })
    expect(tierIn(as('facts: { tier: number }\n', 'whole-number'))).toBe('whole number')
    expect(tierIn(as('facts: { tier: number }\n', 'age'))).toEqual({ age: true })
  })

  it('that is none is none', () => {
    for (const written of ['text', {}, null, { is: 'money' }]) expect(factType(written)).toBeUndefined()
  })
})
