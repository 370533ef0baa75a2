/** A desk that nobody has written to yet, in Chromium: it says how the first ticket comes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const MAILBOX = 'care@bramble.example'

let app: TestApp
let browser: Browser

beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale(), site: registerSite })
  const { workspace } = app
  await transaction(app.desk.store, { workspace }, async (tx) => {
    const row = { workspace_id: workspace, id: tx.newId(), address: MAILBOX, name: 'Care', language: null, zone: null }
    await tx.db.insertInto('mailbox').values(row).execute()
  })
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

it.each([
  ['a wide screen', 1440],
  ['a phone', 360],
])('an empty desk names its address and its form, on %s', async (_, width) => {
  const person = await app.signInAs(['agent'])
  const viewport = { width, height: 800 }
  const { page, context } = await openWindow(browser, `${app.url}/desk/tickets/all`, { person, viewport })
  await page.getByText('No tickets yet').waitFor()
  await page.getByText(said(`Send a mail to ${MAILBOX}`)).waitFor()
  expect(await page.getByRole('link', { name: 'Open the form' }).getAttribute('href')).toBe('/requests/new')
  expect(await barriersIn(page)).toEqual([])
  if (process.env['AVOW_SCREENSHOTS'] !== undefined)
    await page.screenshot({ path: `${process.env['AVOW_SCREENSHOTS']}/first-ticket-${width}.png` })
  await context.close()
})

it('names only the form to who may not see mail', async () => {
  const person = await app.signInAs(['viewer'])
  const { page, context } = await openWindow(browser, `${app.url}/desk/tickets/all`, { person })
  await page.getByText('Open the form: the first ticket').waitFor()
  expect(await page.getByText(MAILBOX).count()).toBe(0)
  await context.close()
})

it('leads who may connect its mailbox to where that is done', async () => {
  const person = await app.signInAs(['admin'])
  const { page, context } = await openWindow(browser, `${app.url}/desk/tickets/all`, { person })
  await page.getByRole('link', { name: 'Connect the mailbox' }).click()
  await page.getByRole('button', { name: said(`Mail servers of ${MAILBOX}`) }).waitFor()
  await context.close()
})
