import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row.ts'
import { compareWithDecide } from './equals-decide.ts'
import { writeHistory } from './generate-history.ts'
import type { LoadAndJudge } from './load-and-judge.ts'
import { benchCharter, median } from './measuring.ts'
import { declaredBy, readHistory } from './read-history.ts'

const HISTORY = { tickets: 1_000_000, seed: 7 }
const CHARTERS = [
  { name: 'two-clocks', what: 'one table that decides two clocks, 5 calendars', reach: '≤ 0.8' },
  { name: 'full', what: 'full semantics, 8 promises', reach: '≤ 3' },
]
const PROCESSES = 5
/** `decide` takes some minutes for all; AVOW_LONG=1 asks it of every ticket, else of every fifth block of them. */
const EVERY = process.env['AVOW_LONG'] === '1' ? 1 : 5

/** A million generated tickets: reading their JSON lines, judging them by two charters, and whether `decide` says the same. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-history-'))
  const path = join(folder, 'history.jsonl')
  try {
    const lines = writeHistory(path, HISTORY)
    const megabytes = statSync(path).size / 1e6
    const processes = Array.from({ length: PROCESSES }, () => loadAndJudge(path))
    const figure = (of: (figures: LoadAndJudge) => number) => median(processes.map(of))
    const size = `${lines.toLocaleString('en')} lines, ${Math.round(megabytes)} MB; a process of its own, median of ${PROCESSES}`
    return [
      {
        what: 'reading 1 M tickets from JSON lines',
        value: figure(({ loadSeconds }) => loadSeconds),
        unit: 's',
        reach: '≤ 6',
        note: size,
      },
      { what: 'the same in CPU time', value: figure(({ loadCpuSeconds }) => loadCpuSeconds), unit: 'CPU-s' },
      ...CHARTERS.map(({ name, what, reach }, index) => ({
        what: `backtest of 1 M tickets, ${what}`,
        value: figure(({ judging }) => judging[index]?.cpuSeconds ?? Number.NaN),
        unit: 'CPU-s',
        reach,
        note: `bench/charters/${name}.yaml; third time in each process; the first, while the engine compiles: ${figure(({ judging }) => judging[index]?.first ?? Number.NaN).toFixed(2)}`,
      })),
      { what: 'memory after reading', value: figure(({ loadedMegabytes }) => loadedMegabytes), unit: 'MB' },
      {
        what: 'memory at most, reading and judging',
        value: figure(({ peakMegabytes }) => peakMegabytes),
        unit: 'MB',
        reach: '≤ 600',
      },
      ...differences(path),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function loadAndJudge(path: string): LoadAndJudge {
  const program = join(import.meta.dirname, 'load-and-judge.ts')
  const printed = execFileSync(process.execPath, [program, path, ...CHARTERS.map(({ name }) => name)], {
    encoding: 'utf8',
  })
  const figures: LoadAndJudge = JSON.parse(printed)
  return figures
}

/** Figures of a backtest that judges otherwise than `decide` would say nothing. */
function differences(path: string): BenchRow[] {
  const charters = CHARTERS.map(({ name }) => ({ name, charter: benchCharter(name) }))
  const { columns, account } = readHistory(path, declaredBy(charters.map(({ charter }) => charter)))
  return charters.map(({ name, charter }) => {
    const { tickets, commitments, differences, example } = compareWithDecide(
      charter,
      columns,
      HISTORY,
      account.until ?? 0,
      EVERY,
    )
    if (differences > 0) throw new Error(`${name}: ${differences} commitments differ from decide's; first: ${example}`)
    const note = `${commitments.toLocaleString('en')} commitments on ${tickets.toLocaleString('en')} tickets, one by one`
    return { what: `commitments that differ from decide’s (${name})`, value: differences, unit: '', reach: '0', note }
  })
}
