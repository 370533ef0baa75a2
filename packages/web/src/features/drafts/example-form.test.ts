import { readFileSync } from 'node:fs'
import { editText, openSource, type SourceEdit, sourceData } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { fieldsOf, listOf } from './charter-data.ts'
import { DraftChecker } from './check-draft.ts'
import { expectWhatCame, isLocalTime, newExample } from './example-form.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const TEXT = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')
const CLAUSES = { promises: ['P1', 'P2'], remedies: ['R1'] }

const examplesOf = (text: string) => {
  const source = openSource(text)
  return listOf(fieldsOf(source && sourceData(source.root))['examples']).map(fieldsOf)
}
const edited = (text: string, edits: readonly SourceEdit[]) => {
  const made = editText(text, edits)
  if (made === undefined) throw new Error(JSON.stringify(edits))
  return made.text
}

describe('a new example', () => {
  it('is at the time of the last one and expects something of the first promise', () => {
    expect(newExample(examplesOf(TEXT), CLAUSES, NOW)).toEqual({
      given: { at: '2026-12-23T10:00' },
      expect: { P1: { due: '2026-12-23T10:00' } },
    })
    expect(newExample([], CLAUSES, NOW)).toMatchObject({ given: { at: '2026-11-22T10:00' } })
    expect(newExample([], { promises: [], remedies: ['R1'] }, NOW)).toMatchObject({ expect: { R1: { row: 1 } } })
  })
})

describe('what came out, taken for what is expected', () => {
  const wrong = [
    {
      given: { channel: 'email', tier: 'gold', at: '2026-12-23T16:30' },
      expect: { P1: { due: '2026-12-23T17:30', row: 2 } },
    },
    { given: { channel: 'email', at: '2026-12-21T09:00' }, expect: { P1: 'none', P6: { due: '2026-12-21T13:00' } } },
    { given: { channel: 'chat', at: '2026-12-24T11:59:30' }, expect: { P1: { due: '2026-12-24T12:00' } } },
    {
      given: { reason: 'damaged', bought: '2026-12-01', price: '45.00 EUR', at: '2026-12-23T10:00' },
      expect: { R1: { allow: ['refund'], 'up to': '10 EUR', row: 5 } },
    },
    { given: { reason: 'other', at: '2026-12-23T10:00' }, expect: { R1: { allow: ['apology'], 'up to': '10 EUR' } } },
  ]

  it('comes out, whatever was wrong', () => {
    const text = edited(TEXT, [{ kind: 'set', path: ['examples'], value: wrong }])
    const checker = new DraftChecker()
    expect(checker.find(text, NOW).filter(({ severity }) => severity === 'error')).toEqual([])
    const failed = checker.try(text, NOW) ?? []
    expect(failed.map(({ failures }) => failures.length > 0)).toEqual([true, true, true, true, true])
    const mended = failed.reduce(
      (now, { number, failures }) => edited(now, expectWhatCame(failures, ['examples', number - 1])),
      text,
    )
    expect(new DraftChecker().find(mended, NOW).filter(({ severity }) => severity === 'error')).toEqual([])
    expect((new DraftChecker().try(mended, NOW) ?? []).flatMap(({ failures }) => failures)).toEqual([])
    expect(examplesOf(mended)[1]?.['expect']).toMatchObject({ P6: 'none' })
    expect(examplesOf(mended)[2]?.['expect']).toEqual({ P1: { due: '2026-12-28T08:01:30' } })
  })
})

describe('a time of an example', () => {
  it('goes into a field for times where it is one of the charter’s zone, to the minute', () => {
    expect(isLocalTime('2026-12-23T16:30')).toBe(true)
    for (const written of ['2026-12-23T16:30Z', '2026-12-23T16:30:10', '2026-12-23', undefined])
      expect(isLocalTime(written)).toBe(false)
  })
})
