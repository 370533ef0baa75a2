/** The public pages, in Chromium, as their readers see them. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { makeLink } from '../../packages/server/src/features/links/index.ts'
import { registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { addAgent, addFirstWorkspace, addMonth, addRequest } from '../../packages/server/test/site/site-workspace.ts'
import { violationsIn } from './barriers.ts'
import { startBrowser } from './browser.browser.ts'
import { BOTH_WAYS, looksInTurn } from './looks.ts'

/** Where pictures of every page are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const LANGUAGES = ['en', 'ar'] as const
const THEMES = ['light', 'dark'] as const
const WIDTHS = [320, 900, 1440] as const
const HOUR = 3_600_000

let app: TestApp
let browser: Browser
/** Paths below the language. */
let pages: Readonly<Record<string, string>>

beforeAll(async () => {
  app = await openTestApp({ site: registerSite })
  const { store } = app.desk
  const workspace = await addFirstWorkspace(store)
  const agent = await addAgent(store, workspace)
  await addMonth(store, workspace, agent)
  const link = (request: Parameters<typeof addRequest>[2], purpose: 'follow' | 'rate' = 'follow') =>
    transaction(store, { workspace }, async (tx) => {
      const { ticket } = await addRequest(tx, agent, request)
      return makeLink(tx, { ticket, purpose, days: 30 })
    })
  const answered = await link({ ago: 100 * HOUR, reason: 'damaged', answeredAfter: HOUR })
  pages = {
    help: '',
    charter: '/charter',
    entitled: '/charter/entitled?reason=damaged&bought=2020-01-31',
    form: '/requests/new',
    waiting: `/requests/${await link({ ago: HOUR / 4, reason: 'damaged' })}?opened`,
    answered: `/requests/${answered}`,
    late: `/requests/${await link({ ago: 200 * HOUR, answeredAfter: 150 * HOUR, solvedAfter: 160 * HOUR })}`,
    rate: `/requests/${await link({ ago: 100 * HOUR, answeredAfter: HOUR }, 'rate')}/rate/4`,
    gone: '/requests/not-a-link-of-ours-at-all',
  }
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url)) trouble.push(request.url())
  })
  await page.goto(`${app.url}${path}`)
  return { page, trouble }
}

const NAMES = ['help', 'charter', 'entitled', 'form', 'waiting', 'answered', 'late', 'rate', 'gone'] as const

it.each(NAMES.flatMap((name, turn) => looksInTurn(BOTH_WAYS, turn).map((look) => [name, ...look] as const)))(
  '%s has nothing that bars people, in %s, %s',
  async (name, language, colorScheme) => {
    const { page, trouble } = await open(`/${language}${pages[name]}`, { colorScheme })
    const violations = await violationsIn(page)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(trouble.filter((text) => !text.includes('404'))).toEqual([])
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      language === 'ar' ? 'rtl' : 'ltr',
    ])
    await page.context().close()
  },
)

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(NAMES)('%s fits a screen 320 pixels wide', async (name) => {
    const { page } = await open(`/${language}${pages[name]}`, { viewport: { width: 320, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.context().close()
  })
})

it('carries no script and no style of single elements', async () => {
  for (const name of NAMES) {
    const markup = await (await fetch(`${app.url}/en${pages[name]}`)).text()
    expect(markup).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i)
  }
})

if (SCREENSHOTS !== undefined) {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const views = NAMES.flatMap((name) =>
    LANGUAGES.flatMap((language) =>
      THEMES.flatMap((theme) => WIDTHS.map((width) => [name, language, theme, width] as const)),
    ),
  )
  it.each(views)('a picture of %s in %s, %s, %i pixels wide', async (name, language, colorScheme, width) => {
    const { page } = await open(`/${language}${pages[name]}`, { colorScheme, viewport: { width, height: 900 } })
    const path = join(SCREENSHOTS, `public-${name}-${language}-${colorScheme}-${width}.png`)
    await page.screenshot({ path, fullPage: true })
    await page.context().close()
  })
}
