import { readFileSync } from 'node:fs'
import { openSource, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { clauseOfPart, dependentsIn } from './clause-dependents.ts'

function dataOf(text: string) {
  const source = openSource(text)
  return fieldsOf(source && sourceData(source.root))
}

const TEXT = `values:
  - { id: V1, shown by: [P1, R1] }
objectives:
  - { id: O1, value: V1, measure: kept(P1) }
  - { id: O2, measure: satisfaction }
promises:
  - { id: P1, objective: O1, when: { for: P1 }, table: [{ priority: P1, target: 1 h }], if broken: { remedy: R1 } }
agreements:
  - { id: L1, for: P1 }
procedures:
  - { id: D1, objective: O1, standards: [P1], steps: [{ decide: R1 }, { decide: R1 }] }
remedies:
  - { id: R1, table: [{ tell: [X1] }] }
exclusions:
  - { id: X1 }
examples:
  - { given: {}, expect: { P1: { row: 1 } } }
  - { given: {}, expect: { P1: { row: 1 }, R1: { allow: none } } }
`
const shown = (section: string, id: string) => {
  const { clauses, examples, further } = dependentsIn(dataOf(TEXT), section, id)
  const said = (those: typeof clauses) => those.map((one) => `${one.section}/${one.id} ${one.fields.join(', ')}`)
  return [said(clauses), examples, said(further)]
}

test('what speaks of a clause depends on it, each clause once with the fields by which it does', () => {
  expect(shown('promises', 'P1')).toEqual([
    ['values/V1 shown by', 'objectives/O1 measure', 'procedures/D1 standards', 'agreements/L1 for'].toSorted(byPlace),
    2,
    [],
  ])
  expect(shown('remedies', 'R1')).toEqual([
    ['values/V1 shown by', 'promises/P1 remedy', 'procedures/D1 decide'].toSorted(byPlace),
    1,
    [],
  ])
  expect(shown('exclusions', 'X1')).toEqual([['remedies/R1 tell'], 0, []])
  expect(shown('objectives', 'O2')).toEqual([[], 0, []])
})

/** In the order in which a charter is read to people. */
function byPlace(a: string, b: string): number {
  const order = ['values', 'objectives', 'promises', 'remedies', 'procedures', 'agreements']
  return order.indexOf(a.split('/')[0] ?? '') - order.indexOf(b.split('/')[0] ?? '')
}

test('what serves the objectives of a value hangs in the air without the value', () => {
  expect(shown('values', 'V1')).toEqual([
    ['objectives/O1 value'],
    0,
    ['promises/P1 objective', 'procedures/D1 objective'],
  ])
  expect(shown('objectives', 'O1')).toEqual([['promises/P1 objective', 'procedures/D1 objective'], 0, []])
})

test('a clause that speaks of itself does not depend on itself', () => {
  const data = dataOf('channels:\n  - { id: C1, moves to: C1 }\n')
  expect(dependentsIn(data, 'channels', 'C1').clauses).toEqual([])
})

test('a shipped charter tells of each promise what stands on it', () => {
  const text = readFileSync(new URL('../../../../../charters/utility.yaml', import.meta.url), 'utf8')
  const { clauses } = dependentsIn(dataOf(text), 'promises', 'U1')
  expect(clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(['V1', 'O1']))
})

test('parts that are no clauses have nobody who speaks of them', () => {
  expect(clauseOfPart('promises/P1')).toEqual({ section: 'promises', id: 'P1' })
  expect([clauseOfPart('head'), clauseOfPart('calendars/office')]).toEqual([undefined, undefined])
})
