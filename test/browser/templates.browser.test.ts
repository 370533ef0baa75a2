/** The charters to begin with, and what is suggested to a company of a sector, in Chromium on the real server. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
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
const saved = (page: Page) => page.locator('.keeping', { hasText: /^Saved$/ }).waitFor()

/** The text of the draft that the window stands at, as the server has it. */
async function sourceAt(page: Page): Promise<string> {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const answer = await app.ask('GET', `/api/v1/drafts/${id}`, { cookie: author.cookie })
  return ((await answer.json()) as { source: string }).source
}

describe('the gallery', () => {
  it('is where a desk without a charter or a draft leads to', async () => {
    const { page, context, trouble } = await open('/charter/drafts')
    await page.getByRole('link', { name: 'Begin from a template' }).click()
    await page.getByRole('heading', { name: 'Templates', level: 1 }).waitFor()
    await page.goto(`${app.url}/desk/handbook`)
    await page.getByRole('main').getByRole('link', { name: 'Templates' }).last().waitFor()
    expect(trouble.filter((line) => !line.includes('404') && !line.includes('409'))).toEqual([])
    await context.close()
  })

  it('shows what each is for, and begins a draft in the languages and under the law that were kept', async () => {
    const { page, context, trouble } = await open('/charter/templates')
    await page.getByRole('heading', { name: /A shop/ }).waitFor()
    await page.getByLabel('Sector').selectOption({ label: 'telecommunications' })
    expect(await page.locator('.template-list > li').count()).toBe(1)
    await page.getByText(said('Sectors: trade with consumers and telecommunications')).waitFor()
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.getByLabel('Poland').check()
    await page.getByLabel('European Union').check()
    await page.getByLabel('Arabic').uncheck()
    await page.getByLabel('Amounts are in').selectOption('PLN')
    await page.locator('.template-text pre', { hasText: '120 PLN' }).waitFor()
    const text = (await page.locator('.template-text pre').textContent()) ?? ''
    expect(text).toContain('jurisdictions: [EU, PL]')
    expect(text).not.toMatch(/^ +ar: /m)
    expect(await barriersIn(page)).toEqual([])
    await shoot(page, 'template-telecom-en-light')
    await page.getByRole('button', { name: 'Begin a draft with it' }).click()
    await page.locator('.studio[data-fresh="true"]').waitFor()
    expect(await sourceAt(page)).toBe(text)
    // Its positions are held by nobody yet; nothing is wrong with it.
    expect(await page.locator('.remark.broken').count()).toBe(0)
    expect(trouble).toEqual([])
    await context.close()
  })

  it('stands in Arabic, dark, and on a small screen', async () => {
    const { page, context, trouble } = await open('/charter/templates', { locale: 'ar', colorScheme: 'dark' })
    await page.locator('.template-list > li').first().waitFor()
    expect(await page.locator('.template-list > li').count()).toBe(10)
    expect(await barriersIn(page)).toEqual([])
    await shoot(page, 'templates-ar-dark')
    await page.setViewportSize({ width: 400, height: 800 })
    await page.locator('.template-list button').first().click()
    await page.locator('.template-text pre').waitFor()
    await shoot(page, 'templates-ar-dark-400')
    expect(trouble).toEqual([])
    await context.close()
  })
})

describe('suggestions for the sector', () => {
  const list = (page: Page) => page.locator('.sector-list > li')

  it('follow the profile, change nothing but what is taken, and are taken back as any change', async () => {
    const { page, context, trouble } = await open('/charter/templates')
    await page.getByRole('heading', { name: /From scratch/ }).waitFor()
    const scratch = page.locator('.template-list > li', { hasText: 'From scratch' })
    await scratch.getByRole('button', { name: 'Look at it' }).click()
    await scratch.getByRole('button', { name: 'Begin a draft with it' }).click()
    await page.locator('.studio[data-fresh="true"]').waitFor()
    const blank = await sourceAt(page)

    await page.getByText('Suggestions for your sector').click()
    await page.getByText('Once the law pack and the sector are named above').waitFor()
    await page.getByLabel('Law pack', { exact: true }).selectOption({ label: 'Poland' })
    await page
      .getByLabel('What the company is to the law', { exact: true })
      .selectOption({ label: 'telecommunications' })
    await page.getByRole('button', { name: 'Name the law' }).click()
    await list(page).getByText('While a bill is disputed').waitFor()
    await page.getByText(said('One row of the law packs binds here')).waitFor()
    await saved(page)
    const telecom = await sourceAt(page)
    // The profile is the one thing that was written.
    const law = /\nlaw:(?:.*\n)(?: {2}.*\n)*/
    expect(telecom).toMatch(law)
    expect(telecom.replace(law, '\n')).toBe(blank)

    const add = page.getByLabel('+ sector')
    await add.selectOption({ label: 'public services' })
    await page.getByRole('button', { name: /Remove .*telecommunications/ }).click()
    await list(page).getByText('Everybody is treated alike').waitFor()
    expect(await list(page).getByText('While a bill is disputed').count()).toBe(0)
    await saved(page)
    const office = await sourceAt(page)
    expect(office).toBe(telecom.replace('sectors: [telecom]', 'sectors: [public-service]'))
    await shoot(page, 'sector-suggestions-en-light')

    await page.getByRole('button', { name: /Take: .*Everybody is treated alike/ }).click()
    await page.locator('#part-values-V1').waitFor()
    await saved(page)
    const more = await sourceAt(page)
    expect(more).toContain('Everybody is treated alike, and learns why we decided as we did.')
    const lines = more.split('\n')
    expect(office.split('\n').filter((line) => !lines.includes(line))).toEqual([])
    expect(await list(page).getByText('Everybody is treated alike').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await list(page).getByText('Everybody is treated alike').waitFor()
    await saved(page)
    expect(await sourceAt(page)).toBe(office)
    // Its own first promise is of that clock already.
    expect(await list(page).getByText('A person answers you within').count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('stand in Arabic, dark', async () => {
    const answer = await app.ask('GET', '/api/v1/templates/shop?jurisdictions=PL,EU', { cookie: author.cookie })
    const { source } = (await answer.json()) as { source: string }
    const text = source.slice(0, source.indexOf('values:\n')) + source.slice(source.indexOf('definition:'))
    const started = await app.ask('POST', '/api/v1/drafts', {
      cookie: author.cookie,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { source: text },
    })
    const { id } = (await started.json()) as { id: string }
    const { page, context, trouble } = await open(`/charter/drafts/${id}`, { locale: 'ar', colorScheme: 'dark' })
    await page.locator('.sector > summary').click()
    await list(page).first().waitFor()
    expect(await list(page).count()).toBe(5)
    expect(await barriersIn(page)).toEqual([])
    await shoot(page, 'sector-suggestions-ar-dark')
    expect(trouble).toEqual([])
    await context.close()
  })
})
