/** A mailbox is opened by signing in at its provider, in Chromium, with a provider on loopback. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { consentAt, type OauthServer, startOauth } from '../../packages/server/test/start-oauth.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let app: TestApp
let oauth: OauthServer
let browser: Browser
let admin: TestPerson
beforeAll(async () => {
  oauth = await startOauth(() => `${app.url}/desk/settings/mail-sign-in`)
  const nowhere = { host: 'localhost', port: 1, security: 'tls' } as const
  app = await openTestApp({
    webFolder: await buildWebWhereStale(),
    desk: { consents: [consentAt(oauth, { fetching: nowhere, sending: nowhere })] },
  })
  const { workspace } = app
  await publish(app.desk.store, workspace, ALWAYS_OPEN)
  await transaction(app.desk.store, { workspace }, async (tx) => {
    await addMailbox(tx, { address: 'ada@home.example', name: 'Ada' })
    await addMailbox(tx, { address: 'new@home.example', name: 'New' })
  })
  admin = await app.signInAs(['admin'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await oauth?.close()
})

const shot = (name: string): string => {
  mkdirSync(SCREENSHOTS ?? '', { recursive: true })
  return join(SCREENSHOTS ?? '', `${name}.png`)
}

describe('an administrator', () => {
  it('signs in at the provider and comes back to a mailbox that is set', async () => {
    const { page, context, trouble } = await openWindow(browser, `${app.url}/desk/settings/addresses`, {
      person: admin,
    })
    await page.getByRole('button', { name: said('Mail servers of ada@home.example') }).click()
    const dialog = page.getByRole('dialog')
    const button = dialog.getByRole('button', { name: said('Sign in with Home') })
    await button.waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: shot('mail-sign-in') })
    await button.click()
    await page.getByText(said('Leaves by localhost.')).waitFor()
    expect(page.url()).toMatch(/\/settings\/addresses$/)
    await page.getByRole('button', { name: said('Mail servers of ada@home.example') }).click()
    await dialog.getByRole('button', { name: said('Sign in with Home again') }).waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is asked which mail is to come in, and may answer before the servers are found', async () => {
    const { page, context, trouble } = await openWindow(browser, `${app.url}/desk/settings/addresses`, {
      person: admin,
    })
    let find = (): void => undefined
    const isLookedFor = new Promise<void>((resolve) => {
      find = resolve
    })
    await page.route('**/api/v1/mail/servers?*', async (route) => {
      await isLookedFor
      await route.continue()
    })
    await page.getByRole('button', { name: said('Mail servers of new@home.example') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Each becomes a ticket').waitFor({ state: 'detached' })
    await dialog.getByLabel('All that lies there').check()
    await dialog.getByText('Each becomes a ticket as though it came now').waitFor()
    find()
    await dialog.getByText(said('Found: mail is fetched from localhost')).waitFor()
    expect(await dialog.getByLabel('All that lies there').isChecked()).toBe(true)
    await dialog.getByText('Servers', { exact: true }).click()
    expect(await dialog.getByLabel('Server', { exact: true }).first().inputValue()).toBe('localhost')
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: shot('which-mail') })
    expect(trouble).toEqual([])
    await context.close()
  })

  it('hears it where they came back without consent, or to what was not begun', async () => {
    const { page, context } = await openWindow(
      browser,
      `${app.url}/desk/settings/mail-sign-in?error=access_denied&state=acme.x`,
      { person: admin },
    )
    await page.getByText('You did not consent at the provider').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await page.goto(`${app.url}/desk/settings/mail-sign-in?code=made-up&state=acme.made-up`)
    await page.getByRole('alert').waitFor()
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: shot('mail-sign-in-refused') })
    await context.close()
  })
})

describe.each([
  ['ar', 'dark', 400],
  ['en', 'light', 400],
] as const)('in %s, %s, %d px wide', (language, colorScheme, width) => {
  it('the window about mail servers fits', async () => {
    const { page, context } = await openWindow(browser, `${app.url}/desk/settings/addresses`, {
      person: admin,
      language,
      colorScheme,
      viewport: { width, height: 900 },
    })
    const row = page.getByRole('row').filter({ has: page.getByText('ada@home.example', { exact: true }) })
    await row.getByRole('button').nth(-2).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('details').last().waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(await dialog.evaluate((window) => window.scrollWidth - window.clientWidth)).toBe(0)
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: shot(`mail-servers-${language}-${width}`) })
    await context.close()
  })
})
