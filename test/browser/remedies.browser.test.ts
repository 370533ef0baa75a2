/** Remedies in the browser, on the real server: given without asking, asked for and approved by another, and kindness. */
import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
let lead: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 20 })
  agent = await desk.hire('Anna Agent', ['agent'], ['agent'])
  lead = await desk.hire('Leo Lead', ['lead'], ['team-lead'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (path: string, person: TestPerson) => openWindow(browser, `${desk.app.url}/desk${path}`, { person })

/** A remedy in the list of all: those of the demo stand there too. */
const cardOf = (page: Page, number: number): Locator =>
  page.locator('.grant-card').filter({ has: page.getByRole('link', { name: `#${number}` }) })

/** A damaged parcel, its facts known or not. */
async function damaged(subject: string, price: number | undefined): Promise<number> {
  const { number } = await desk.receive({
    name: 'Julia Marsh',
    email: 'julia@example.org',
    subject,
    text: 'The parcel came in pieces.',
  })
  const today = new Date().toISOString().slice(0, 10)
  const facts = {
    reason: 'damaged',
    bought: today,
    ...(price === undefined ? {} : { price: { minor: price, currency: 'EUR' } }),
  }
  await desk.app.ask('POST', `/api/v1/tickets/${number}/facts`, { cookie: agent.cookie, body: { facts } })
  return number
}

describe('a damaged parcel', () => {
  it('is refunded in one step, and nobody is asked: the record says what it stands on', async () => {
    const number = await damaged('In pieces', 4500)
    const { page, context, trouble } = await open(`/tickets/all/${number}`, agent)
    const panel = page.getByRole('region', { name: 'Remedies' })
    const amount = panel.getByLabel(said('Amount in EUR'))
    await amount.waitFor()
    expect(await amount.inputValue()).toBe('45.00')
    await panel.getByText(said('up to €45.00, backed by R1 and A1')).first().waitFor()
    await panel.getByText(said('R1: Row 5 matches too: row 1 counts, as the first that matches.')).waitFor()
    const why = page.locator('details.why', { hasText: 'P1' })
    await why.locator('summary').click()
    await why.getByText(said('Row 5 matches too: row 3 counts, as the first that matches.')).waitFor()
    expect(await barriersIn(page)).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('Enter')
    await panel.getByRole('list').getByText(said('Refund, €45.00')).waitFor()
    await panel.getByText('To be carried out').waitFor()
    const conversation = page.getByRole('list', { name: 'Conversation' })
    await conversation.getByText(said('Granted: Refund, €45.00, backed by R1 and A1')).waitFor()
    expect(trouble).toEqual([])
    await panel
      .locator('.given')
      .getByRole('link', { name: said('A1 What agent may give') })
      .click()
    await page.waitForURL(/\/handbook#A1$/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('A1')
    await page.goBack()
    await panel.locator('.offers').getByRole('link', { name: 'R1 What we do when something went wrong' }).click()
    await page.waitForURL(/\/handbook#R1$/)
    await page.goto(`${desk.app.url}/desk/grants?state=granted`)
    const card = cardOf(page, number)
    await card.getByRole('heading', { name: said('Refund, €45.00') }).waitFor()
    await card.getByRole('button', { name: 'Mark as carried out' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /^Done \d+$/ }).click()
    await card.getByText(said('Anna Agent carried it out')).waitFor()
    await context.close()
  })

  it('whose price is unknown says so, and the fact is filled in on the spot', async () => {
    const alike = await damaged('Also in pieces', 1200)
    await desk.app.ask('POST', `/api/v1/tickets/${alike}/grants`, {
      cookie: agent.cookie,
      headers: { 'idempotency-key': 'alike' },
      body: { clause: 'R1', remedy: 'refund', amount: { minor: 1200, currency: 'EUR' }, reason: '', seen: 1_000_000 },
    })
    const number = await damaged('What did it cost', undefined)
    const { page, context } = await open(`/tickets/all/${number}`, agent)
    const panel = page.getByRole('region', { name: 'Remedies' })
    await panel.getByText('Purchase price').first().waitFor()
    expect(await panel.getByRole('button', { name: 'Grant' }).isEnabled()).toBe(false)
    await panel.getByRole('button', { name: 'Fill in' }).click()
    await page.getByRole('dialog').getByLabel('Purchase price').fill('20')
    await page.getByRole('button', { name: 'Save' }).click()
    await panel.getByText(said('up to €20.00, backed by R1 and A1')).first().waitFor()
    expect(await panel.getByLabel(said('Amount in EUR')).inputValue()).toBe('20.00')
    await panel.getByText(/^The same on/).click()
    const similar = panel.getByRole('listitem').filter({ has: page.getByRole('link', { name: `#${alike}` }) })
    await similar.getByText(said('Refund, €12.00')).waitFor()
    expect(await barriersIn(page)).toEqual([])
    await context.close()
  })
})

describe('beyond one’s limit', () => {
  it('one asks with a reason, and another approves it on one screen', async () => {
    const number = await damaged('A dear lamp', 45000)
    const hers = await open(`/tickets/all/${number}`, agent)
    const panel = hers.page.getByRole('region', { name: 'Remedies' })
    await panel.getByLabel(said('Amount in EUR')).fill('450')
    await panel.getByText(said('Beyond your limit: team lead or head of service decides')).waitFor()
    expect(await panel.getByRole('button', { name: 'Ask' }).isEnabled()).toBe(false)
    await panel.getByLabel('Why').fill('All four lamps were broken.')
    await panel.getByRole('button', { name: 'Ask' }).click()
    await panel.getByText('Waiting for approval').waitFor()

    const his = await open('/grants', lead)
    await his.page.waitForURL(/\/grants\?state=asked$/)
    await his.page.getByRole('link', { name: /^Waiting for approval [1-9]\d*$/ }).waitFor()
    await his.page.getByRole('link', { name: /Remedies: .* waits? for you/ }).waitFor()
    const card = cardOf(his.page, number)
    await card.getByRole('heading', { name: said('Refund, €450.00') }).waitFor()
    for (const text of ['All four lamps were broken.', 'The parcel came in pieces.', 'Julia Marsh', 'damaged item'])
      await card.getByText(text).first().waitFor()
    expect(await barriersIn(his.page)).toEqual([])
    await card.getByRole('button', { name: 'Approve' }).click()
    await card.waitFor({ state: 'detached' })

    // In what was given here; the same on another ticket is to be carried out too.
    await panel.locator('.given').getByText('To be carried out').waitFor()
    await panel.getByText('Leo Lead').first().waitFor()
    expect([...hers.trouble, ...his.trouble]).toEqual([])
    await hers.context.close()
    await his.context.close()
  })

  it('what is refused says why, and teaches the charter in one press', async () => {
    const number = await damaged('Another dear lamp', 45000)
    const path = `/api/v1/tickets/${number}`
    const { seq, charter } = await (await desk.app.ask('GET', `${path}/remedies`, { cookie: agent.cookie })).json()
    const amount = { minor: 30000, currency: 'EUR' }
    const body = {
      clause: 'R1',
      remedy: 'refund',
      amount,
      reason: 'Twice.',
      seen: seq,
      charter: charter.hash,
      ask: true,
    }
    const headers = { 'idempotency-key': 'refused in the browser' }
    const asked = await desk.app.ask('POST', `${path}/grants`, { cookie: agent.cookie, body, headers })
    expect(asked.status).toBe(201)
    const { page, context } = await open('/grants', lead)
    const card = cardOf(page, number)
    await card.getByLabel('Your reason').fill('A new lamp is enough.')
    await card.getByRole('button', { name: 'Refuse' }).click()
    await card.waitFor({ state: 'detached' })
    await page.goto(`${desk.app.url}/desk/tickets/all/${number}`)
    await page.getByRole('region', { name: 'Remedies' }).getByText('A new lamp is enough.').waitFor()
    await page.getByRole('button', { name: 'Suggest a change' }).click()
    await page.getByRole('link', { name: /Suggested/ }).click()
    await page.locator('.suggestion').getByText('Twice.').waitFor()
    await context.close()
  })
})

it('kindness is given with a reason, and what is left goes down', async () => {
  const number = await damaged('Nothing to be done', 1000)
  const { page, context, trouble } = await open(`/tickets/all/${number}`, agent)
  const panel = page.getByRole('region', { name: 'Remedies' })
  await panel.getByText(said('€200.00 left this month')).waitFor()
  await panel.getByRole('button', { name: 'Be kind' }).click()
  const kindness = panel.locator('.kindness')
  await kindness.getByLabel(said('Amount in EUR')).fill('15')
  await kindness.getByLabel('Why').fill('It was a present.')
  await kindness.getByRole('button', { name: 'Give' }).click()
  await panel.getByText(said('€185.00 left this month')).waitFor()
  await panel.getByText(said('out of kindness, backed by A1')).waitFor()
  const conversation = page.getByRole('list', { name: 'Conversation' })
  await conversation.getByText(said('Granted out of kindness: Credit, €15.00')).waitFor()
  expect(trouble).toEqual([])
  await context.close()
})

it('an exception comes to who leads with its reason, is taken up or set aside, under the share given without asking', async () => {
  const give = async (subject: string, reason: string) => {
    const number = await damaged(subject, 1000)
    const body = { remedy: 'credit', amount: { minor: 500, currency: 'EUR' }, reason, seen: 1_000_000, bend: true }
    const { cookie } = agent
    const headers = { 'idempotency-key': randomUUID() }
    await desk.app.ask('POST', `/api/v1/tickets/${number}/grants`, { cookie, headers, body })
    return number
  }
  const first = await give('A flood', 'Her flat was flooded.')
  const second = await give('A birthday', 'It was her birthday.')
  const hers = await open('/grants?state=exceptions', agent)
  await cardOf(hers.page, first).getByText('Somebody who leads looks at it.').waitFor()
  await hers.context.close()
  const { page, context, trouble } = await open('/grants?state=exceptions', lead)
  await cardOf(page, first)
    .getByRole('heading', { name: said('Credit, €5.00') })
    .waitFor()
  await page.getByRole('region', { name: 'Given without asking' }).getByText(said('Aimed at: 95% or more.')).waitFor()
  await page.getByText('By month').click()
  await page.getByRole('columnheader', { name: 'Without asking' }).waitFor()
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/exceptions.png`, fullPage: true })
  const field = cardOf(page, first).getByLabel('What the charter should learn')
  expect(await field.inputValue()).toBe('Her flat was flooded.')
  await field.fill('Credit after a flood.')
  await cardOf(page, first).getByRole('button', { name: 'Take up as a suggestion' }).click()
  await cardOf(page, first).waitFor({ state: 'detached' })
  await cardOf(page, second).getByLabel('What the charter should learn').fill('Once is fine.')
  await cardOf(page, second).getByRole('button', { name: 'Set aside' }).click()
  await cardOf(page, second).waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: 'Set aside' }).check()
  await cardOf(page, second).getByText(said('Set aside by Leo Lead: Once is fine.')).waitFor()
  await page.getByRole('radio', { name: 'Taken up' }).check()
  await cardOf(page, first).getByRole('link', { name: 'See the suggestions' }).click()
  await page.locator('.suggestion').getByText('Credit after a flood.').waitFor()
  expect(trouble).toEqual([])
  await context.close()
})
