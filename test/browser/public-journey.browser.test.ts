/** A customer’s way through the public pages in Chromium, without any script: writing, following, writing again, rating. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { ratingLinks } from '../../packages/server/src/features/ratings/index.ts'
import { registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { addAgent, addFirstWorkspace, addRequest } from '../../packages/server/test/site/site-workspace.ts'
import { startBrowser } from './browser.browser.ts'

const HOUR = 3_600_000

let app: TestApp
let browser: Browser
let workspace: string
let agent: string
beforeAll(async () => {
  app = await openTestApp({ site: registerSite })
  workspace = await addFirstWorkspace(app.desk.store)
  agent = await addAgent(app.desk.store, workspace)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function reader(locale: string, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale, ...more })
  return context.newPage()
}

const newest = () =>
  transaction(app.desk.store, { workspace }, (tx) =>
    tx.db
      .selectFrom('ticket')
      .select(['number', 'rating', 'messages', 'language'])
      .where('workspace_id', '=', workspace)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )

const WORDS = {
  en: { write: 'Write to us', send: 'Send', news: 'We have your request.', taken: 'Your message is with us.' },
  ar: { write: 'راسلونا', send: 'إرسال', news: 'وصلنا طلبكم.', taken: 'وصلتنا رسالتكم.' },
} as const

describe.each(['en', 'ar'] as const)('a customer who reads %s', (language) => {
  it('writes, corrects a mistake, follows the request and writes again, by the keyboard alone', async () => {
    const words = WORDS[language]
    const page = await reader(language === 'ar' ? 'ar-EG' : 'en-GB')
    await page.goto(app.url)
    await page.locator('main .button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/requests/new')
    const promised = await page.locator('.promise-before time').getAttribute('datetime')

    await page.locator('#field-name').focus()
    for (const typed of ['Zofia', 'zofia at home']) {
      await page.keyboard.type(typed)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.type('The kettle')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It leaks.')
    await page.keyboard.press('Tab')
    // What nobody sees is not met on the way.
    expect(await page.locator('button:focus').innerText()).toBe(words.send)
    await page.keyboard.press('Enter')

    await page.locator('[role=alert] a').click()
    expect(await page.locator('#field-message').inputValue()).toBe('It leaks.')
    await page.locator('#field-email').fill(`zofia.${language}@customer.example`)
    await page.locator('form button').click()

    await page.waitForURL('**/requests/*?opened')
    const { number } = await newest()
    expect(await page.locator('[role=status]').innerText()).toContain(words.news)
    expect(await page.locator('h1').innerText()).toContain(String(number))
    const told = await page.locator('[role=status] time').getAttribute('datetime')
    // While it is open, what is promised moves on as one writes.
    expect(Math.abs(Date.parse(told ?? '') - Date.parse(promised ?? ''))).toBeLessThan(HOUR / 4)

    await page.locator('#field-text').fill('It leaks more now.')
    await page.locator('form button').click()
    expect(await page.locator('[role=status]').innerText()).toContain(words.taken)
    expect(await page.locator('.message').count()).toBeGreaterThanOrEqual(2)
    await page.reload()
    expect((await newest()).messages).toBe(2)
    await page.context().close()
  })
})

it('one press in a mail’s page rates; opening it does not', async () => {
  const links = await transaction(app.desk.store, { workspace }, async (tx) => {
    const { ticket } = await addRequest(tx, agent, { ago: 2 * HOUR, answeredAfter: HOUR })
    return ratingLinks(tx, { ticket, publicUrl: app.url, language: 'en' })
  })
  const page = await reader('en')
  await page.goto(links[4]?.url ?? '')
  expect((await newest()).rating).toBeNull()
  await page.getByRole('button').press('Enter')
  expect((await newest()).rating).toBe(5)
  expect(await page.locator('[role=status]').innerText()).toContain('You rated us 5 of 5.')
  await page.locator('input[value="2"]').check({ force: true })
  await page.getByRole('button').click()
  expect((await newest()).rating).toBe(2)
  await page.context().close()
})

it('time runs from the side where reading begins', async () => {
  for (const language of ['en', 'ar'] as const) {
    const page = await reader('en', { javaScriptEnabled: true })
    await page.goto(`${app.url}/${language}/requests/new`)
    await page.locator('#field-name').fill('Zofia')
    await page.locator('#field-email').fill(`turned.${language}@customer.example`)
    await page.locator('#field-subject').fill('The kettle')
    await page.locator('#field-message').fill('It leaks.')
    await page.locator('form button').click()
    const [start, due] = await page.evaluate(() => {
      const [line] = document.querySelectorAll('.line')
      const left = (name: string) => line?.querySelector(name)?.getBoundingClientRect().left ?? 0
      return [left('.l-start'), left('.l-due')]
    })
    expect(start < due).toBe(language === 'en')
    const [first, last] = await page.evaluate(() => {
      const [labels] = document.querySelectorAll('.line-labels')
      return [labels?.firstElementChild, labels?.lastElementChild].map(
        (label) => label?.getBoundingClientRect().left ?? 0,
      )
    })
    expect((first ?? 0) < (last ?? 0)).toBe(language === 'en')
    await page.context().close()
  }
})

it('the charter prints, and keeps its lines where colours are forced', async () => {
  const page = await reader('en', { forcedColors: 'active' })
  await page.goto(`${app.url}/en/charter`)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.top nav').isVisible()).toBe(false)
  expect(await page.locator('.promise').first().isVisible()).toBe(true)
  await page.context().close()
})
