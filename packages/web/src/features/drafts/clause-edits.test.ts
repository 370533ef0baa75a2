import { readFileSync } from 'node:fs'
import { editText, openSource, readCharter, type SourceEdit, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { freeId, idsOf, renameClause, withoutLanguage } from './clause-edits.ts'

const TEXT = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

function dataOf(text: string) {
  const source = openSource(text)
  return fieldsOf(source && sourceData(source.root))
}

function after(text: string, edits: readonly SourceEdit[]): string {
  const made = editText(text, edits)
  if (made === undefined) throw new Error(JSON.stringify(edits))
  return made.text
}

const errorsOf = (text: string) => readCharter(text).findings.filter(({ severity }) => severity === 'error')

test('a clause under another id stays what escalation, promises and examples speak of', () => {
  const promise = after(TEXT, renameClause(dataOf(TEXT), 'promises', 'P1', 'P9'))
  expect(errorsOf(promise)).toEqual([])
  expect(promise).toContain('for: P9')
  expect(promise).not.toMatch(/\bP1\b(?!\.)(?=[:,} ]*\{ due)/)
  const remedy = after(TEXT, renameClause(dataOf(TEXT), 'remedies', 'R2', 'R7'))
  expect(errorsOf(remedy)).toEqual([])
  expect(remedy).toContain('remedy: R7')
  expect(renameClause(dataOf(TEXT), 'promises', 'P77', 'P78')).toEqual([])
})

test('whatever names a clause follows it: agreements, procedures, values, objectives; conditions do not', () => {
  const text = `values:
  - { id: V1, shown by: [P1, R1] }
objectives:
  - { id: O1, measure: kept(P1) }
promises:
  - { id: P1, when: { for: P1 }, table: [{ priority: P1, target: 1 h }] }
agreements:
  - { id: L1, for: P1 }
procedures:
  - { id: D1, standards: [P1], steps: [{ decide: R1 }] }
remedies:
  - { id: R1 }
`
  expect(after(text, renameClause(dataOf(text), 'promises', 'P1', 'P2'))).toBe(
    text
      .replace('[P1, R1]', '[P2, R1]')
      .replace('kept(P1)', 'kept(P2)')
      .replace('id: P1', 'id: P2')
      .replace('L1, for: P1', 'L1, for: P2')
      .replace('standards: [P1]', 'standards: [P2]'),
  )
  const remedy = after(text, renameClause(dataOf(text), 'remedies', 'R1', 'R2'))
  expect(remedy).toBe(text.replaceAll('R1', 'R2'))
})

test('objectives, values and channels are followed too', () => {
  const text = `channels:
  - { id: C1, after hours: { answers: bot, through: C1 }, moves to: C1 }
values:
  - { id: V1, objective: O1 }
objectives:
  - { id: O1, value: V1 }
promises:
  - { id: P1, objective: O1, channel: C1 }
`
  const renamed = (section: string, old: string, fresh: string) =>
    after(text, renameClause(dataOf(text), section, old, fresh))
  expect(renamed('channels', 'C1', 'C2')).toBe(text.replaceAll('C1', 'C2').replace('channel: C2', 'channel: C1'))
  expect(renamed('values', 'V1', 'V2')).toBe(text.replaceAll('V1', 'V2'))
  expect(renamed('objectives', 'O1', 'O2')).toBe(text.replaceAll('O1', 'O2'))
})

test('a crisis follows the promise that it amends, a refusal the exclusion that it tells', () => {
  const text = `crisis:
  - { id: Z1, amends: [{ promise: P1, times: 2 }] }
remedies:
  - { id: R1, table: [{ owned: X1, allow: none, tell: X1 }, { allow: none, tell: [X2, X1] }] }
promises:
  - { id: P1 }
exclusions:
  - { id: X1 }
`
  const renamed = (section: string, old: string, fresh: string) =>
    after(text, renameClause(dataOf(text), section, old, fresh))
  expect(renamed('promises', 'P1', 'P2')).toBe(text.replaceAll('P1', 'P2'))
  expect(renamed('exclusions', 'X1', 'X9')).toBe(text.replaceAll('X1', 'X9').replace('owned: X9', 'owned: X1'))
})

test('names that look like languages are no texts', () => {
  const text = 'languages: [en, it]\nfacts: { it: number }\nexamples: [{ given: { it: 3 } }]\n'
  expect(after(text, withoutLanguage(dataOf(text), 'it'))).toBe(text.replace('[en, it]', '[en]'))
})

test('a language less takes what the charter says once', () => {
  const head = (texts: string) =>
    `languages: [en${texts === '' ? '' : ', it'}]\nmission: { en: Bread.${texts} }\ncomplaints: { en: Ask.${texts} }\n`
  expect(after(head(', it: Pane.'), withoutLanguage(dataOf(head(', it: Pane.')), 'it'))).toBe(head(''))
})

test('a language less takes its texts with it, and nothing else', () => {
  const text = after(TEXT, withoutLanguage(dataOf(TEXT), 'pl'))
  expect(errorsOf(text)).toEqual([])
  const gone = TEXT.split('\n').filter((line) => !text.split('\n').includes(line))
  expect(gone.filter((line) => !/\bpl\b/.test(line))).toEqual([])
  expect(dataOf(text)['languages']).toEqual(['en', 'it', 'el', 'ar'])
  expect(withoutLanguage(dataOf(TEXT), 'fr')).toEqual([])
})

test('a new clause has an id that no other has', () => {
  expect(freeId(dataOf(TEXT), 'P')).toBe('P7')
  expect(freeId({}, 'A')).toBe('A1')
  expect(freeId({ promises: [{ id: 'R1' }], remedies: [] }, 'R')).toBe('R2')
  expect(idsOf(dataOf(TEXT), 'remedies')).toEqual(['R1', 'R2'])
})
