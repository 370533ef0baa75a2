/** The law that a charter lives under, in the desk, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { openRequest } from '../../packages/server/src/features/tickets/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

const LAWFUL = ALWAYS_OPEN.replace('charter: always-open', 'charter: lawful').replace(
  'facts:\n',
  `law:
  jurisdictions: [IT, PL, EU]
  sectors: [energy, consumer]
  off: [ { row: PL-4, because: We visit nobody unasked. } ]
facts:
`,
)

/** P8 carries the clock of a row that was not confirmed. */
const CARRIED = LAWFUL.replace(
  '  - id: P4\n',
  '  - { id: P8, clock: resolution, law: [PL-1], table: [{ target: 14 days }] }\n  - id: P4\n',
).replace('  sectors: [', '  dispute body: "The ombudsman, ring 0800 1."\n  sectors: [')

let app: TestApp
let browser: Browser
let agent: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  agent = await app.signInAs(['agent'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (options: object = {}) => openWindow(browser, `${app.url}/desk/charter/law`, { person: agent, ...options })

describe('the page of the law', () => {
  it('says that the charter names none, and what the packs are not', async () => {
    const { page, context, trouble } = await open()
    await page.getByText('The charter names no law').waitFor()
    await page.getByText('They are not legal advice, and they are not complete').waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('lists the rows that bind, with source, date and why one is off', async () => {
    await publish(app.desk.store, app.workspace, LAWFUL)
    const { page, context, trouble } = await open()
    await page.getByText(said('Italy, Poland and European Union · energy and trade with consumers')).waitFor()
    const row = page.getByRole('listitem').filter({ hasText: 'IT-1 ' })
    const told = (await row.first().innerText()).replace(/[\u2066-\u2069]/g, '')
    expect(told).toContain('Complaint: answered within 30 days, from receipt (in 95% of cases)')
    expect(told).toContain('Noted on 23 Nov 2026')
    expect(told).toContain('Noted from a secondary source')
    expect(told).toContain('Legal minimum · The source says calendar days · The source does not say whether sending')
    expect(told).toContain('Article not looked up')
    expect(told, 'what was not confirmed is no fact').toContain('As reported, not confirmed: a compensation is due')
    const found = await page.getByRole('listitem').filter({ hasText: 'PL-1 ' }).first().innerText()
    expect(found).toContain('article 7a(1) (14 days)')
    expect(found).toContain('In time is what arrived by then')
    await page.getByText(said('Off, because We visit nobody unasked.')).waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('says of which chosen jurisdictions and sectors no row is known', async () => {
    const { page, context } = await open()
    const gaps = page.getByText('No row is known for these').locator('..')
    await gaps.waitFor()
    const told = (await gaps.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/[\u2066-\u2069]/g, ''))
    expect(told).toEqual(['Italy: trade with consumers', 'Poland: energy', 'European Union: energy'])
    await context.close()
  })

  it('can be read in Arabic, dark', async () => {
    for (const [language, scheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const { page, context } = await open({ locale: language, colorScheme: scheme })
      await page.getByText('PL-4').waitFor()
      expect(await barriersIn(page)).toEqual([])
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        await page.screenshot({ path: join(SCREENSHOTS, `law-${language}-${scheme}.png`) })
      }
      await context.close()
    }
  })
})

describe('what the law of a row did that was not confirmed', () => {
  it('is told as reported, as a task and in the ticket', async () => {
    const { store } = app.desk
    await publish(store, app.workspace, CARRIED)
    const { number } = await transaction(store, { workspace: app.workspace }, async (tx) =>
      openRequest(tx, {
        channel: 'email',
        by: 'customer',
        customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
        at: Date.now() - 20 * 86_400_000,
        message: { subject: 'The kettle leaks', text: 'It leaks from the lid.' },
      }),
    )
    const { page, context, trouble } = await openWindow(browser, `${app.url}/desk/attention`, { person: agent })
    await page.getByText('as reported, and not confirmed, the complaint counts as accepted').waitFor()
    await page.goto(`${app.url}/desk/tickets/all/${number}`)
    await page.locator('.events-toggle').click()
    await page.getByText('As reported, by law the complaint counts as accepted').waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })
})

describe('a complaint that a row of law binds', () => {
  it('shows how far it is, and puts the letter that is due into the answer, behind what is written', async () => {
    const { store } = app.desk
    const { number } = await transaction(store, { workspace: app.workspace }, async (tx) =>
      openRequest(tx, {
        channel: 'email',
        by: 'customer',
        customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
        at: Date.now() - 13 * 86_400_000,
        message: { subject: 'The kettle leaks', text: 'It leaks from the lid.' },
      }),
    )
    for (const [language, scheme, take] of [
      ['ar', 'dark', 'أدرجها في الجواب'],
      ['en', 'light', 'Put it into the answer'],
    ] as const) {
      const address = `${app.url}/desk/tickets/all/${number}`
      const { page, context, trouble } = await openWindow(browser, address, {
        person: agent,
        locale: language,
        colorScheme: scheme,
      })
      const answer = page.locator('.composer textarea')
      await answer.fill('Dear Carla,')
      await page.getByRole('button', { name: take }).click()
      await expect.poll(() => answer.inputValue()).toContain('you may go to: The ombudsman, ring 0800 1.')
      const text = await answer.inputValue()
      expect(text.startsWith('Dear Carla,\n\nWe received your complaint on ')).toBe(true)
      if (language === 'en') {
        await page.getByRole('heading', { name: 'Complaint' }).waitFor()
        await page.getByText('An answer that settles it carries').waitFor()
      }
      expect(await barriersIn(page)).toEqual([])
      expect(trouble).toEqual([])
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        await page.screenshot({ path: join(SCREENSHOTS, `complaint-${language}-${scheme}.png`) })
      }
      await context.close()
    }
  })
})
