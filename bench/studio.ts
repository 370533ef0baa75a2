import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { addMember } from '../packages/server/src/features/installation/index.ts'
import { addSignIn } from '../packages/server/src/http/index.ts'
import { startBrowser } from '../test/browser/browser.browser.ts'
import { buildWebWhereStale } from '../tools/build-web.ts'
import { type BenchDesk, PASSWORD, served, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { charterOfRows, ROWS } from './charter-of-rows.ts'
import { median } from './measuring.ts'

/** `AVOW_BENCH_PRESSES` for a smaller try. */
const PRESSES = Number(process.env['AVOW_BENCH_PRESSES'] ?? 200)
const WARM_UP = 5
const EMAIL = 'author@desk.example'

/** Key presses in the studio, until what the checks say of the new text stands in the margin, in Chromium. */
export async function run(): Promise<BenchRow[]> {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  return withDesk({ name: 'studio', charter: charterOfRows(), publicUrl, connections: 4 }, (bench) =>
    measure(bench, port),
  )
}

async function measure(bench: BenchDesk, port: number): Promise<BenchRow[]> {
  const { desk, workspace } = bench
  const user = await addSignIn(desk, { email: EMAIL, name: 'Author', password: PASSWORD })
  await addMember(desk.store, { workspace, user, name: 'Author', email: EMAIL, roles: ['admin'] })
  return served(bench, { port, webFolder: await buildWebWhereStale() }, async (url) => {
    const browser = await startBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      page.setDefaultTimeout(120_000)
      await openStudio(page, url)
      return await pressKeys(page)
    } finally {
      await browser.close()
    }
  })
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
