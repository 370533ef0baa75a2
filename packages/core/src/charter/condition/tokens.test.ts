import { describe, expect, it } from 'vitest'
import { Tokens, tokenize } from './tokens.ts'

describe('the tokens of a condition', () => {
  it.each([
    ['1.5', ['number 1.5']],
    ['1 5', ['number 1', 'number 5']],
    ['1,5', ['number 1', 'mark ,', 'number 5']],
    ['1..5', ['number 1', 'mark ..', 'number 5']],
    ['1.', ['number 1', 'mark .']],
    ['a\tb\nc d', ['word a', 'word b', 'word c', 'word d']],
    ['>=2h', ['mark >=', 'number 2', 'word h']],
    ['é2_x-y', ['word é2_x-y']],
  ])('of %j are %j', (text, tokens) => {
    expect(tokenize(text).map((token) => `${token.kind} ${token.text}`)).toEqual(tokens)
  })

  it('are shown whole up to 60 characters', () => {
    expect(new Tokens('x'.repeat(60)).shown).toBe(`“${'x'.repeat(60)}”`)
    expect(new Tokens('x'.repeat(61)).shown).toBe(`“${'x'.repeat(60)}…”`)
  })
})
