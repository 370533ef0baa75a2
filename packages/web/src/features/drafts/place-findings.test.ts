import type { ClauseDifference, Finding } from '@avow/core'
import { expect, test } from 'vitest'
import { partOfDifference, partOfFinding } from './place-findings.ts'

const DATA = { values: [{ id: 'V1' }], tone: [{ language: 'it' }], calendars: { office: {} } }
const partOf = (path: string) => partOfFinding({ path } as Finding, DATA)

test('a finding stands beside the clause that it is about, whatever its kind', () => {
  expect(partOf('/values/0/says')).toBe('values/V1')
  expect(partOf('/tone/0')).toBe('tone/0')
  expect(partOf('/calendars/office/open')).toBe('calendars/office')
  expect(partOf('/examples/2/given')).toBe('examples')
})

test('what is about no part of the document stands beside what is said once', () => {
  expect(partOf('/zone')).toBe('head')
  expect(partOf('/people/owner')).toBe('head')
  expect(partOf('/values')).toBe('head')
})

test('so do differences', () => {
  const of = (kind: string, id: string) => partOfDifference({ kind, id } as ClauseDifference)
  expect(of('tone', 'T1')).toBe('tone/T1')
  expect(of('agreement', 'L1')).toBe('agreements/L1')
  expect(of('fact', 'tier')).toBe('facts')
})
