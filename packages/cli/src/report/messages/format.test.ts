import { describe, expect, it } from 'vitest'
import { html } from '../html.ts'
import { namesIn, parseMessage, type Values, writeMessage } from './format.ts'

const english = {
  number: (value: number) => value.toLocaleString('en'),
  category: (value: number) => (value === 1 ? 'one' : 'other'),
}
const write = (text: string, values: Values) => writeMessage(parseMessage(text), values, english).markup

describe('messages', () => {
  it('take values: numbers in the language, texts of others isolated, markup as it is', () => {
    expect(write('{a} of {b}: {c}', { a: 12_345, b: '<x>', c: html`<b>!</b>` })).toBe(
      '12,345 of <bdi>&lt;x&gt;</bdi>: <b>!</b>',
    )
  })

  it('choose the plural, an exact number first', () => {
    const text = '{n, plural, =0 {none} one {# ticket of {who}} other {# tickets of {who}}}'
    expect([0, 1, 2].map((n) => write(text, { n, who: html`me` }))).toEqual([
      'none',
      '1 ticket of me',
      '2 tickets of me',
    ])
  })

  it('say by name what they need', () => {
    expect([...namesIn(parseMessage('{a} {n, plural, one {{b}} other {# {c}}}'))].sort()).toEqual(['a', 'b', 'c', 'n'])
    expect(() => write('{a}', {})).toThrow('“a”')
  })

  it.each(['{', '{a', 'a}', '{a, select, other {}}', '{n, plural, one {#}}', '{n, plural, other {#}', '{a b}'])(
    'refuses %s',
    (text) => {
      expect(() => parseMessage(text)).toThrow(SyntaxError)
    },
  )
})
