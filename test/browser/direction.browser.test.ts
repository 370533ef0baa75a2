/** What a charter is there for, in the desk, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { textOf } from '../charter-files.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow } from './desk-window.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

/** It is in force long before now. */
const UTILITY = textOf('charters/utility.yaml').replace(/^effective: .*$/m, 'effective: 2020-01-01T00:00')

let app: TestApp
let browser: Browser
let lead: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  lead = await app.signInAs(['lead'])
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
      }
      await context.close()
    }
  })
})
