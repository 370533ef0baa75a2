import { readdirSync, readFileSync } from 'node:fs'
import { readCharter } from '@avow/core'
import { expect, test } from 'vitest'
import { readTarget } from './target-words.ts'

test.each([
  ['2 h of office', { kind: 'opening', ms: 7_200_000, calendar: 'office' }],
  ['90 min of chat', { kind: 'opening', ms: 5_400_000, calendar: 'chat' }],
  ['1 h 30 min of chat', { kind: 'opening', ms: 5_400_000, calendar: 'chat' }],
  ['3 working days of office', { kind: 'working-days', count: 3, calendar: 'office' }],
  ['1 working day of office', { kind: 'working-days', count: 1, calendar: 'office' }],
  ['14 days', { kind: 'dates', unit: 'day', count: 14 }],
  ['1 month', { kind: 'dates', unit: 'month', count: 1 }],
  ['soon', undefined],
])('%s', (text, target) => {
  expect(readTarget(text)).toEqual(target)
})

test('every target of the charters that come with Avow is read', () => {
  const folder = new URL('../../../../charters/', import.meta.url)
  const targets = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('broken'))
    .flatMap((name) => {
      // Objectives have targets too, which are shares or times without a calendar.
      const { document } = readCharter(readFileSync(new URL(name, folder), 'utf8'))
      if (document === undefined) throw new Error(`${name} cannot be read`)
      return [...document.promises, ...document.agreements].flatMap(({ rows }) =>
        rows.map(({ targetText }) => targetText),
      )
    })
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter((text) => readTarget(text) === undefined)).toEqual([])
})
