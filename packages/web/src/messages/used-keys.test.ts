import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyWord } from '../../test/every-word.ts'

test('every message is shown somewhere', async () => {
  const root = new URL('../', import.meta.url).pathname
  const sources = globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/^messages\/[a-z]{2}\/|\.test\.ts$/.test(file))
    .map((file) => readFileSync(`${root}${file}`, 'utf8'))
    .join('\n')
  // Keys that are put together from a code: `why.${code}`.
  const beginnings = [...sources.matchAll(/`([a-z][a-z-]*\.[a-z.-]*)\$\{/g)].map(([, beginning]) => beginning ?? '')
  const { words } = await everyWord('en')
  const unused = Object.keys(words).filter(
    (key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  expect(unused).toEqual([])
})
