import { type CompiledCharter, checkCharter, compileDraft, diagramSizes, diffCharters, readCharter } from '@avow/core'
import type { BenchRow } from './bench-row.ts'
import { chances } from './chances.ts'
import { charterOfRows } from './charter-of-rows.ts'
import { largeCharter } from './large-charter.ts'
import { median } from './measuring.ts'

const AS_OF = Date.UTC(2026, 10, 22)
const SEEDS = [1, 2, 3, 4, 5]
const PRESSES = 60

/** The exact checks and the difference of two versions, in CPU time of this thread: medians of 5 runs over 5 random tables each. */
export async function run(): Promise<BenchRow[]> {
  return [...tables(), keyPress()]
}

function tables(): BenchRow[] {
  return [
    { rows: 40, reach: '≤ 100' },
    { rows: 300, reach: '≤ 1,000' },
  ].flatMap(({ rows, reach }) => {
    const charters = SEEDS.map((seed) => compile(largeCharter(rows, chances(seed))))
    const next = SEEDS.map((seed) => compile(changed(largeCharter(rows, chances(seed)))))
    const found = charters.map((charter) => check(charter))
    const differences = charters.map((charter, index) => diff(charter, next[index] ?? charter))
    const size = `${rows} rows × 6 columns`
    const note = (counts: readonly number[], what: string) =>
      `${counts.reduce((sum, count) => sum + count, 0)} ${what} in ${SEEDS.length} tables`
    return [
      {
        what: `all checks of a table, ${size}`,
        value: cpuMs(() => charters.map(check)),
        unit: 'CPU-ms',
        reach,
        note: `${note(found, 'findings')}; diagrams of ${charters.map(nodes).join(', ')} nodes`,
      },
      {
        what: `difference of two versions, ${size}`,
        value: cpuMs(() => charters.map((charter, index) => diff(charter, next[index] ?? charter))),
        unit: 'CPU-ms',
        reach,
        note: note(differences, 'changed regions'),
      },
    ]
  })
}

/** What the studio's worker does at a key in one table of a whole charter, from the text to its findings; calendars are kept. */
function keyPress(): BenchRow {
  const text = charterOfRows()
  const { zone, calendars } = compile(text)
  const typed = (hours: number) => text.replace('target: 7 h of office }', `target: ${hours} h of office }`)
  const times = Array.from({ length: PRESSES + 5 }, (_, press) => {
    const draft = typed(10 + press)
    const start = performance.now()
    const { document } = readCharter(draft)
    if (document !== undefined) checkCharter(document, { asOf: AS_OF, zone, calendars })
    return performance.now() - start
  }).slice(5)
  return {
    what: 'reading and all checks of a charter in five languages after a key in its table of 40 rows: median',
    value: median(times),
    unit: 'ms',
    reach: '≤ 100',
    note: `${PRESSES} keys, without the page; at most ${Math.max(...times).toFixed(0)} ms`,
  }
}

function nodes({ document }: CompiledCharter): number {
  return diagramSizes(document).reduce((sum, { nodes }) => sum + nodes, 0)
}

function check(charter: CompiledCharter): number {
  return checkCharter(charter.document, { asOf: AS_OF, zone: charter.zone, calendars: charter.calendars }).length
}

function diff(old: CompiledCharter, fresh: CompiledCharter): number {
  return diffCharters(old, fresh, AS_OF).reduce((sum, { parts }) => sum + parts.length, 0)
}

/** The next version: every row that promised 7 h now promises 9 h, and channels that were phone are chat. */
function changed(text: string): string {
  return text.replaceAll('target: 7 h', 'target: 9 h').replaceAll('channel: phone', 'channel: chat')
}

function compile(text: string): CompiledCharter {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'))
  return compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'bench' })
}

/** CPU time of one table, ms: the median of 5 runs after one to warm up. */
function cpuMs(work: () => unknown): number {
  const times: number[] = []
  for (let round = -1; round < 5; round++) {
    const before = process.threadCpuUsage()
    // The system counts CPU time in steps of some ms, so a run repeats the work.
    for (let pass = 0; pass < 4; pass++) work()
    const used = process.threadCpuUsage(before)
    if (round >= 0) times.push((used.user + used.system) / 1000 / (4 * SEEDS.length))
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
}
