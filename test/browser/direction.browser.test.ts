/** What a charter is there for, in the desk, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { addRequest } from '../../packages/server/test/site/site-workspace.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { textOf } from '../charter-files.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

/** It is in force long before now. */
const UTILITY = textOf('charters/utility.yaml').replace(/^effective: .*$/m, 'effective: 2020-01-01T00:00')

let app: TestApp
let browser: Browser
let lead: TestPerson
let author: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  lead = await app.signInAs(['lead'])
  author = await app.signInAs(['author'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (options: object = {}) =>
  openWindow(browser, `${app.url}/desk/charter/direction`, { person: lead, ...options })

describe('the screen of the direction', () => {
  it('says that there is no charter, and that one has no objectives', async () => {
    const { page, context } = await open()
    await page.getByText('No charter is in force').waitFor()
    await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
    await page.reload()
    await page.getByText('The charter has no objective').waitFor()
    await page.getByText('The charter says no mission.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await context.close()
  })

  it('leads up and down, and from each clause to the handbook', async () => {
    await publish(app.desk.store, app.workspace, UTILITY)
    const { page, context, trouble } = await open()
    await page.getByText('Water and light for everybody in the town.').waitFor()
    const node = (id: string) => page.locator(`#node-${id}`)
    await node('V1').getByRole('link', { name: 'O1', exact: true }).click()
    expect(new URL(page.url()).hash).toBe('#node-O1')
    await node('O1').getByRole('link', { name: 'V1', exact: true }).click()
    expect(new URL(page.url()).hash).toBe('#node-V1')
    await node('V1').getByRole('link', { name: 'Mission' }).click()
    expect(new URL(page.url()).hash).toBe('#mission')
    await node('O1').locator('.clause-link').click()
    await page.locator('article#O1').waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })

  it('can be read in Arabic, dark, and narrow', async () => {
    for (const [language, scheme, width] of [
      ['en', 'light', 1280],
      ['ar', 'dark', 1280],
      ['en', 'light', 390],
    ] as const) {
      const { page, context } = await open({
        locale: language,
        colorScheme: scheme,
        viewport: { width, height: 900 },
      })
      await page.locator('#node-O1').waitFor()
      expect(await barriersIn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        const path = join(SCREENSHOTS, `direction-${language}-${scheme}-${width}.png`)
        await page.screenshot({ path, fullPage: true })
        await page.locator('#graph-title').scrollIntoViewIfNeeded()
        await page.locator('#node-V1').evaluate((node) => node.scrollIntoView({ block: 'start' }))
        await page.screenshot({ path: path.replace('.png', '-graph.png') })
      }
      await context.close()
    }
  })
})

describe('a clause that others speak of', () => {
  it('is removed from a draft only after it was said what depends on it, and comes back', async () => {
    const answer = await app.ask('POST', '/api/v1/drafts', {
      cookie: author.cookie,
      body: { note: 'Without the value' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as { id: string }
    const address = `${app.url}/desk/charter/drafts/${id}`
    for (const [locale, colorScheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const { page, context } = await openWindow(browser, address, { person: author, locale, colorScheme })
      const value = page.locator('#part-values-V1')
      await value.locator('.remove').click()
      await page.locator('.remove-clause').waitFor()
      expect(await barriersIn(page)).toEqual([])
      if (SCREENSHOTS !== undefined)
        await page.screenshot({ path: join(SCREENSHOTS, `remove-${locale}-${colorScheme}.png`) })
      await page.keyboard.press('Escape')
      expect(await value.count()).toBe(1)
      await context.close()
    }
    const { page, context, trouble } = await openWindow(browser, address, { person: author })
    const value = page.locator('#part-values-V1')
    await value.locator('.remove').click()
    const asked = page.getByRole('dialog', { name: said('Remove V1') })
    await asked.waitFor()
    const told = (await asked.locator('li').allInnerTexts()).map((text) =>
      text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' '),
    )
    expect(told).toEqual(['Objective O1 Value'])
    expect(await asked.innerText()).toContain('These serve it by way of them')
    await asked.locator('li a').click()
    await asked.waitFor({ state: 'detached' })
    await page.locator('#part-objectives-O1:focus').waitFor()
    await value.locator('.remove').click()
    await asked.getByRole('button', { name: 'Remove it all the same' }).click()
    await value.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await value.waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })
})

describe('the scorecard of a ticket', () => {
  it('asks a lead of each value whether the answers showed it', async () => {
    const { number } = await transaction(app.desk.store, { workspace: app.workspace }, (tx) =>
      addRequest(tx, lead.person, { ago: 7_200_000, answeredAfter: 60_000 }),
    )
    const address = `${app.url}/desk/tickets/all/${number}`
    const { page, context, trouble } = await openWindow(browser, address, { person: lead })
    const card = page.locator('.scorecard')
    await card.getByText(said('Did the answers show: Nobody waits without knowing for what.')).waitFor()
    await card.getByLabel('Partly').check()
    await card.getByLabel('Note, if you like').fill('Late, but it said why.')
    await card.getByLabel('Yes').focus()
    await card.getByText('Said by').waitFor()
    await context.close()
    for (const [locale, colorScheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const again = await openWindow(browser, address, { person: lead, locale, colorScheme })
      const input = again.page.locator('.scorecard input.input')
      await input.waitFor()
      expect(await input.inputValue()).toBe('Late, but it said why.')
      expect(await barriersIn(again.page)).toEqual([])
      await input.scrollIntoViewIfNeeded()
      if (SCREENSHOTS !== undefined)
        await again.page.screenshot({ path: join(SCREENSHOTS, `scorecard-${locale}-${colorScheme}.png`) })
      await again.context.close()
    }
    expect(trouble).toEqual([])
  })
})
