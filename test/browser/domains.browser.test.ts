/** The keys that mail is signed by are made, looked for in the DNS and replaced, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dnsError, type Lookup } from '../../packages/server/src/channels/email/verifying/lookup.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'
import { LOOKS, looksInTurn } from './looks.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

const dns = new Map<string, readonly string[]>([
  ['mill.example', ['v=spf1 mx +all']],
  ['_dmarc.mill.example', ['v=DMARC1; p=none']],
])
const lookup: Lookup = async (name, type) => {
  const found = type === 'TXT' ? dns.get(name) : undefined
  if (found === undefined) throw dnsError('ENOTFOUND', name)
  return found.map((text) => [text])
}

let app: TestApp
let browser: Browser
let admin: TestPerson

beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale(), desk: { lookup } })
  const { workspace } = app
  await publish(app.desk.store, workspace, ALWAYS_OPEN)
  await transaction(app.desk.store, { workspace }, async (tx) => {
    await addMailbox(tx, { address: 'care@mill.example', name: 'Old Mill' })
    await addMailbox(tx, { address: 'help@a-rather-long-name-of-a-company.example', name: 'Old Mill' })
  })
  admin = await app.signInAs(['admin'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function picture(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true })
}
const valueShown = async (page: Page | Locator) => ({
  name: (await page.locator('.key-record code', { hasText: '_domainkey' }).first().textContent()) ?? '',
  value:
    (await page
      .locator('.key-record code', { hasText: /^v=DKIM1/ })
      .first()
      .textContent()) ?? '',
})

describe('the domains that mail leaves from', () => {
  it('get a key by one press, which signs once its record is seen, and another in its place', async () => {
    const { page, context, trouble } = await openWindow(browser, `${app.url}/desk/settings/domains`, { person: admin })
    const mill = page.getByRole('region', { name: 'mill.example', exact: true })
    await mill.getByText('Not signed yet').waitFor()
    await mill.getByText('SPF: the record lets everybody send mail').waitFor()
    await mill.getByText('DMARC: others are asked to do nothing yet').waitFor()
    await mill.getByRole('button', { name: said('Make a key for mill.example') }).click()
    await mill.getByText('Not yet in the DNS').waitFor()
    const { name, value } = await valueShown(page)
    expect(value).toMatch(/^v=DKIM1; k=rsa; p=/)

    await mill.getByRole('button', { name: 'Check now' }).click()
    await mill.getByText('There is no such record yet.').waitFor()
    dns.set(name, [`"${value}"`])
    await mill.getByRole('button', { name: 'Check now' }).click()
    await mill.getByText('What stands there is not the record of a key.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await picture(page, 'domains-wrong-record')
    await mill.getByText('Not signed yet').waitFor()

    dns.set(name, [value])
    await mill.getByRole('button', { name: 'Check now' }).click()
    await mill.getByText('In use').waitFor()
    await mill.getByText('Signed', { exact: true }).waitFor()
    await mill.getByRole('button', { name: 'Replace it' }).click()
    await mill.getByText('Being replaced').waitFor()
    const next = mill.getByRole('article').filter({ hasText: 'Not yet in the DNS' })
    await next.waitFor()
    const waiting = await valueShown(next)
    dns.set(waiting.name, [waiting.value])
    expect(await barriersIn(page)).toEqual([])
    await picture(page, 'domains-replacing')
    await next.getByRole('button', { name: 'Check now' }).click()
    const old = mill.getByRole('article').filter({ hasText: 'Leave its record for a week' })
    await old.getByRole('button', { name: 'Remove it' }).click()
    await old.getByRole('button', { name: 'Remove it for good' }).click()
    await old.waitFor({ state: 'detached' })
    expect(await mill.getByRole('article').count()).toBe(1)
    expect(trouble).toEqual([])
    await context.close()
  })

  it('can be signed without the record, after a second press that says what follows', async () => {
    const { page, context, trouble } = await openWindow(browser, `${app.url}/desk/settings/domains`, { person: admin })
    const other = page.getByRole('region', { name: /^a-rather-long-name/ })
    await other.getByText('SPF is missing.').waitFor()
    await other.getByRole('button', { name: /^Make a key for/ }).click()
    await other.getByRole('button', { name: 'Sign without the record' }).click()
    await other.getByRole('button', { name: /^Sign all the same/ }).click()
    await other.getByText('It signs although its record has not been seen yet.').waitFor()
    await other.getByRole('button', { name: /^Add a second key/ }).click()
    await other.getByRole('heading', { name: /^Ed25519 key/ }).waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })
})

describe.each(looksInTurn(LOOKS))('in %s, %s, %d px wide', (language, colorScheme, width) => {
  it('they can be used by everybody', async () => {
    const { page, context } = await openWindow(browser, `${app.url}/desk/settings/domains`, {
      person: admin,
      language,
      colorScheme,
      viewport: { width, height: 900 },
    })
    await page.locator('.records li').first().waitFor()
    await page.locator('.records li').last().waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await picture(page, `domains-${language}-${colorScheme}-${width}`)
    await context.close()
  })
})
