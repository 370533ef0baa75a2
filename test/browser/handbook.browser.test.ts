/** A change of the charter reaches staff: what changed for them, read with the keys; who has not, reminded; the handbook. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'
import { publishChange } from './publish-change.ts'

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
let author: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 10 })
  agent = await desk.hire('Anna Agent', ['agent'], ['agent'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (path: string, person: TestPerson) => openWindow(browser, `${desk.app.url}/desk${path}`, { person })

it('a version that is published while one works shows itself: the badge, what changed, the handbook', async () => {
  const { page, context, trouble } = await open('/handbook', agent)
  await page.getByText(said('Version 1, in force since')).waitFor()
  const made = await publishChange(desk, 'More time for gold customers', [
    ['channel: email, tier: gold, target: 1 h of office', 'channel: email, tier: gold, target: 2 h of office'],
    ['per ticket: 100 EUR', 'per ticket: 150 EUR'],
  ])
  author = made.author
  await page.getByText(said('Version 2, in force since')).waitFor()
  const gold = page.locator('#P1').getByRole('row', { name: said('e-mail gold') })
  await gold.getByText(said('2 hours of office hours')).waitFor()
  await page.getByRole('link', { name: said('Charter: 2 changes to read') }).waitFor()
  await page.getByRole('link', { name: /Changes for you/ }).click()

  const changes = page.locator('.changes > .change')
  await page.getByText(said('Looser For Channel: e-mail, Customer tier: gold')).waitFor()
  expect(await changes.count()).toBe(2)
  expect(await changes.getByText(said('Why: More time for gold customers')).count()).toBe(2)
  expect(await barriersIn(page)).toEqual([])
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.getByText(said('1 clause read before')).waitFor()
  await page.keyboard.press('a')
  await page.getByText('You have read everything that changed for you').waitFor()
  await page.getByRole('link', { name: 'Charter', exact: true }).waitFor()
  expect(trouble).toEqual([])
  await context.close()
})

it('who answers for the charter sees who has not read it, and reminds them', async () => {
  const { page, context, trouble } = await open('/charter/versions/2', author)
  const standing = page.locator('.standing')
  await standing
    .getByRole('row', { name: /Anna Agent/ })
    .getByText('all', { exact: true })
    .waitFor()
  const others = await standing.getByRole('row', { name: /\d+ of \d+/ }).count()
  await standing.getByRole('button', { name: /Remind/ }).click()
  await standing
    .getByRole('status')
    .getByText(said(`${others} `))
    .waitFor()
  await standing.getByRole('button', { name: /Remind/ }).click()
  await standing.getByText('Everybody was reminded today already.').waitFor()
  expect(trouble).toEqual([])
  await context.close()
})

it('a suggestion beside a clause is answered by an author, and its author reads why', async () => {
  const hers = await open('/handbook', agent)
  await hers.page.locator('#P1').getByText(said('Comment on P1, or suggest a change')).click()
  await hers.page.getByLabel(said('What should P1 say instead, and why?')).fill('On Fridays it should be less.')
  await hers.page.locator('#P1').getByRole('button', { name: 'Say it' }).click()
  await hers.page.locator('#P1 .suggestion').getByText('On Fridays it should be less.').waitFor()
  expect(await hers.page.locator('#P1').getByRole('button', { name: 'Take it up' }).count()).toBe(0)

  const { page, context } = await open('/charter/suggestions', author)
  await page.getByLabel(said('Your answer to Anna Agent')).fill('Fridays are as other days.')
  expect(await barriersIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Decline' }).click()
  await page.getByText('Nothing waits for an answer').waitFor()
  await context.close()

  await hers.page.goto(`${desk.app.url}/desk/attention`)
  await hers.page.getByRole('link', { name: 'See the answer' }).click()
  await hers.page.getByText('Declined', { exact: true }).click()
  await hers.page.getByText(said('Aurelia Author: Fridays are as other days.')).waitFor()
  await hers.context.close()
})

it('is taken along: a page to print with contents, Markdown, and in plain words where no PDF can be made', async () => {
  const { page, context } = await open('/handbook', agent)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Print', exact: true }).click()
  const print = await opened
  await print.getByRole('heading', { name: 'Contents' }).waitFor()
  await print.getByRole('link', { name: /^P1/ }).click()
  expect(print.url()).toContain('#clause-P1')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Markdown', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^handbook-\d+-en\.md$/)
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  await page.getByText(said('This server cannot make a PDF.')).waitFor()
  await context.close()
})
