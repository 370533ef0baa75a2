import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchRow } from '../bench/bench-row.ts'
import { ROOT, run } from './run-command.ts'

const RESULTS = join(ROOT, 'bench/results.json')
const TABLE = join(ROOT, 'docs/benchmarks.md')
const BEGIN = '<!-- table: written by npm run bench -->'
const END = '<!-- end of table -->'

export interface BenchResult {
  /** The bench's name: its file in bench/ without `.ts`. */
  readonly bench: string
  /** When it ran, RFC 3339 UTC. */
  readonly at: string
  readonly machine: string
  readonly rows: readonly BenchRow[]
}

/**
 * `npm run bench [-- NAME …]`: runs bench/NAME.ts, or all of them, each in a process of its own, and writes the figures
 * to bench/results.json and into the table of docs/benchmarks.md. Figures of benches that did not run stay.
 */
export async function main(names: readonly string[]): Promise<number> {
  const known = benchNames()
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(
      `There is no bench ${unknown.map((name) => `“${name}”`).join(', ')}. There are: ${known.join(', ') || 'none yet'}.`,
    )
    return 2
  }
  const results = new Map(readResults().map((result) => [result.bench, result]))
  const failed: string[] = []
  for (const bench of names.length > 0 ? names : known) {
    console.log(`${bench} …`)
    const rows = await runBench(bench)
    if (rows === undefined) failed.push(bench)
    else results.set(bench, { bench, at: new Date().toISOString(), machine: machine(), rows })
  }
  // A bench whose file has gone leaves no figure behind.
  const kept = known.flatMap((bench) => results.get(bench) ?? [])
  writeFileSync(RESULTS, `${JSON.stringify(kept, undefined, 2)}\n`)
  writeFileSync(TABLE, withTable(existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : NEW_PAGE, markdownTable(kept)))
  console.log(`\n${markdownTable(kept)}`)
  for (const bench of failed) console.log(`The bench ${bench} failed; its message stands above.`)
  return failed.length === 0 ? 0 : 1
}

const NEW_PAGE = `# Measured figures\n\nRepeat them with \`npm run bench\`, or one with \`npm run bench -- NAME\`.\n\n${BEGIN}\n${END}\n`

/** The files of bench/ that export \`run\`, by name. */
function benchNames(): string[] {
  return readdirSync(join(ROOT, 'bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) =>
      /^export (?:async )?(?:function|const) run\b/m.test(readFileSync(join(ROOT, 'bench', file), 'utf8')),
    )
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

function readResults(): BenchResult[] {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as BenchResult[]) : []
}

async function runBench(bench: string): Promise<BenchRow[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-bench-'))
  const rowsFile = join(folder, 'rows.json')
  const program = `
    const { run } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'bench', `${bench}.ts`)).href)})
    const { writeFileSync } = await import('node:fs')
    writeFileSync(${JSON.stringify(rowsFile)}, JSON.stringify(await run()))`
  try {
    const { code } = await run(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program], {
      show: true,
    })
    return code === 0 ? (JSON.parse(readFileSync(rowsFile, 'utf8')) as BenchRow[]) : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`

/** The rows of all benches as one Markdown table, the machines and days below it. */
export function markdownTable(results: readonly BenchResult[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const rows = results.flatMap(({ bench, rows }) =>
    rows.map((row) => [bench, row.what, `${readable(row.value)} ${row.unit}`, row.reach ?? '', row.note ?? '']),
  )
  const table = [['bench', 'what', 'measured', 'to reach', 'note'], ['---', '---', '---:', '---', '---'], ...rows]
  const lines = table.map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  const origins = results.map(({ bench, at, machine }) => `- ${bench}: ${at.slice(0, 10)}, ${machine}`)
  return [...lines, '', ...origins].join('\n')
}

/** Three significant digits at least, thousands parted: 12,345,678 · 0.123 · 45.6 */
function readable(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Math.abs(value) < 100) return String(Number(value.toPrecision(3)))
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The page with its table replaced; where the page has no place for it, at its end. */
export function withTable(page: string, table: string): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  const block = `${BEGIN}\n${table}\n${END}`
  if (begin === -1 || end < begin) return `${page.trimEnd()}\n\n${block}\n`
  return page.slice(0, begin) + block + page.slice(end + END.length)
}
