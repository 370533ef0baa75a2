import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DraftChecker } from './check-draft.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const TEXT = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

test('a charter without faults has none, and its examples come out', () => {
  const checker = new DraftChecker()
  expect(checker.find(TEXT, NOW)).toEqual([])
  expect(checker.try(TEXT, NOW)?.flatMap(({ failures }) => failures)).toEqual([])
})

test('an example fails once a target is another, and the difference says so', () => {
  const checker = new DraftChecker()
  const changed = TEXT.replace('target: 1 h of office', 'target: 2 h of office')
  const failed = checker.try(changed, NOW)?.filter(({ failures }) => failures.length > 0)
  expect(failed?.map(({ failures }) => failures[0]?.clause)).toEqual(['P1'])
  const differences = checker.compare(changed, TEXT, NOW)?.filter(({ change }) => change !== 'same')
  expect(differences).toMatchObject([{ id: 'P1', change: 'looser' }])
})

test('a case that no row covers is found with its ticket', () => {
  const findings = new DraftChecker().find(TEXT.replace(/ {6}- \{ target: 8 h of office \} # every.*\n/, ''), NOW)
  expect(findings.map(({ code }) => code)).toContain('uncovered-case')
  expect(findings.find(({ code }) => code === 'uncovered-case')?.witness).toBeDefined()
})

test('a step to a position that nobody of the desk holds is found', () => {
  const unheld = (holders: Record<string, number>) =>
    new DraftChecker().find(TEXT, NOW, holders).map(({ code, says }) => `${code} ${says?.data['position']}`)
  const all = { agent: 3, 'team-lead': 1, 'duty-manager': 1, 'head-of-service': 1 }
  expect(unheld(all)).toEqual([])
  expect(unheld({ ...all, 'duty-manager': 0 })).toEqual([
    'position-unheld duty-manager',
    'position-unheld duty-manager',
  ])
})

test('what cannot be read has its findings, and nothing to compare', () => {
  const checker = new DraftChecker()
  const faulty = TEXT.replace('1 h of office', '1 h of ofice')
  expect(checker.find(faulty, NOW)).toMatchObject([{ code: 'unknown-calendar' }])
  expect(checker.try(faulty, NOW)).toBeUndefined()
  expect(checker.compare('a: [', TEXT, NOW)).toBeUndefined()
})

test('hours that change are looked at anew', () => {
  const checker = new DraftChecker()
  expect(checker.find(TEXT, NOW)).toEqual([])
  const closed = TEXT.replace('open: { mon-fri: 09:00-17:00 }', 'open: {}')
  expect(checker.find(closed, NOW).map(({ code }) => code)).toContain('calendar-never-opens')
  expect(checker.find(TEXT, NOW)).toEqual([])
})

test('rows that no example tries are named, and those offered for them come out', () => {
  const checker = new DraftChecker()
  const bare = TEXT.slice(0, TEXT.indexOf('\nexamples:'))
  const none = checker.cover(bare, NOW)
  expect(none?.untried).toHaveLength(none?.rows ?? 0)
  const offers = none?.untried.flatMap(({ offer }) => (offer === undefined ? [] : [offer])) ?? []
  const taken = `${bare}\nexamples:\n${offers.map((offer) => `  - ${JSON.stringify(offer)}\n`).join('')}`
  expect(checker.find(taken, NOW).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(checker.try(taken, NOW)?.flatMap(({ failures }) => failures)).toEqual([])
  expect(checker.cover(taken, NOW)?.untried).toHaveLength((none?.rows ?? 0) - offers.length)
})

test('marks the translations that are older than their original in the version that the draft began from', () => {
  const says = (en: string, it: string) => TEXT.replace(/^charter: /m, `contact: { en: ${en}, it: ${it} }\ncharter: `)
  const checker = new DraftChecker()
  const older = (text: string) =>
    checker
      .find(text, NOW, undefined, says('Ring us.', 'Ci chiami.'))
      .filter(({ code }) => code === 'translation-older')
      .map(({ path, says: told }) => [path, told?.data['languages']])
  expect(older(says('Write to us.', 'Ci chiami.'))).toEqual([['/contact', ['it']]])
  expect(older(says('Write to us.', 'Ci scriva.'))).toEqual([])
})
