import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/charter-fixtures.ts'
import { checkTranslations } from './check-translations.ts'

const CHARTER = `avow: 1
charter: acme
languages: [en, it, pl]
zone: Europe/Warsaw
title: { en: Our promises, it: Le nostre promesse, pl: Nasze obietnice }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
promises:
  - id: P1
    clock: resolution
    says: { en: "Done in {target}.", it: "Fatto in {target}.", pl: "Gotowe w {target}." }
    table: [ { target: 2 h of office } ]
procedures:
  - id: D1
    steps:
      - do: { en: Ring the shop., it: Telefonare al negozio. }
      - do: { en: Write it down., it: Prendere nota. }
`

const told = (...changes: readonly (readonly [string, string])[]) => {
  const after = changes.reduce((text, [old, fresh]) => {
    expect(text).toContain(old)
    return text.replace(old, fresh)
  }, CHARTER)
  return checkTranslations(documentOf(after), documentOf(CHARTER)).map(({ code, says }) => [
    code,
    says?.data['part'],
    says?.data['languages'],
  ])
}

describe('translations', () => {
  it('that did not change with their original are older than it', () => {
    expect(told(['Done in {target}.', 'Settled in {target}.'])).toEqual([
      ['translation-older', ['says', 'P1'], ['it', 'pl']],
    ])
    expect(told(['Our promises', 'What we promise'], ['Nasze obietnice', 'Co obiecujemy'])).toEqual([
      ['translation-older', ['title'], ['it']],
    ])
  })

  it('that changed with it, or alone, or were not there are none', () => {
    expect(told()).toEqual([])
    expect(told(['Fatto in', 'Risolto in'])).toEqual([])
    expect(told(['Our promises', 'What we promise'], [', it: Le nostre promesse, pl: Nasze obietnice', ''])).toEqual([])
    // A number is data: it changes in all languages at once.
    expect(told(['target: 2 h of', 'target: 3 h of'])).toEqual([])
  })

  it('of steps that only moved are as old as they were', () => {
    const [first, second] = [
      '- do: { en: Ring the shop., it: Telefonare al negozio. }',
      '- do: { en: Write it down., it: Prendere nota. }',
    ]
    const moved = CHARTER.replace(first, 'A').replace(second, first).replace('A', second)
    expect(moved).not.toBe(CHARTER)
    expect(checkTranslations(documentOf(moved), documentOf(CHARTER))).toEqual([])
    expect(told(['Ring the shop.', 'Call the shop.'])).toEqual([['translation-older', ['text', 'do', 'D1'], ['it']]])
  })

  it('are compared with no original of another language', () => {
    const turned = CHARTER.replace('[en, it, pl]', '[it, en, pl]').replace('Le nostre promesse', 'Che cosa promettiamo')
    expect(checkTranslations(documentOf(turned), documentOf(CHARTER))).toEqual([])
  })
})
