import { describe, expect, it } from 'vitest'
import { offered, preferred } from './languages.ts'

describe('the language of a page', () => {
  it('is the first wish that is offered', () => {
    expect(preferred('fr-CH, ar;q=0.9, en;q=0.8', ['en', 'ar'])).toBe('ar')
    expect(preferred('en;q=0.2, el;q=0.7', ['en', 'el'])).toBe('el')
    expect(preferred('pl-PL', ['en', 'pl'])).toBe('pl')
  })

  it('is the first offered where no wish fits, or none is told, or it is nonsense', () => {
    for (const wish of [undefined, '', '*', 'fr', 'ar;q=0', ';;;,,q=', 'x'.repeat(100_000)])
      expect(preferred(wish, ['it', 'ar'])).toBe('it')
  })

  it('is one that the charter has and that there are words for', () => {
    expect(offered(['de', 'pl', 'en-GB', 'en'])).toEqual(['pl', 'en'])
    expect(offered(['de'])).toEqual(['en'])
  })
})
