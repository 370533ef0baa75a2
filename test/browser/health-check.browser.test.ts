/** The health check of a desk and the definition of excellent service, in Chromium. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let app: TestApp
let browser: Browser
let author: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  author = await app.signInAs(['author'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (path: string, options: object = {}) =>
  openWindow(browser, `${app.url}/desk${path}`, { person: author, ...options })
const shoot = async (page: Page, name: string) => {
  if (SCREENSHOTS === undefined) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true })
}

it('says that no charter is in force, and where one is begun', async () => {
  const { page, context } = await open('/charter/health')
  await page.getByText('No charter is in force').waitFor()
  expect(await barriersIn(page)).toEqual([])
  await context.close()
})

it('lists the gaps of a desk with a way to mend each, in English and in Arabic', async () => {
  const defined = `${ALWAYS_OPEN}definition:\n  - { id: Q1, answers: how-fast, says: As fast as promised., shown by: [P1] }\n`
  await publish(app.desk.store, app.workspace, defined)
  for (const [language, scheme] of [
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const) {
    const { page, context, trouble } = await open('/charter/health', { locale: language, colorScheme: scheme })
    await page.locator('.health-score').waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (language === 'en') {
      await page.getByText(said('5 questions of the definition are open')).waitFor()
      expect(await page.getByText('Tone, language and behaviour?').count()).toBe(1)
      expect(await page.getByRole('link', { name: 'P4', exact: true }).getAttribute('href')).toContain('/handbook#P4')
    }
    await shoot(page, `health-check-${language}-${scheme}`)
    expect(trouble).toEqual([])
    await context.close()
  }
})

it('the handbook says how much of the definition is measured, and the studio which questions are open', async () => {
  const { page, context, trouble } = await open('/handbook')
  await page.getByRole('heading', { name: 'What excellent service is' }).first().waitFor()
  await page.getByText(said('1 of 1 line has a live measure: 100%.')).waitFor()
  await shoot(page, 'definition-handbook')
  const started = await app.ask('POST', '/api/v1/drafts', {
    cookie: author.cookie,
    headers: { 'idempotency-key': randomUUID() },
    body: {},
  })
  const { id } = JSON.parse(await started.text())
  await page.goto(`${app.url}/desk/charter/drafts/${id}`)
  await page.getByText(said('5 questions have no answer yet.')).waitFor()
  await page.getByRole('button', { name: 'Which ethics?' }).click()
  await page.getByText(said('4 questions have no answer yet.')).waitFor()
  await page.getByText(said('1 of 2 lines have a live measure: 50%.')).waitFor()
  expect(await barriersIn(page)).toEqual([])
  await shoot(page, 'definition-studio')
  expect(trouble).toEqual([])
  await context.close()
})
