import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { folderBlobs } from '../packages/server/src/blobs/index.ts'
import {
  type Database,
  openDatabase,
  openStore,
  type Store,
  transaction,
  uuidV7,
} from '../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { addMember } from '../packages/server/src/features/installation/index.ts'
import { HANDLERS } from '../packages/server/src/handlers.ts'
import { addSignIn, buildApp, connectBy, openSignIn } from '../packages/server/src/http/index.ts'
import { openKeys } from '../packages/server/src/secrets/index.ts'
import { publish } from '../packages/server/test/publish.ts'
import { startBrowser } from '../test/browser/browser.browser.ts'
import { buildWebWhereStale } from '../tools/build-web.ts'
import { ROOT } from '../tools/run-command.ts'
import type { BenchRow } from './bench-row.ts'
import { median } from './measuring.ts'

/** `AVOW_BENCH_PRESSES` for a smaller try. */
const PRESSES = Number(process.env['AVOW_BENCH_PRESSES'] ?? 200)
const ROWS = 40
/** Rows for gold customers alone, before those for everybody. */
const GOLD = 3
const WARM_UP = 5
const EMAIL = 'author@desk.example'
const PASSWORD = 'correct horse battery'

/** The retailer's charter, in five languages, with a table of 40 rows in its first promise. */
export function charterOfRows(): string {
  const text = readFileSync(join(ROOT, 'charters/retailer.yaml'), 'utf8')
  const channels = ['chat', 'email', 'phone', 'form', 'letter', 'counter']
  const reasons = ['damaged', 'late', 'wrong-item', 'change-of-mind', 'question', 'other']
  const rows = Array.from({ length: ROWS - 1 }, (_, row) => {
    const reason = reasons[Math.floor((row - GOLD) / channels.length) % reasons.length] ?? 'damaged'
    const tier = row < GOLD ? ', tier: gold' : ''
    return `      - { channel: ${channels[(row + channels.length - GOLD) % channels.length]}, reason: ${reason}${tier}, target: ${(row % 8) + 1} h of office }`
  })
  return text.replace(/( {4}table:\n)(?: {6}- .*\n)+?( {6}- \{ target: 8 h of office \})/, `$1${rows.join('\n')}\n$2`)
}

/** Key presses in the studio, until what the checks say of the new text stands in the margin, in Chromium. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-studio-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: join(folder, 'data') })
  const store = await openStore({
    connection: { ...database.app, max: 4 },
    retryWaits: [1, 2, 4, 8],
    handlers: EVENT_HANDLERS,
  })
  try {
    return await measure(folder, database, store)
  } finally {
    await store.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, database: Database, store: Store): Promise<BenchRow[]> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const desk = {
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: url,
    zoneData: 'bench',
    log: pino({ enabled: false }),
  }
  const workspace = uuidV7(Date.now())
  await store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Bench', is_first: true })
    .execute()
  await transaction(store, { workspace }, (tx) =>
    tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id: tx.newId(), address: 'help@desk.example', name: 'Bench' })
      .execute(),
  )
  await publish(store, workspace, charterOfRows())
  const user = await addSignIn(desk, { email: EMAIL, name: 'Author', password: PASSWORD })
  await addMember(store, { workspace, user, name: 'Author', email: EMAIL, roles: ['admin'] })
  const app = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(database.app) },
    signIn: openSignIn(desk, { triesPerMinute: 10_000 }),
    version: 'bench',
    requestsPerMinute: 1_000_000,
    webFolder: await buildWebWhereStale(),
  })
  await app.listen({ host: '127.0.0.1', port })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(120_000)
    await openStudio(page, url)
    return await pressKeys(page)
  } finally {
    await browser.close()
    await app.close()
  }
}

async function openStudio(page: Page, url: string): Promise<void> {
  const headers = { origin: url }
  const signedIn = await page.request.post(`${url}/api/auth/sign-in/email`, {
    headers,
    data: { email: EMAIL, password: PASSWORD },
  })
  if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()}`)
  const made = await page.request.post(`${url}/api/v1/drafts`, { headers, data: { note: 'bench', from: 1 } })
  if (!made.ok()) throw new Error(`a draft: ${made.status()} ${await made.text()}`)
  const { id } = (await made.json()) as { id: string }
  await page.goto(`${url}/desk/charter/drafts/${id}`)
  await page.locator('main.studio[data-fresh="true"]').waitFor()
  await page.evaluate(WATCH)
}

/** Notes the time from each key to the frame in which the checks of the new text are drawn. Runs in the page. */
const WATCH = `
  window.presses = []
  const studio = document.querySelector('main.studio')
  let start
  document.addEventListener('keydown', ({ timeStamp }) => { start = timeStamp }, true)
  new MutationObserver(() => {
    if (studio.dataset.fresh !== 'true' || start === undefined) return
    const since = start
    start = undefined
    requestAnimationFrame(() => setTimeout(() => window.presses.push(performance.now() - since)))
  }).observe(studio, { attributes: true, attributeFilter: ['data-fresh'] })
`

/** Types into a cell of the table, one key after the other. */
async function pressKeys(page: Page): Promise<BenchRow[]> {
  const cell = page.locator('#part-promises-P1 [role="gridcell"]').last()
  await cell.click()
  await page.keyboard.press('Enter')
  for (let press = 0; press < WARM_UP + PRESSES; press++) {
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await page.waitForFunction(hasMore, 2 * press, { polling: 40 })
    await page.keyboard.press(String((press % 8) + 1))
    await page.waitForFunction(hasMore, 2 * press + 1, { polling: 40 })
  }
  const times = (await page.evaluate('window.presses')) as number[]
  const counted = times.slice(2 * WARM_UP)
  const p95 = counted.toSorted((a, b) => a - b)[Math.floor(counted.length * 0.95)] ?? Number.NaN
  return [
    {
      what: `key press to findings in the margin, ${ROWS}-row table: median`,
      value: median(counted),
      unit: 'ms',
      reach: '≤ 100',
      note: `${counted.length} keys in Chromium, five languages, examples tried with each; p95 ${p95.toFixed(0)} ms`,
    },
  ]
}

/** Runs in the page: whether more keys than these were answered. */
function hasMore(count: number): boolean {
  const presses: unknown = Reflect.get(globalThis, 'presses')
  return Array.isArray(presses) && presses.length > count
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (at !== null && typeof at === 'object' ? resolve(at.port) : reject(new Error('no port'))))
    })
  })
}
