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
