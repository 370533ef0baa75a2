/** Every screen of the desk, both ways round, light and dark, narrow and wide: nothing hidden, nothing cut, no barrier. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSigningKey } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { setMailAccount } from '../../packages/server/src/features/mail-accounts/index.ts'
import { keepKey } from '../../packages/server/src/features/mail-keys/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { openRequest } from '../../packages/server/src/features/tickets/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow } from './desk-window.ts'
import { publishChange } from './publish-change.ts'

/** Where pictures of every view are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const ALL = SCREENSHOTS !== undefined || process.env['AVOW_LONG'] === '1'
const LANGUAGES = ['en', 'ar'] as const
const THEMES = ['light', 'dark'] as const
const WIDTHS = [400, 900, 1440] as const
const HOUR = 3_600_000
const LONG_ADDRESS = 'orders.and.returns.of.the.northern.region@a-rather-long-domain-name.example'
/** Compressed, of what the first screen needs. */
const MOST_BYTES = 250 * 1024

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
/** A ticket with much on it. */
let number: number
/** One that came in with the past of a mailbox, and is with a team. */
let past: number

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 150 })
  agent = await desk.app.signInAs(['admin'])
  browser = await startBrowser()
  const opened = await desk.receive({
    name: 'Henrietta Featherstonehaugh-Cholmondeley',
    email: 'henrietta.featherstonehaugh-cholmondeley@averylongdomainname.example',
    subject: 'Re: Re: Fwd: Your answer of the 14th about the mattress that was delivered to the wrong door twice',
    text: 'Hello,\n\nI am still waiting. See https://shop.example/orders/20418/a-very-long-address-that-does-not-break-anywhere-by-itself.\n\nمع التحية',
    quoted: '> We will write tomorrow.',
    html: '<p>I am <b>still</b> waiting.</p>',
    language: 'en',
  })
  number = opened.number
  const path = `/api/v1/tickets/${number}`
  const { cookie } = agent
  await desk.app.ask('POST', `${path}/notes`, { cookie, body: { text: 'The carrier says: delivered. It was not.' } })
  await desk.receiveMore(opened.ticket, 'Tomorrow has come and gone.')
  await giveRemedies()
  await publishChange(desk, 'More time for e-mail of gold customers; agents may give more', [
    ['channel: email, tier: gold, target: 1 h of office', 'channel: email, tier: gold, target: 2 h of office'],
    ['per ticket: 100 EUR', 'per ticket: 150 EUR'],
  ])
  past = await setUpMail()
  for (const kind of ['suggestion', 'comment'])
    await desk.app.ask('POST', '/api/v1/suggestions', {
      cookie,
      body: { clause: 'P1', kind, text: 'On Fridays after noon nobody reads what we write so quickly.' },
    })
})

/** Mail that was signed and is no more, a mailbox whose mail cannot be fetched, a team with a signature, and a ticket of the past. */
async function setUpMail(): Promise<number> {
  const { workspace } = desk.app
  const { store, keys } = desk.app.desk
  const made = await makeSigningKey('ed25519')
  return transaction(store, { workspace }, async (tx) => {
    const mailbox = await addMailbox(tx, { address: LONG_ADDRESS, name: 'Bramble' })
    await setMailAccount(tx, keys, mailbox, {
      host: 'imap.a-rather-long-domain-name.example',
      port: 993,
      security: 'tls',
      username: 'orders',
      password: 'hush',
      folders: ['INBOX'],
      since: undefined,
    })
    const at = (ago: number) => new Date(tx.now - ago)
    await tx.db
      .updateTable('mail_account')
      .set({ failure: 'sign-in', failures: 7, failed_at: at(0), failing_since: at(3 * HOUR), next_try: at(-HOUR) })
      .where('workspace_id', '=', workspace)
      .execute()
    await keepKey(tx, keys, { domain: 'bramble.example', kind: 'ed25519', made })
    await tx.db
      .updateTable('mail_key')
      .set({ signs_since: at(90 * HOUR), lacking_since: at(3 * HOUR), missed: 3, stopped_at: at(HOUR) })
      .set({ checked_at: at(HOUR / 2), finding: 'missing' })
      .where('workspace_id', '=', workspace)
      .execute()
    await tx.db
      .updateTable('person')
      .set({ team: 'orders and returns' })
      .where('workspace_id', '=', workspace)
      .where('id', '=', agent.person)
      .execute()
    const email = 'oda@home.example'
    const customer = await findOrAddCustomer(tx, { email, name: 'Oda Old' })
    const opened = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer,
      customerSays: { address: email },
      mailbox,
      isImported: true,
      at: tx.now - 4000 * HOUR,
      message: { subject: 'Where is my teapot?', text: 'It was to come on Monday.', from: { address: email } },
    })
    return opened.number
  })
}

