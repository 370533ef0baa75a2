import { termWords } from '@avow/contract'
import { charterJsonSchema } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { freshClause } from './fresh-clause.ts'
import { COMMON_FIELDS, formOf } from './stated-fields.ts'
import { STATED_KINDS } from './stated-kinds.ts'

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Filled in for every kind alike, or row by row in a table of its own. */
const ELSEWHERE = new Set([
  'id',
  'audience',
  'says',
  'because',
  'when',
  'hit',
  'table',
  'steps',
  'benchmarks',
  'amends',
  'best for',
])

describe.each(STATED_KINDS)('a $kind in the document view', ({ kind, section }) => {
  const schema: Schema = charterJsonSchema()
  const read = Object.keys(schema.properties?.[section]?.items?.properties ?? {})
  const { fields, texts = [] } = formOf(kind)

  it('has every field that the reader knows', () => {
    const shown = [...COMMON_FIELDS, ...fields].map(({ name, at: [first = name] = [] }) => String(first))
    const wanted = read.filter((name) => !ELSEWHERE.has(name))
    expect(new Set([...shown, ...texts])).toEqual(new Set(wanted))
  })

  it('has its dates and positions told in words', () => {
    const said = (name: string, written: string) => termWords(name, written, { words, of })
    for (const { name, form } of fields) {
      if (form.kind === 'date') expect(said(name, '2027-06-30'), name).not.toBe('2027-06-30')
      if (form.kind === 'position') expect(said(name, 'lead'), name).toBe('position lead')
      if (form.kind === 'calendar') expect(said(name, 'office'), name).toBe('calendar office')
    }
  })
})

it('begins the ids of each kind with a letter of its own', () => {
  const letters = STATED_KINDS.map(({ kind }) => freshClause(kind, {}, 2026).letter)
  expect(new Set(letters).size).toBe(letters.length)
})

const words = {
  locale: 'en',
  say: (key: string) => key,
  sayCode: () => undefined,
  number: String,
  list: (items: readonly string[]) => items.join(', '),
}
const as = (kind: string) => (name: string) => `${kind} ${name}`
const of = {
  calendar: as('calendar'),
  event: as('event'),
  fact: as('fact'),
  position: as('position'),
  factValue: (_: string, value: string | number) => String(value),
}
