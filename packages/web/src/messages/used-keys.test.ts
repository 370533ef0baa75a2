import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyWord } from '../../test/every-word.ts'

test('every message is shown somewhere', async () => {
  // What the desk says of charters as mails do stands in the contract.
  const folders = ['../', '../../../contract/src/words/'].map((folder) => new URL(folder, import.meta.url).pathname)
  const sources = folders
    .flatMap((root) => globSync('**/*.{ts,tsx}', { cwd: root }).map((file) => ({ file, path: `${root}${file}` })))
    .filter(({ file }) => !/^messages\/[a-z]{2}(?:\/|\.ts$)|\.test\.ts$/.test(file))
    .map(({ path }) => readFileSync(path, 'utf8'))
    .join('\n')
  // Keys that are put together from a code: `why.${code}`.
  const beginnings = [...sources.matchAll(/`([a-z][a-z-]*\.[a-z.-]*)\$\{/g)].map(([, beginning]) => beginning ?? '')
  const { words } = await everyWord('en')
  const unused = Object.keys(words).filter(
    (key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  expect(unused).toEqual([])
})
