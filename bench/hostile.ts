/** Hostile documents in the reader: each is refused with one placed error, and quickly. */
import { readCharter } from '@avow/core'
import type { BenchRow } from './bench-row.ts'
import { median } from './measuring.ts'

const HEAD = 'avow: 1\ncharter: x\nlanguages: [en]\nzone: Europe/Warsaw\n'
const RUNS = 5

const DOCUMENTS: Readonly<Record<string, string>> = {
  '`__proto__` as a name': `${HEAD}facts:\n  __proto__: { one of: [a] }\n`,
  '10,000 lists in each other': `${HEAD}facts: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  '10,000 block lists in each other': `${HEAD}facts:\n${'- '.repeat(10_000)}x\n`,
  '10,000 maps in each other, JSON': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a cell of 1 MB': `${HEAD}facts: { channel: { one of: [${'a, '.repeat(350_000)}] } }\n`,
  'a bomb of aliases': `${HEAD}${bomb()}`,
  'a NUL': `${HEAD}title: a\0b\n`,
  '100,000 keys': `${HEAD}facts:\n${Array.from({ length: 100_000 }, (_, key) => `  k${key}: yes or no\n`).join('')}`,
  '9 MB of letters': 'a'.repeat(9_000_000),
}

function bomb(): string {
  const names = 'abcdefgh'
  const line = (name: string, before: string) => `${name}: &${name} [${Array(9).fill(before).join(', ')}]\n`
  return [...names].map((name, index) => line(name, index === 0 ? 'x' : `*${names[index - 1]}`)).join('')
}

/** Median of five readings each, wall ms; the reader is warm. */
export async function run(): Promise<BenchRow[]> {
  for (let warm = 0; warm < 3; warm++) readCharter(`${HEAD}facts: { channel: { one of: [email, chat] } }\n`)
  return Object.entries(DOCUMENTS).map(([what, text]) => {
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now()
      const { document, findings } = readCharter(text)
      if (document !== undefined || findings.length === 0) throw new Error(`${what} was read`)
      return performance.now() - start
    })
    return { what: `hostile: ${what}`, value: median(times), unit: 'ms', reach: '≤ 100' }
  })
}

if (process.argv[1] === import.meta.filename) console.table(await run())
