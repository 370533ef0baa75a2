/** What the charter refuses on a ticket, in the browser on the real server: the reason stands where the remedies stand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { publishCharter } from '../../packages/server/src/features/charters/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { ROOT } from '../../tools/run-command.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 5 })
  agent = await desk.hire('Anna Agent', ['agent'], ['agent'])
  const source = readFileSync(join(ROOT, 'charters/retail-desk.yaml'), 'utf8')
  const { desk: server, workspace } = desk.app
  // The tickets of the demo keep theirs; those that come from now on are under this one.
  await transaction(server.store, { workspace }, (tx) =>
    publishCharter(tx, { source, zoneData: 'test', effective: tx.now }),
  )
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

/** A request to cancel an order of this status. */
async function cancelling(status: string): Promise<number> {
  const { number } = await desk.receive({
    name: 'Julia Marsh',
    email: 'julia@example.org',
    subject: 'Cancel my order',
    text: 'I do not need it any more.',
  })
  const facts = {
    request: 'cancel',
    identified: true,
    own: true,
    confirmed: true,
    'order-status': status,
    reason: 'no longer needed',
    paid: { minor: 4590, currency: 'USD' },
  }
  await desk.app.ask('POST', `/api/v1/tickets/${number}/facts`, { cookie: agent.cookie, body: { facts } })
  return number
}

it('an order that left is not cancelled, and the panel says which clause and why', async () => {
  const number = await cancelling('delivered')
  const { page, context, trouble } = await openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, {
    person: agent,
  })
  const panel = page.getByRole('region', { name: 'Remedies' })
  const refused = panel.locator('.refused')
  await refused.getByRole('heading', { name: 'Refused by the charter' }).waitFor()
  await refused.getByRole('link', { name: 'R1 Cancelling an order that is pending' }).waitFor()
  await refused.getByRole('link', { name: 'X3 Only an order that is pending can be cancelled or changed' }).waitFor()
  await panel.getByText(said('R1: Row 7 matches too: row 4 counts, as the first that matches.')).waitFor()
  expect(await panel.getByRole('button', { name: 'Grant' }).count()).toBe(0)
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await panel.screenshot({ path: join(SCREENSHOTS, 'refused-remedies.png') })
  await refused.getByRole('link', { name: /^X3/ }).click()
  await page.waitForURL(/\/handbook#X3$/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('X3')
  expect(trouble).toEqual([])
  await context.close()
})

it('one that is pending is cancelled: no refusal of its clause', async () => {
  const number = await cancelling('pending')
  const { page, context } = await openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, { person: agent })
  const panel = page.getByRole('region', { name: 'Remedies' })
  await panel.getByRole('button', { name: 'Grant' }).waitFor()
  expect(await panel.locator('.refused').getByRole('link', { name: /^R1/ }).count()).toBe(0)
  await context.close()
})
