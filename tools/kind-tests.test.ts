import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kindTests } from './kind-tests.ts'
import { ROOT } from './run-command.ts'
import { sourceTree } from './source-files.ts'

it('tests that name core’s lists of kinds, or read a charter with one of each, know of kinds', () => {
  const texts: Readonly<Record<string, string>> = {
    'a.test.ts': 'it.each(STATED_KINDS)',
    'b.test.ts': 'MY_STATED_KINDS',
    'c.test.ts': "import { MIXED } from '../mixed-charter.ts'",
    'd.ts': 'STATED_KINDS',
  }
  expect(kindTests(Object.keys(texts), (path) => texts[path] ?? '')).toEqual(['a.test.ts', 'c.test.ts'])
})

it('those of words, fields, the page and every public byte are among ours', () => {
  const ours = kindTests(sourceTree(ROOT).files, (path) => readFileSync(join(ROOT, path), 'utf8'))
  const named = [
    'field-words',
    'stated-fields',
    'fresh-clause',
    'charter-page',
    'kind-traits',
    'public-bytes',
    'suggestions',
  ]
  expect(named.filter((name) => !ours.some((path) => path.endsWith(`/${name}.test.ts`)))).toEqual([])
})
