/** An escalation walked to its end before anybody needs it: in the studio of a draft, and in the handbook for who leads. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { setAbsence } from '../../packages/server/src/features/absences/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const DAY = 86_400_000

let desk: DeskAtWork
let browser: Browser
let lead: TestPerson
let author: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 10 })
  const { workspace } = desk.app
  // Those of the demo hold nothing here.
  await transaction(desk.app.desk.store, { workspace }, ({ db }) =>
    db.deleteFrom('position_holder').where('workspace_id', '=', workspace).execute(),
  )
  lead = await desk.hire('Lea Lead', ['lead'], ['team-lead'])
  author = await desk.hire('Ada Author', ['author'], [])
  const deputy = await desk.hire('Dora Deputy', ['agent'], [])
  await transaction(desk.app.desk.store, { workspace }, (tx) =>
    setAbsence(tx, lead.person, {
      from: new Date(tx.now + DAY).toISOString(),
      until: new Date(tx.now + 60 * DAY).toISOString(),
      deputy: deputy.person,
    }),
  )
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

/** The field for date and time, so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 11).concat('10:00')
const walk = async (page: Page, days: number) => {
  const ladder = page.locator('.ladder-walk[open]')
  await ladder.getByLabel(/The ticket comes in/).fill(inDays(days))
  await ladder.getByRole('button', { name: 'Walk through it' }).click()
  return ladder
}

it('a lead sees in the handbook who is on duty at each step, who is away then, and what is to be mended', async () => {
  const { page, context, trouble } = await openWindow(browser, `${desk.app.url}/desk/handbook`, { person: lead })
  await page.locator('#E1').getByText(said('Walk through E1')).click()
  const ladder = await walk(page, 10)
  await ladder.getByRole('list', { name: said('Steps of E1') }).waitFor()
  const steps = ladder.getByRole('list', { name: said('Steps of E1') }).getByRole('listitem')
  expect(await steps.count()).toBe(3)
  await steps.nth(1).getByText('Nobody is on duty').waitFor()
  await steps.nth(1).getByText(said('Dora Deputy has their tickets meanwhile')).waitFor()
  await ladder.getByText(/places? to mend/).waitFor()
  await ladder.getByText(said('nobody holds the position duty manager')).waitFor()
  if (SCREENSHOTS !== undefined) {
    await ladder.scrollIntoViewIfNeeded()
    await page.screenshot({ path: join(SCREENSHOTS, 'ladder-en.png'), fullPage: false })
  }
  expect(await barriersIn(page)).toEqual([])
  expect(trouble).toEqual([])
  await context.close()
})

it('the ladder of a draft is walked as it stands in the studio', async () => {
  const answer = await desk.app.ask('POST', '/api/v1/drafts', {
    cookie: author.cookie,
    body: { note: 'Ladders', from: 1 },
  })
  const { id } = (await answer.json()) as { id: string }
  const path = `${desk.app.url}/desk/charter/drafts/${id}`
  const { page, context, trouble } = await openWindow(browser, path, { person: author })
  const part = page.locator('#part-escalation-E1')
  await part.getByLabel(said('Step 1: when')).fill('60%')
  await page.locator('.keeping', { hasText: /^Saved$/ }).waitFor()
  await part.getByText(said('Walk through E1')).click()
  const ladder = await walk(page, 0)
  await ladder.getByRole('listitem').filter({ hasText: '60%' }).waitFor()
  await ladder.getByText(said('The ticket goes to')).waitFor()

  // An escalation that hears of a customer who comes again.
  const events = page.locator('#part-events')
  await events.getByLabel('New event, such as repair.booked').fill('back.again')
  await page.keyboard.press('Enter')
  await events.locator('summary', { hasText: 'back.again' }).click()
  await events
    .locator('details[open]')
    .getByRole('button', { name: /comes again/ })
    .click()
  await events.getByLabel('Time in which they are counted').fill('1 month')
  await part.getByLabel('What it waits for').selectOption('on back.again')
  await page.locator('.keeping', { hasText: /^Saved$/ }).waitFor()
  const draft = await desk.app.ask('GET', `/api/v1/drafts/${id}`, { cookie: author.cookie })
  expect(((await draft.json()) as { source: string }).source).toContain('back.again: { tickets: 3, within: 1 month }')
  await ladder.getByRole('button', { name: 'Walk through it' }).click()
  await ladder.getByRole('listitem').filter({ hasText: 'tell the assignee' }).waitFor()
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) {
    const dark = await openWindow(browser, path, { person: author, locale: 'ar', colorScheme: 'dark' })
    const there = dark.page.locator('#part-escalation-E1 .ladder-walk')
    await there.locator('summary').click()
    await there.getByRole('button').click()
    await there.getByRole('listitem').first().waitFor()
    await there.scrollIntoViewIfNeeded()
    await dark.page.screenshot({ path: join(SCREENSHOTS, 'ladder-ar.png') })
    await dark.context.close()
  }
  expect(trouble).toEqual([])
  await context.close()
})
