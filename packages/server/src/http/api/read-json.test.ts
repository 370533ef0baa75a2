import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { readJson } from './read-json.ts'

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 8 }).filter((text) => !/__proto__|constructor|prototype/.test(text)),
        (text) => {
          expect(readJson(text)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it.each([
    ['a name that is given twice', '{"a":1,"a":2}'],
    ['a name that is given twice in another spelling', '{"a":1,"\\u0061":2}'],
    ['a name that is given twice, deep within', '[{"b":[{"a":"}","a" :2}]}]'],
    ['a name that reaches for the prototype', '{"__proto__":{"admin":true}}'],
    ['a name that reaches for the prototype in another spelling', '{"__pro\\u0074o__":1}'],
    ['a name that reaches for the constructor', '{"a":{"constructor":{"prototype":{}}}}'],
    ['what is nested without end', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['what is nested without end and never closed', '{"a":'.repeat(100_000)],
    ['what is no JSON', '{a:1}'],
    ['two values', '{} {}'],
    ['an open string', '"abc'],
  ])('refuses %s', (_, text) => {
    expect(() => readJson(text)).toThrow(Refusal)
  })

  it('lets the same name stand in two objects, and names stand as values', () => {
    expect(readJson('[{"a":"a"},{"a":["__proto__","a","a"]}]')).toEqual([{ a: 'a' }, { a: ['__proto__', 'a', 'a'] }])
  })
})
