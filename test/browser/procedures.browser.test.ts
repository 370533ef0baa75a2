/** A procedure beside its ticket, in the browser on the real server: followed by keyboard from the first step to the last. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
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
  await desk.hire('Dan Dispatcher', ['agent'], ['dispatcher'])
  const source = readFileSync(join(ROOT, 'charters/utility.yaml'), 'utf8')
  const { desk: server, workspace } = desk.app
  await transaction(server.store, { workspace }, (tx) =>
    publishCharter(tx, { source, zoneData: 'test', effective: tx.now }),
  )
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const say = (number: number, facts: object) =>
  desk.app.ask('POST', `/api/v1/tickets/${number}/facts`, { cookie: agent.cookie, body: { facts } })

async function complaint(): Promise<number> {
  const { number } = await desk.receive({
    name: 'Julia Marsh',
    email: 'julia@example.org',
    subject: 'A bill that cannot be right',
    text: 'You billed me twice for the same month.',
  })
  await say(number, { matter: 'complaint', supply: 'water' })
  return number
}

const present = (page: Page) => page.locator('.procedures [aria-current="step"]')

it('is followed by keyboard: asked, handed over, decided, skipped with a reason, and over', async () => {
  const number = await complaint()
  const address = `${desk.app.url}/desk/tickets/all/${number}`
  const { page, context, trouble } = await openWindow(browser, address, { person: agent })
  const panel = page.getByRole('region', { name: 'What to do' })
  await panel.getByText('How a complaint is looked into').waitFor()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const standsAt = (text: RegExp) => present(page).filter({ hasText: text }).waitFor()

  await standsAt(/Ask for/)
  await present(page).getByRole('button', { name: 'Done' }).focus()
  await press('Enter')
  // Nobody said whether somebody must look at it: it is asked, never guessed.
  await standsAt(/Not known yet/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('step')
  await say(number, { inspection: true })
  await standsAt(/Hand over to/)
  expect(await barriersIn(page)).toEqual([])

  await present(page).getByRole('button', { name: 'Hand over…' }).focus()
  await press('Enter')
  // What is known stands there; the form takes the focus to what is missing, and leaves with nothing empty.
  await panel.locator('.step-form input').waitFor()
  expect(await panel.locator('.step-form input').count()).toBe(1)
  await press('Enter')
  expect(await present(page).locator('.step-form').count()).toBe(1)
  await page.keyboard.type('About 300 PLN, March twice')
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await panel.screenshot({ path: join(SCREENSHOTS, 'procedure-hand-over.png') })
  await press('Enter')
  await standsAt(/Wait for/)
  await panel.getByText(said('given to Dan Dispatcher')).waitFor()
  await panel.getByText('About 300 PLN, March twice').first().waitFor()

  // The focus stands at the step: its button is the next stop.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('step')
  await press('Tab', 'Enter')
  await standsAt(/Decide by/)
  await present(page).getByRole('button', { name: 'Decided otherwise…' }).focus()
  await press('Enter')
  await page.keyboard.type('The bill is corrected, nothing is paid.')
  await press('Enter')
  await standsAt(/Approved by/)
  await say(number, { disputed: { minor: 30_000, currency: 'PLN' } })
  await standsAt(/Write what was found/)
  await present(page).getByRole('button', { name: 'Skip…' }).focus()
  await press('Enter', 'Enter')
  // Without a reason nothing is skipped.
  expect(await present(page).locator('.step-form').count()).toBe(1)
  await page.keyboard.type('Told her on the phone.')
  await press('Enter')
  await standsAt(/answer-to-complaint/)
  await present(page).getByText('A task for you').waitFor()
  expect(await barriersIn(page)).toEqual([])
  await press('Tab', 'Enter')
  await panel.getByText('All steps are settled').waitFor()

  const log = page.locator('.conversation, .talk')
  await log
    .getByText(/Anna Agent.*: step .*6.* of .*D1.* skipped.*Told her on the phone\./)
    .first()
    .waitFor()
  await log
    .getByText(/Anna Agent.*handed over to/)
    .first()
    .waitFor()
  expect(await barriersIn(page)).toEqual([])
  expect(trouble).toEqual([])
  await context.close()
})

it('is nowhere where the charter has none for the ticket', async () => {
  const { number } = await desk.receive({
    name: 'Sam Hill',
    email: 'sam@example.org',
    subject: 'No water',
    text: 'Since this morning.',
  })
  await say(number, { matter: 'no-supply' })
  const { page, context } = await openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, { person: agent })
  await page.getByRole('region', { name: 'Remedies' }).waitFor()
  expect(await page.getByRole('region', { name: 'What to do' }).count()).toBe(0)
  await context.close()
})

it('has no barrier both ways round, light and dark', async () => {
  const number = await complaint()
  await say(number, { inspection: true, disputed: { minor: 300_000, currency: 'PLN' } })
  const act = (step: number, body: object) =>
    desk.app.ask('POST', `/api/v1/tickets/${number}/procedures/D1/steps/${step}`, { cookie: agent.cookie, body })
  await act(2, { act: 'done' })
  await act(3, {
    act: 'skipped',
    reason: 'They answered before they were asked, on the phone, and sent nothing in writing.',
  })
  await act(4, { act: 'done', reason: 'Nothing is owed.' })
  for (const language of ['en', 'ar'])
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, {
        person: agent,
        language,
        colorScheme,
      })
      await page.locator('.procedures .present').waitFor()
      if (SCREENSHOTS !== undefined) {
        const name = `${language}-${colorScheme}.png`
        await page.screenshot({ path: join(SCREENSHOTS, `procedure-${name}`) })
        await page.locator('.procedures').screenshot({ path: join(SCREENSHOTS, `procedure-panel-${name}`) })
      }
      expect(await barriersIn(page)).toEqual([])
      await context.close()
    }
})

it('tells leads which steps were skipped: found from the handbook, narrowed, and nowhere for others', async () => {
  const lead = await desk.hire('Lena Lead', ['lead'], [])
  const number = await complaint()
  const long = 'She had told us all of it on the phone before anybody asked. '.repeat(12).trim()
  await desk.app.ask('POST', `/api/v1/tickets/${number}/procedures/D1/steps/1`, {
    cookie: agent.cookie,
    body: { act: 'skipped', reason: long },
  })
  const address = `${desk.app.url}/desk/handbook`
  const { page, context, trouble } = await openWindow(browser, address, { person: lead })
  await page.getByText('Which promises measure which procedure').click()
  await page.getByRole('link', { name: 'Which steps were skipped' }).click()
  await page.getByRole('heading', { name: 'Skipped steps' }).waitFor()
  await page.getByText(long).waitFor()
  expect(await barriersIn(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Procedure' }).selectOption('D1')
  await page.getByLabel('From').fill('2001-01-01')
  await page.getByText(long).waitFor()
  await page.getByLabel('Until').fill('2001-01-31')
  await page.getByText('No step was skipped here').waitFor()
  await expect.poll(() => page.url()).toContain('procedure=D1&from=2001-01-01&until=2001-01-31')
  expect(await barriersIn(page)).toEqual([])
  await page.getByRole('link', { name: 'Show all' }).first().click()
  await page.getByRole('link', { name: new RegExp(`Ticket .*${number}`) }).click()
  await page.getByRole('region', { name: 'What to do' }).waitFor()
  expect(trouble).toEqual([])
  await context.close()

  for (const language of ['en', 'ar'])
    for (const colorScheme of ['light', 'dark'] as const) {
      const window = { person: lead, language, colorScheme }
      const { page, context } = await openWindow(browser, `${desk.app.url}/desk/handbook/skipped`, window)
      await page.getByText(long).waitFor()
      if (SCREENSHOTS !== undefined)
        await page.screenshot({ path: join(SCREENSHOTS, `skipped-${language}-${colorScheme}.png`) })
      expect(await barriersIn(page)).toEqual([])
      await context.close()
    }

  const own = await openWindow(browser, address, { person: agent })
  await own.page.getByText('Which promises measure which procedure').click()
  expect(await own.page.getByRole('link', { name: 'Which steps were skipped' }).count()).toBe(0)
  await own.context.close()
})
