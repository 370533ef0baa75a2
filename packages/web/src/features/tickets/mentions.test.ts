import { describe, expect, it } from 'vitest'
import { mentionAt, mentionedIn, piecesOf, withMention } from './mentions.ts'

const anna = { id: '1', name: 'Anna' }
const berg = { id: '2', name: 'Anna Berg' }
const yusuf = { id: '3', name: 'يوسف حداد' }
const everybody = [anna, berg, yusuf]

describe('a name that is being written', () => {
  it.each([
    ['@', { from: 0, typed: '' }],
    ['Ask @An', { from: 4, typed: 'An' }],
    ['Ask (@Anna Be', { from: 5, typed: 'Anna Be' }],
    ['اسأل @يو', { from: 5, typed: 'يو' }],
    ['anna@home.example', undefined],
    ['@Anna\nand then', undefined],
    [`@${'x'.repeat(41)}`, undefined],
    ['Nobody.', undefined],
  ])('is seen at the end of %j', (text, begun) => {
    expect(mentionAt(text, text.length)).toEqual(begun)
  })

  it('is put where it was begun, with a space behind it, and leaves what stands behind', () => {
    const text = 'Ask @An today'
    const begun = mentionAt(text, 7)
    expect(begun && withMention(text, 7, begun, 'Anna Berg')).toEqual({ text: 'Ask @Anna Berg today', caret: 15 })
  })
})

describe('who is mentioned', () => {
  it('is who bears the longest name that stands there, each once', () => {
    expect(mentionedIn('@Anna Berg and @Anna Berg, see @يوسف حداد.', everybody, new Set())).toEqual(['2', '3'])
    expect(mentionedIn('@Anna, please', everybody, new Set())).toEqual(['1'])
  })

  it('is nobody where the name goes on, stands in an address, or has no sign', () => {
    expect(mentionedIn('@Annabel, x@Anna and Anna', everybody, new Set())).toEqual([])
  })

  it('is, of two of one name, the one who was chosen', () => {
    const twin = { id: '9', name: 'Anna' }
    expect(mentionedIn('@Anna', [anna, twin], new Set(['9']))).toEqual(['9'])
    expect(mentionedIn('@Anna', [anna, twin], new Set())).toEqual([])
  })

  it('parts a text, to be marked in it', () => {
    expect(piecesOf('Ask @Anna Berg: now', everybody)).toEqual([
      { text: 'Ask ' },
      { text: '@Anna Berg', person: berg },
      { text: ': now' },
    ])
  })
})
