import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { chances } from './chances.ts'
import { largeCharter } from './large-charter.ts'

const BIN = resolve(import.meta.dirname, '../packages/cli/bin/avow.mjs')
const RUNS = 5
const ROWS = 300

/** `avow check --quick` of a charter with one table of 300 rows, from the start of the process to its end. */
export function run(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'avow-check-'))
  try {
    const file = join(folder, 'charter.yaml')
    writeFileSync(file, largeCharter(ROWS, chances(1)))
    // The first start in a checkout compiles the program, and leaves what it compiled to the next ones.
    timed(file)
    const seconds = Array.from({ length: RUNS }, () => timed(file)).sort((a, b) => a - b)
    const [fastest = 0, , median = 0] = seconds
    return [
      {
        what: `avow check --quick of a charter with ${ROWS} rows, whole process`,
        value: median,
        unit: 's',
        reach: '≤ 0.5',
        note: `wall clock, median of ${RUNS}; the fastest ${fastest.toFixed(3)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timed(file: string): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'check', '--quick', file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`avow check --quick ended with ${status}: ${stderr}`)
  return (performance.now() - start) / 1000
}
