import { readFileSync } from 'node:fs'
import { editText, openSource, readCharter, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { freshClause } from './fresh-clause.ts'
import { STATED_FORMS } from './stated-fields.ts'
import { STATED_KINDS } from './stated-kinds.ts'

const TEXT = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

test.each(STATED_KINDS)('a new $kind lacks nothing but the sentence that it is', ({ kind, section }) => {
  const source = openSource(TEXT)
  const { letter, fields } = freshClause(kind, fieldsOf(source && sourceData(source.root)), 2026)
  const value = { id: `${letter}9`, ...fields }
  const added = editText(TEXT, [{ kind: 'insert', path: [section], at: 0, value }])?.text ?? ''
  const errors = readCharter(added).findings.filter(({ severity }) => severity === 'error')
  const { isSaid = false } = STATED_FORMS[kind]
  expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual(isSaid ? [`missing-field /${section}/0`] : [])
  // Before the examples, with the other clauses.
  expect(added.indexOf(`\n${section}:`)).toBeLessThan(added.indexOf('\nexamples:'))
})
