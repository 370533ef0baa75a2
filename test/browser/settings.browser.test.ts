/** What was set at set-up is changed later, in the desk, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, PASSWORD, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'
import { LOOKS, looksInTurn } from './looks.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const FRESH = 'another horse, another staple'

let app: TestApp
let browser: Browser
let admin: TestPerson

beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale(), site: registerSite })
  const { workspace } = app
  await app.desk.store.control
    .updateTable('control.workspace')
    .set({ name: 'Old Mill' })
    .where('id', '=', workspace)
    .execute()
  await publish(app.desk.store, workspace, ALWAYS_OPEN)
  await transaction(app.desk.store, { workspace }, (tx) =>
    addMailbox(tx, { address: 'care@mill.example', name: 'Old Mill' }),
  )
  admin = await app.signInAs(['admin'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (path: string, person: TestPerson | undefined = admin, options: object = {}) =>
  openWindow(browser, `${app.url}${path}`, { person, ...options })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const saveAllTheSame = (page: Page) => page.getByRole('button', { name: 'Save all the same' }).click()

describe('an administrator', () => {
  it('changes the company, and its public page follows at once', async () => {
    const { page, context, trouble } = await open('/desk/settings')
    await page.getByRole('link', { name: 'Company' }).click()
    await page.getByLabel('Name of the company').fill('New Mill')
    await page.getByRole('checkbox', { name: /^Those of the charter/ }).uncheck()
    await page.getByRole('checkbox', { name: 'Italiano' }).check()
    await page.getByText(said('The charter has no words in Italiano yet')).waitFor()
    await page.getByLabel('Default language').selectOption('it')
    await page.getByText(said('UTC. Due times count by it')).waitFor()
    expect(await page.getByRole('link', { name: 'Go to the drafts' }).getAttribute('href')).toContain('/charter/drafts')
    expect(await barriersIn(page)).toEqual([])
    await save(page)
    await page.getByText('Saved.').waitFor()
    await page.goto(`${app.url}/w/acme`)
    expect(await page.locator('.company').textContent()).toBe('New Mill')
    expect(await page.locator('.languages').textContent()).toContain('Italiano')
    await page.goto(`${app.url}/desk/settings/company`)
    expect(await page.getByLabel('Default language').inputValue()).toBe('it')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('lets people of the desk answer from their own mail programs, which is off until then', async () => {
    const { page, context, trouble } = await open('/desk/settings/addresses')
    const allow = page.getByRole('checkbox', { name: said('People of the desk may answer customers') })
    expect(await allow.isChecked()).toBe(false)
    await allow.check()
    await page.getByText('Saved.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    await page.reload()
    await allow.waitFor()
    expect(await allow.isChecked()).toBe(true)
    expect(trouble).toEqual([])
    await context.close()
  })

  it('names the mail servers of an address, and hears at once what is wrong with each', async () => {
    const { page, context, trouble } = await open('/desk/settings/addresses')
    await page.getByRole('button', { name: said('Mail servers of care@mill.example') }).click()
    // This desk is reached by a loopback address.
    await page.getByText(said(`would lead to ${app.url}`)).waitFor()
    const dialog = page.getByRole('dialog')
    // Of this domain nobody knows anything: the fold opens by itself.
    await dialog.getByText('No servers were found by the address.').waitFor({ timeout: 60_000 })
    const fetching = dialog.getByRole('group', { name: 'Fetching' })
    const sending = dialog.getByRole('group', { name: 'Sending' })
    await fetching.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1')
    await fetching.getByLabel('Encryption').selectOption('none')
    expect(await fetching.getByLabel('Port').inputValue()).toBe('143')
    await fetching.getByLabel('Port').fill('1')
    await sending.getByRole('textbox', { name: 'Server' }).fill('no-such-host.invalid')
    expect(await sending.getByLabel('Port').inputValue()).toBe('465')
    await sending.getByLabel('Encryption').selectOption('starttls')
    expect(await sending.getByLabel('Port').inputValue()).toBe('587')
    await dialog.getByLabel('Password of the mailbox').fill('hush')
    await dialog.getByRole('button', { name: 'Try it' }).click()
    await dialog.getByText('The server takes nothing at this port.').waitFor()
    await dialog.getByText('No server has this name.').waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      await page.screenshot({ path: join(SCREENSHOTS, 'mail-account.png') })
    }
    await saveAllTheSame(page)
    await page.getByText(said('Leaves by no-such-host.invalid.')).waitFor()
    await page.getByText(said('Fetched from 127.0.0.1: the first look is under way.')).waitFor()
    await page.getByRole('button', { name: said('Mail servers of care@mill.example') }).click()
    // Nothing came from there yet: which mail is to come in may still be chosen.
    await dialog.getByLabel('All that lies there').check()
    // What does not work is not saved unasked.
    await save(page)
    await saveAllTheSame(page)
    await page.getByRole('button', { name: said('Mail servers of care@mill.example') }).click()
    expect(await dialog.getByLabel('All that lies there').isChecked()).toBe(true)
    await dialog.getByRole('checkbox', { name: 'Fetch mail over IMAP' }).uncheck()
    await dialog.getByText('What was fetched stays.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Send by a server of its own (SMTP)' }).uncheck()
    await save(page)
    await page.getByText(said('Leaves by no-such-host.invalid.')).waitFor({ state: 'detached' })
    await page.getByText(said('Fetched from 127.0.0.1: the first look is under way.')).waitFor({ state: 'detached' })
    expect(trouble).toEqual([])
    await context.close()
  })

  it('finds the servers of a known provider by the address, and types a password', async () => {
    const { workspace } = app
    await transaction(app.desk.store, { workspace }, (tx) =>
      addMailbox(tx, { address: 'mill@gmail.com', name: 'Old Mill' }),
    )
    const { page, context, trouble } = await open('/desk/settings/addresses')
    await page.getByRole('button', { name: said('Mail servers of mill@gmail.com') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(said('Found: mail is fetched from imap.gmail.com and leaves by smtp.gmail.com.')).waitFor()
    await dialog.getByText('This provider wants a password made for programs').waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Server' }).count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'mail-servers-found.png') })
    await dialog.getByLabel(/^Password/).fill('hush')
    await save(page)
    await saveAllTheSame(page)
    await page.getByText(said('Leaves by smtp.gmail.com.')).waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })

  it('changes, adds, chooses and removes addresses', async () => {
    const { page, context, trouble } = await open('/desk/settings/addresses')
    const row = (address: string) => page.getByRole('row').filter({ has: page.getByText(address, { exact: true }) })
    // The mailbox wrote in the company's name.
    await row('care@mill.example').getByText('New Mill').waitFor()
    await row('care@mill.example')
      .getByRole('button', { name: said('Change care@mill.example') })
      .click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: 'Remove it' }).count()).toBe(0)
    await dialog.getByLabel('Address').fill('hello@mill.example')
    await dialog.getByLabel('Name in the mail').fill('The mill')
    expect(await barriersIn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await row('hello@mill.example').getByText(said('Mail to care@mill.example comes in here too.')).waitFor()

    await page.getByRole('button', { name: 'Add an address' }).click()
    await dialog.getByLabel('Address').fill('hello@mill.example')
    await dialog.getByRole('button', { name: 'Add an address' }).click()
    await dialog.getByRole('alert').getByText('This is taken').waitFor()
    await dialog.getByLabel('Address').fill('shop@mill.example')
    await dialog.getByRole('button', { name: 'Add an address' }).click()
    await row('shop@mill.example')
      .getByRole('button', { name: /^Let it answer/ })
      .click()
    await row('shop@mill.example').getByText('Answers').waitFor()
    expect(await barriersIn(page)).toEqual([])

    await row('hello@mill.example')
      .getByRole('button', { name: said('Change hello@mill.example') })
      .click()
    await dialog.getByRole('button', { name: 'Remove it' }).click()
    await dialog.getByRole('button', { name: /^Remove it: / }).click()
    await row('hello@mill.example').waitFor({ state: 'detached' })
    await page.goto(`${app.url}/w/acme`)
    expect(await page.locator('main').textContent()).toContain('shop@mill.example')
    expect(await page.locator('main').textContent()).not.toContain('hello@mill.example')
    // The browser itself says that what was refused had status 409.
    expect(trouble.filter((line) => !line.includes('409'))).toEqual([])
    await context.close()
  })
})

describe('anybody of the desk', () => {
  it('says when they are away and who stands in, which all see where people are listed', async () => {
    const person = await app.signInAs(['lead'])
    const { page, context, trouble } = await open('/desk/settings', person)
    const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel(/^Away from/).fill(`${day(-1)}T09:00`)
    await page.getByLabel(/^Back on/).fill(`${day(3)}T09:00`)
    await page.getByLabel('Who stands in').selectOption({ index: 1 })
    expect(await barriersIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep the absence' }).click()
    await page.getByRole('button', { name: 'There again' }).waitFor()
    await page.goto(`${app.url}/desk/people`)
    await page.getByText(said('away until')).waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      await page.screenshot({ path: join(SCREENSHOTS, 'people-away.png') })
    }
    await page
      .getByRole('button', { name: /^Absence of/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Who stands in').waitFor()
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'absence-dialog.png') })
    expect(trouble).toEqual([])
    await context.close()
  })

  it('changes their name, and their password: the old one no longer opens the desk', async () => {
    const person = await app.signInAs(['agent'])
    const { page, context, trouble } = await open('/desk/settings', person)
    await page.getByLabel('Your name').fill('Ada Lovelace')
    await page.getByLabel('Language that you are written to in').selectOption('el')
    const mailed = page.getByRole('checkbox', { name: 'Mail me what customers write on my tickets' })
    expect(await mailed.isChecked()).toBe(false)
    await mailed.check()
    expect(await page.getByRole('link', { name: 'Company' }).count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    await save(page)
    await page.locator('.you').getByText('Ada Lovelace').waitFor()
    await page.reload()
    await mailed.waitFor()
    expect(await mailed.isChecked()).toBe(true)

    const type = async (current: string, fresh: string, again: string) => {
      await page.getByLabel('Current password').fill(current)
      await page.getByLabel('New password', { exact: false }).first().fill(fresh)
      await page.getByLabel('New password, once more').fill(again)
      await page.getByRole('button', { name: 'Change the password' }).click()
    }
    await type('not the one that I have', FRESH, FRESH)
    await page.getByText('This is not your current password').waitFor()
    await type(PASSWORD, FRESH, `${FRESH}?`)
    await page.getByText('The two new passwords are not the same').waitFor()
    await type(PASSWORD, FRESH, FRESH)
    await page.getByText('Your password is changed').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()

    const enter = async (password: string) => {
      await page.getByLabel('E-mail').fill(person.email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
    }
    await enter(PASSWORD)
    await page.getByText('are not known together').waitFor()
    await enter(FRESH)
    await page.locator('.you').getByText('Ada Lovelace').waitFor()
    expect(trouble.filter((line) => !/\b40[01]\b/.test(line))).toEqual([])
    await context.close()
  })
})

const PAGES = ['/settings', '/settings/company', '/settings/addresses']

it.each(PAGES.flatMap((path, turn) => looksInTurn(LOOKS, turn).map((look) => [path, ...look] as const)))(
  '%s can be used by everybody in %s, %s, %d px wide',
  async (path, language, colorScheme, width) => {
    const { page, context } = await open(`/desk${path}`, admin, {
      language,
      colorScheme,
      viewport: { width, height: 900 },
    })
    await page.locator('.settings form, .settings .table').first().waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      const name = `settings${path.replaceAll('/', '-')}-${language}-${colorScheme}-${width}.png`
      await page.screenshot({ path: join(SCREENSHOTS, name), fullPage: true })
    }
    await context.close()
  },
)
