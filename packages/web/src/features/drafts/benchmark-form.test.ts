import { editText, readCharter } from '@avow/core'
import { expect, it } from 'vitest'
import { benchmarkValue } from './benchmark-form.ts'
import { removeOne } from './list-edits.ts'

const TEXT = `avow: 1
charter: acme
languages: [en]
zone: Europe/Rome
promises: [ { id: P1, clock: resolution, table: [ { target: 2 days } ] } ]
objectives:
  - id: O1 # the only one
    says: { en: Fast }
    measure: kept(P1)
    target: 95%
    by: 2027-06-30 # midsummer
`
const path = ['objectives', 'O1', 'benchmarks']
const RIVAL = { of: ' Rival, Ltd', claims: '90%', source: 'their page: figures', date: '2026-05-01' }

it('a figure of somebody else is written once it is whole, read as such, and taken away with its field', () => {
  for (const name of ['of', 'claims', 'source', 'date'])
    expect(benchmarkValue({ ...RIVAL, [name]: ' ' })).toBeUndefined()
  const value = benchmarkValue(RIVAL)
  if (value === undefined) throw new Error('the figure is whole')
  const added = editText(TEXT, [{ kind: 'insert', path, at: 0, value }])?.text ?? ''
  expect(added.startsWith(TEXT.trimEnd())).toBe(true)
  const { document, findings, data } = readCharter(added)
  expect(findings).toEqual([])
  expect(document?.objectives[0]?.benchmarks).toMatchObject([
    { of: 'Rival, Ltd', claims: { percent: 90 }, source: 'their page: figures' },
  ])
  const written = (data as { objectives: { benchmarks: unknown }[] }).objectives[0]?.benchmarks
  expect(editText(added, removeOne(written, path, 0))?.text).toBe(TEXT)
})
