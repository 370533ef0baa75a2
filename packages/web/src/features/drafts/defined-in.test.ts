import { readFileSync } from 'node:fs'
import { definedBy, definitionCoverage, openSource, parseDate, readCharter, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { definedIn } from './defined-in.ts'

const PAGE = readFileSync(new URL('../../../../../docs/formats/charter.md', import.meta.url), 'utf8')
const [, ...BLOCKS] = [...PAGE.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text)
/** The charter of the page, with a promise that its crisis suspends as the one measure of a line. */
const TEXT = BLOCKS.join('').replace('measured by: [O1] }', 'measured by: [P4] }')

test('as much is measured in a draft’s data as in the charter that is read from it', () => {
  const source = openSource(TEXT)
  const { document } = readCharter(TEXT)
  if (document === undefined) throw new Error('it cannot be read')
  const [crisis] = document.crisis
  for (const today of [crisis?.from.day ?? 0, (crisis?.until.day ?? 0) + 1, parseDate('2027-07-01') ?? 0]) {
    const coverage = definitionCoverage(definedIn(fieldsOf(source && sourceData(source.root))), today)
    expect(coverage).toEqual(definitionCoverage(definedBy(document), today))
    expect(coverage.unmeasured.includes('Q7')).toBe(today === crisis?.from.day)
  }
})

test('what is not there measures nothing, and a date that cannot be read is past', () => {
  expect(definitionCoverage(definedIn({}), 0)).toEqual({ lines: 0, measured: 0, percent: 100, unmeasured: [] })
  const data = { definition: [{ id: 'Q1', 'measured by': 'O1' }], objectives: [{ id: 'O1', by: 'soon' }] }
  expect(definitionCoverage(definedIn(data), 0).unmeasured).toEqual(['Q1'])
})
