import { readFileSync } from 'node:fs'
import { editText, openSource, readCharter, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { freshClause, freshValue } from './fresh-clause.ts'
import { formOf } from './stated-fields.ts'
import { STATED_KINDS } from './stated-kinds.ts'

const TEXT = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

test.each(STATED_KINDS)('a new $kind lacks nothing but the sentence that it is', ({ kind, section }) => {
  const source = openSource(TEXT)
  const { letter, fields } = freshClause(kind, fieldsOf(source && sourceData(source.root)), 2026)
  const value = { id: `${letter}9`, ...fields }
  const added = editText(TEXT, [{ kind: 'insert', path: [section], at: 0, value }])?.text ?? ''
  const errors = readCharter(added).findings.filter(({ severity }) => severity === 'error')
  const { isSaid = false } = formOf(kind)
  expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual(isSaid ? [`missing-field /${section}/0`] : [])
  // Before the examples, with the other clauses.
  expect(added.indexOf(`\n${section}:`)).toBeLessThan(added.indexOf('\nexamples:'))
})

test.each([
  [{ kind: 'date' }, '2027-12-31', '2027-12-31'],
  [{ kind: 'position' }, 'lead', 'field'],
  [{ kind: 'language' }, 'pl', 'en'],
  [{ kind: 'choice', values: ['pilot', 'open'], said: 'channel' }, 'pilot', 'pilot'],
  [{ kind: 'link', section: 'values' }, 'V1', 'field'],
  [{ kind: 'links', section: 'values' }, ['V1'], []],
  [{ kind: 'links' }, ['P1'], []],
  [{ kind: 'text' }, 'field', 'field'],
  [{ kind: 'words' }, 'field', 'field'],
] as const)('a field that is %o begins with something of the charter', (type, of, without) => {
  const data = { languages: ['pl', 'en'], positions: ['lead'], values: [{ id: 'V1' }], promises: [{ id: 'P1' }] }
  expect([freshValue('field', type, data, 2026), freshValue('field', type, {}, 2026)]).toEqual([of, without])
})
