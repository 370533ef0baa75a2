/** Broken promises in the browser, on the real server: what broke, where the time went, why, and a lead who knows better. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
let lead: TestPerson
let author: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 150 })
  agent = await desk.hire('Anna Agent', ['agent'], ['agent'])
  lead = await desk.hire('Leo Lead', ['lead'], ['team-lead'])
  author = await desk.hire('Ada Author', ['lead', 'author'], ['team-lead'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (path: string, person: TestPerson) => openWindow(browser, `${desk.app.url}/desk${path}`, { person })

interface Total {
  readonly key: string
  readonly broken: number
}

async function totals(by: string, query = ''): Promise<readonly Total[]> {
  const answer = await desk.app.ask('GET', `/api/v1/breaches/totals?by=${by}${query}`, { cookie: agent.cookie })
  const { items }: { items: readonly Total[] } = await answer.json()
  return items
}

it('each figure opens down to its tickets, and the address says what is chosen', async () => {
  const [first] = [...(await totals('cause'))].sort((a, b) => b.broken - a.broken)
  const { page, context, trouble } = await open('/broken', agent)
  const causes = page.locator('.total').first()
  await causes.getByRole('link').first().waitFor()
  expect(await causes.getByRole('link').first().textContent()).toContain(String(first?.broken))
  expect(await barriersIn(page)).toEqual([])
  await causes.getByRole('link').first().click()
  await page.waitForURL(`**/broken?cause=${first?.key}`)
  const breaches = page.locator('.breach')
  // The address changes before the list does.
  const shown = (total: Total | undefined) =>
    expect.poll(() => breaches.count(), { timeout: 120_000 }).toBe(Math.min(30, total?.broken ?? 0))
  await shown(first)
  expect(await page.getByRole('combobox', { name: 'Cause' }).inputValue()).toBe(first?.key)
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.waitForURL('**/broken')
  // One who has only the address sees the same.
  const [clause] = await totals('promise', `&cause=${first?.key}`)
  await page.goto(`${desk.app.url}/desk/broken?cause=${first?.key}&promise=${clause?.key}`)
  await shown(clause)
  expect(trouble).toEqual([])
  await context.close()
})

it('each says where its time went and by which rule it broke; only a lead may know better', async () => {
  const hers = await open('/broken', agent)
  await hers.page.locator('.breach').first().waitFor()
  expect(await hers.page.getByRole('button', { name: 'Correct the cause' }).count()).toBe(0)
  await hers.context.close()

  const { page, context, trouble } = await open('/broken', lead)
  const breach = page.locator('.breach').first()
  await breach.getByRole('figure', { name: 'Where the time went' }).waitFor()
  expect(await breach.getByRole('figure').getByRole('listitem').count()).toBeGreaterThan(0)
  expect(await breach.getByRole('img').count()).toBeGreaterThan(0)
  await breach.getByRole('button', { name: 'Correct the cause' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('by the rule').waitFor()
  await dialog.getByRole('radio', { name: 'Passed about' }).check()
  // Without a reason nothing is saved.
  const reason = dialog.getByLabel('How do you know?')
  await reason.fill('  ')
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await reason.fill('Four people had it, I asked them.')
  expect(await barriersIn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await breach.getByText(said('Leo Lead: Four people had it, I asked them.')).waitFor()
  await breach.getByText(/By the rule:/).waitFor()
  expect((await totals('cause')).find(({ key }) => key === 'bounced')?.broken).toBeGreaterThan(0)
  expect(trouble).toEqual([])
  await context.close()
})

it('each says what was promised; who writes the charter goes from it to the promise in a draft', async () => {
  const hers = await open('/broken', agent)
  const promised = hers.page.locator('.breach').first().locator('q')
  await promised.waitFor()
  expect(await promised.textContent()).not.toContain('{target}')
  expect(await hers.page.getByRole('button', { name: 'Change this promise' }).count()).toBe(0)
  await hers.context.close()

  const [clause] = await totals('promise')
  const { page, context, trouble } = await open(`/broken?promise=${clause?.key}`, author)
  await page.getByRole('button', { name: 'Change this promise' }).first().click()
  await page.waitForURL(`**/charter/drafts/*#part-promises-${clause?.key}`)
  const part = page.locator(`#part-promises-${clause?.key}`)
  await part.waitFor()
  await expect.poll(() => part.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await barriersIn(page)).toEqual([])
  await page.goto(`${desk.app.url}/desk/charter/drafts`)
  await page.getByRole('link', { name: said(`Change of ${clause?.key}`) }).waitFor()
  expect(trouble).toEqual([])
  await context.close()
})