/** On the ticket: one asked for, one given out of kindness. */
async function giveRemedies(): Promise<void> {
  const { cookie } = await desk.hire('Anna Agent', ['agent'], ['agent'])
  const path = `/api/v1/tickets/${number}`
  const price = { minor: 45_000, currency: 'EUR' }
  const facts = { reason: 'damaged', bought: new Date().toISOString().slice(0, 10), price }
  await desk.app.ask('POST', `${path}/facts`, { cookie, body: { facts } })
  const { seq } = await (await desk.app.ask('GET', `${path}/remedies`, { cookie })).json()
  for (const wanted of [
    { clause: 'R1', remedy: 'refund', amount: price, reason: 'It was delivered to the wrong door twice.', ask: true },
    { remedy: 'credit', amount: { minor: 1500, currency: 'EUR' }, reason: 'It was a present.', bend: true },
  ]) {
    const headers = { 'idempotency-key': wanted.reason }
    const answer = await desk.app.ask('POST', `${path}/grants`, { cookie, headers, body: { ...wanted, seen: seq } })
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  }
}

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const SCREENS: Readonly<Record<string, () => string>> = {
  list: () => '/tickets/all',
  empty: () => '/tickets/mine',
  ticket: () => `/tickets/all/${number}`,
  why: () => `/tickets/all/${number}`,
  promises: () => `/tickets/all/${number}`,
  note: () => `/tickets/all/${number}`,
  missing: () => '/tickets/all/999999',
  new: () => '/new',
  mail: () => '/mail',
  ours: () => '/mail/ours',
  remedies: () => `/tickets/all/${number}`,
  grants: () => '/grants',
  done: () => '/grants?state=done',
  refused: () => '/grants?state=refused',
  broken: () => '/broken',
  cause: () => '/broken',
  'broken-none': () => '/broken?team=nobody-of-this-name',
  handbook: () => '/handbook',
  talk: () => '/handbook',
  versions: () => '/charter/versions',
  version: () => '/charter/versions/2',
  changes: () => '/charter/changes',
  suggestions: () => '/charter/suggestions',
  attention: () => '/attention',
  people: () => '/people',
  keys: () => '/keys',
  settings: () => '/settings',
  health: () => '/settings/mail',
  teams: () => '/settings/teams',
  domains: () => '/settings/domains',
  law: () => '/charter/law',
  direction: () => '/charter/direction',
  improvements: () => '/charter/improvements',
  past: () => `/tickets/all/${past}`,
  help: () => '/tickets/all',
  assign: () => `/tickets/all/${number}`,
  facts: () => `/tickets/all/${number}`,
}

