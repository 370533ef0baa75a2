/** Setting up, in Chromium, as who starts from nothing sees it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSignIn } from '../../packages/server/src/http/index.ts'
import { registerSetUp, registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { violationsIn } from './barriers.ts'
import { startBrowser } from './browser.browser.ts'
import { LOOKS, looksInTurn } from './looks.ts'

/** Where pictures of every step are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const CODE = 'code-for-test'
const PASSWORD = 'correct horse battery staple'
/** A charter that a company has, with gaps in it. */
const OWN = `avow: 1
charter: mine
languages: [en]
zone: UTC
title: Ours
positions: [clerk]
calendars: { always: { open: always, holidays until: 2099-12-31 } }
promises: [{ id: P1, audience: public, clock: resolution, says: "Settled within {target}.", table: [{ target: 1 day }] }]
authority: [{ id: A1, position: clerk, may: [apology] }]
remedies: [{ id: R1, table: [{ allow: [apology] }] }]
`

let app: TestApp
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  app = await openTestApp({
    site: async (scope, desk) => {
      const workspace = crypto.randomUUID()
      await desk.store.control
        .insertInto('control.workspace')
        .values({ id: workspace, slug: 'main', name: 'Avow', is_first: true })
        .execute()
      await registerSite(scope, desk)
      const options = { workspace, code: CODE, smtpPort: 2525, isFolder: true }
      await registerSetUp(scope, desk, openSignIn(desk), options)
    },
  })
  browser = await startBrowser()
  context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

let turn = 0

/** Looks at the step that is open now on a narrow screen, in the languages of its turn. */
async function look(name: string, path: string): Promise<void> {
  const cookies = await context.cookies()
  turn += 1
  for (const [language, colorScheme] of looksInTurn(LOOKS, turn)) {
    const other = await browser.newContext({ colorScheme, viewport: { width: 320, height: 800 } })
    await other.addCookies(cookies)
    const shown = await other.newPage()
    await shown.goto(`${app.url}/${language}${path}`)
    const violations = await violationsIn(shown)
    expect(violations.map(({ id, nodes }) => [language, id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await takePictures(shown, `${name}-${language}-${colorScheme}`)
    await other.close()
  }
}

async function takePictures(shown: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  for (const width of [320, 900]) {
    await shown.setViewportSize({ width, height: 800 })
    await shown.screenshot({ path: join(SCREENSHOTS, `set-up-${name}-${width}.png`), fullPage: true })
  }
}

/** Waits for a step: a form that is sent by a key is answered in its own time. */
const step = (heading: string) => page.locator('h2#step', { hasText: heading }).waitFor()

describe('setting up without script, by keyboard and mouse', () => {
  it('begins with the code, and shows what is wrong beside the field', async () => {
    await page.goto(`${app.url}/en/setup`)
    await look('company', '/setup')
    await page.getByLabel('Name of your company').fill('Meadow & Sons')
    await page.getByLabel('The code that the server printed').fill('guess')
    await page.getByRole('button', { name: 'Go on' }).click()
    const code = page.getByLabel('The code that the server printed')
    expect(await code.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Name of your company').inputValue()).toBe('Meadow & Sons')
    await page.getByRole('link', { name: 'This is not the code' }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(CODE)
    await page.getByLabel('Time zone').selectOption('Europe/Warsaw')
    for (const name of ['العربية', 'Italiano', 'Polski', 'Ελληνικά']) await page.getByRole('checkbox', { name }).check()
    await page.getByLabel('Your name').fill('Ann Lee')
    await page.getByLabel('Your e-mail address').fill('ann@meadow.example')
    await page.getByLabel('A password').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await step('Who works at this desk')
  })

  it('adds a second person', async () => {
    await look('people', '/setup/people')
    await page.getByLabel('Name', { exact: true }).fill('Bo Ray')
    await page.getByLabel('E-mail address').fill('bo@meadow.example')
    await page.getByLabel('What they may do').selectOption('charter')
    // Who approves also needs a position that approves: it is added, and the list says so.
    await page.getByRole('button', { name: 'Add this person' }).click()
    expect(await page.getByRole('status').textContent()).toContain('shown only now')
    expect(await page.locator('main').textContent()).toContain('Able to approve: Ann Lee, Bo Ray')
    expect(await page.getByRole('listitem').filter({ hasText: 'Bo Ray' }).textContent()).toContain('agent, team lead')
    await look('people-added', '/setup/people')
    await page.getByLabel('Name', { exact: true }).fill('Cy Dow')
    await page.getByLabel('E-mail address').fill('cy@meadow.example')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Go on' }).click()
    await step('The address that customers write to')
  })

  it('takes the address', async () => {
    await page.getByLabel('E-mail address').fill('care@meadow.example')
    await page.getByRole('button', { name: 'Send a test mail' }).click()
    expect(await page.getByRole('status').textContent()).toContain('on its way')
    expect(await page.locator('main').textContent()).toContain('Is it a mailbox that exists?')
    await look('mail', '/setup/mail')
    await page.getByRole('button', { name: 'Go on' }).click()
    await step('When you are there')
  })

  it('takes the hours, with the holidays of the country', async () => {
    expect(await page.getByLabel('Public holidays of').inputValue()).toBe('PL')
    await page.getByRole('button', { name: 'Put in the dates' }).click()
    expect(await page.getByLabel('Closed on these dates').inputValue()).toContain('-11-11')
    await look('hours', '/setup/hours')
    await page.getByLabel('Saturday, from').fill('10:00')
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('both times of this day')
    await page.getByLabel('Saturday, until').fill('14:00')
    await page.getByRole('button', { name: 'Go on' }).click()
    await step('What you promise your customers')
  })

  it('shows what a charter says, publishes it, and opens the desk', async () => {
    await look('kinds', '/setup/charter')
    // Each way shows what it asks for, and nothing else.
    await page.getByLabel('From scratch').check()
    expect(await page.getByLabel('A shop').isVisible()).toBe(false)
    await page.getByLabel('With a charter that I have already').check()
    expect(await page.getByLabel('Amounts are in').isVisible()).toBe(false)
    await page.getByLabel('Your charter, as YAML or JSON').fill(OWN)
    await page.getByRole('button', { name: 'Show what it says' }).click()
    await page.getByText('6 questions of the definition are open').waitFor()
    expect(await page.locator('.preview').textContent()).toContain('Settled within')
    await takePictures(page, 'own')
    await page.getByLabel('With a charter for my kind of business').check()
    await page.getByLabel('A shop').check()
    await page.getByRole('button', { name: 'Show what it says' }).click()
    expect(await page.locator('.preview').textContent()).toContain('A person answers you within')
    await takePictures(page, 'preview')
    await page.getByRole('button', { name: 'Publish version 1' }).click()
    expect(new URL(page.url()).pathname).toBe('/desk')
    await page.goto(`${app.url}/en/charter`)
    expect(await page.locator('main').textContent()).toContain('A person answers you within')
  })
})
