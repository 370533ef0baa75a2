import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dataFolder, removeDesks, startDesk } from '../test/running/start-desk.ts'
import { buildWebWhereStale } from '../tools/build-web.ts'
import type { BenchRow } from './bench-row.ts'

const RUNS = 3

/** `npm start` to ready, and how much the browser loads before the desk shows its list. */
export async function run(): Promise<readonly BenchRow[]> {
  const web = await buildWebWhereStale()
  const data = dataFolder()
  try {
    const first = await timed(data)
    const again: number[] = []
    for (let index = 0; index < RUNS; index++) again.push(await timed(data))
    again.sort((a, b) => a - b)
    return [
      {
        what: 'npm start to ready, the demo of 2,000 tickets loaded',
        value: first,
        unit: 's',
        reach: '≤ 60',
        note: 'packages installed and pages built before',
      },
      {
        what: 'npm start to ready, again',
        value: again[1] ?? Number.NaN,
        unit: 's',
        reach: '≤ 3',
        note: `wall clock, median of ${RUNS}`,
      },
      {
        what: 'JavaScript of the desk until its list shows, gzip',
        value: firstLoad(web) / 1024,
        unit: 'KB',
        reach: '≤ 250',
        note: 'index.html’s script with everything that it imports at once, and the largest of the parts loaded beside it for the list and English words',
      },
    ]
  } finally {
    await removeDesks()
  }
}

async function timed(data: string): Promise<number> {
  const desk = await startDesk({ data })
  await desk.stop()
  return desk.startedWithin / 1000
}

/** Bytes of all scripts that index.html, the list's screen and the English words need, packed one by one. */
function firstLoad(folder: string): number {
  const assets = join(folder, 'assets')
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const wanted = new Set<string>()
  const take = (name: string): void => {
    if (wanted.has(name)) return
    wanted.add(name)
    const text = readFileSync(join(assets, name), 'utf8')
    for (const [, imported = ''] of text.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g)) take(imported)
  }
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const [, name = ''] of html.matchAll(/assets\/([^"']+\.js)/g)) take(name)
  for (const name of names) if (/^(tickets-screen|en|ticket-screen)-/.test(name)) take(name)
  return [...wanted].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
}