/** What is done on a screen before it is looked at. */
const DEEDS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async why(page) {
    await DEEDS['promises']?.(page)
    await page.locator('.why summary').first().click()
    await page.locator('.reckoning').first().waitFor()
  },
  async promises(page) {
    const toggle = page.locator('.side-toggle')
    if (await toggle.isVisible()) await toggle.click()
  },
  async remedies(page) {
    await DEEDS['promises']?.(page)
    await page.locator('.given').scrollIntoViewIfNeeded()
  },
  async grants(page) {
    await page.locator('.background').first().waitFor()
  },
  async cause(page) {
    await page.locator('.breach-why [aria-haspopup=dialog]').first().click()
    await page.locator('dialog').waitFor()
  },
  async talk(page) {
    await page.locator('#P1 .talk-of-clause summary').click()
    await page.locator('#P1 .suggest-form').scrollIntoViewIfNeeded()
  },
  async health(page) {
    await page.locator('.mailbox').nth(1).waitFor()
  },
  async teams(page) {
    await page.locator('.table').waitFor()
  },
  async domains(page) {
    await page.locator('.records li').last().waitFor()
  },
  async past(page) {
    await DEEDS['promises']?.(page)
    await page.getByRole('combobox').filter({ hasText: 'orders and returns' }).waitFor()
  },
  async version(page) {
    await page.locator('.standing').waitFor()
  },
  async changes(page) {
    await page.keyboard.press('j')
    await page.locator('.change:focus').waitFor()
  },
  async note(page) {
    await page.keyboard.press('n')
    await page.keyboard.type('A note in the making.')
    await page.locator('.events-toggle').click()
  },
  async help(page) {
    await page.keyboard.press('Shift+?')
    await page.locator('dialog').waitFor()
  },
  async assign(page) {
    await page.keyboard.press('Shift+A')
    await page.getByRole('listbox').getByRole('option').nth(1).waitFor()
  },
  async facts(page) {
    await page.keyboard.press('l')
    await page.locator('dialog').waitFor()
  },
}

async function settled(page: Page): Promise<void> {
  await page.locator('main').waitFor()
  await page.waitForFunction(() => document.querySelector('.loading') === null)
  await page.evaluate(() => document.fonts.ready)
}

/** Texts that are cut without saying so, and anything wider than the page. */
function spilt(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : []
    const cut = [...document.querySelectorAll('button, h1, h2, h3, label, th, dt, summary, .mark, .state')].filter(
      (element) =>
        element instanceof HTMLElement &&
        element.offsetParent !== null &&
        element.closest('.one-line, .for-readers, .scroller') === null &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline',
    )
    return [...wide, ...cut.map((element) => `${element.tagName} ${element.className}: ${element.textContent}`)]
  })
}

/** Each language, light and width once; with pictures wanted, each with each. */
const VIEWS = LANGUAGES.flatMap((language, l) =>
  THEMES.flatMap((theme, t) =>
    WIDTHS.filter((_, w) => ALL || w === (l + 2 * t) % 3).map((width) => [language, theme, width] as const),
  ),
)

describe('every screen', () => {
  // A guard against a test that hangs: many screens on a slow machine must not turn it red.
  it.each(VIEWS)('%s, %s, %d px wide', { timeout: 3_600_000 }, async (language, theme, width) => {
    const { page, context, trouble } = await openWindow(browser, `${desk.app.url}/desk`, {
      person: agent,
      locale: language === 'ar' ? 'ar' : 'en-GB',
      colorScheme: theme,
      viewport: { width, height: 900 },
    })
    await settled(page)
    const view = VIEWS.findIndex(([l, t, w]) => l === language && t === theme && w === width)
    // Each screen once each way round; at full count, and for pictures, each in each.
    const screens = Object.entries(SCREENS).filter((_, index) => ALL || (index + view) % 2 === 0)
    for (const [name, path] of screens) {
      await page.goto(`${desk.app.url}/desk${path()}`)
      await settled(page)
      await DEEDS[name]?.(page)
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        await page.screenshot({ path: join(SCREENSHOTS, `desk-${name}-${language}-${theme}-${width}.png`) })
      }
      expect(await spilt(page), name).toEqual([])
      expect(await barriersIn(page), name).toEqual([])
    }
    // A ticket that is not there is a refusal that the browser notes.
    expect(trouble.filter((line) => !line.includes('404'))).toEqual([])
    await context.close()
  })
})

it('the first screen comes in 250 KB', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/desk')) bodies.push(response.body())
  })
  const cookies = agent.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: desk.app.url }
  })
  await context.addCookies(cookies)
  await page.goto(`${desk.app.url}/desk`)
  await settled(page)
  await page.locator('.row').first().waitFor()
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  expect(bytes).toBeLessThan(MOST_BYTES)
  await context.close()
})

it('in forced colours, every promise line still tells its parts apart', async () => {
  const { page, context } = await openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, {
    person: agent,
    forcedColors: 'active',
  })
  await settled(page)
  await page.locator('.full-line .piece').first().waitFor()
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'desk-ticket-forced-colours.png') })
  expect(await barriersIn(page)).toEqual([])
  await context.close()
})
