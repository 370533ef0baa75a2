/** How an answer leaves: from which address, signed how. Set by a lead, seen beside the words by who writes, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { markUnreachable } from '../../packages/server/src/features/outbox/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'
import { BROWSER_LOOKS, looksInTurn } from './looks.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let work: DeskAtWork
let browser: Browser
let lead: TestPerson
let agent: TestPerson

beforeAll(async () => {
  work = await openDeskAtWork({ tickets: 5 })
  lead = await work.hire('Lea Lead', ['lead'], [])
  agent = await work.hire('يوسف حداد', ['agent'], [])
  const { workspace, desk } = work.app
  await transaction(desk.store, { workspace }, async (tx) => {
    await addMailbox(tx, { address: 'parcels@bramble.example', name: 'Bramble parcels' })
    await tx.db
      .updateTable('person')
      .set({ team: 'delivery' })
      .where('workspace_id', '=', workspace)
      .where('id', 'in', [lead.person, agent.person])
      .execute()
  })
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await work?.close()
})

const open = (path: string, person: TestPerson, options: object = {}) =>
  openWindow(browser, `${work.app.url}${path}`, { person, ...options })

async function picture(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}

describe('a team', () => {
  it('gets an address and signatures from a lead', async () => {
    const { page, context, trouble } = await open('/desk/settings', lead)
    await page.getByRole('link', { name: 'Teams' }).click()
    await page.getByRole('button', { name: said('The team delivery') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Answers from').selectOption('parcels@bramble.example')
    await dialog.getByLabel('English').fill('{nobody}')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('English').fill('{name}\nParcels and journeys, team {team}')
    await dialog.getByLabel('العربية').fill('{name}\nفريق {team}')
    expect(await barriersIn(page)).toEqual([])
    await picture(page, 'team-dialog-en')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('parcels@bramble.example').waitFor()
    await page.getByText(said('English and العربية')).waitFor()
    // A refused signature is told of by the browser, too.
    expect(trouble.filter((each) => !each.includes('400'))).toEqual([])
    await context.close()
  })

  it.each(looksInTurn(BROWSER_LOOKS, 0))('stands on its page in %s, %s, %i px', async (locale, colorScheme, width) => {
    const options = { locale, colorScheme, viewport: { width, height: 900 } }
    const { page, context } = await open('/desk/settings/teams', lead, options)
    await page.getByText('parcels@bramble.example').waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await picture(page, `teams-${locale}-${colorScheme}-${width}`)
    await page.locator('.table button').last().click()
    await page.getByRole('dialog').waitFor()
    await picture(page, `team-${locale}-${colorScheme}-${width}`)
    await context.close()
  })
})

describe('an address that takes no mail', () => {
  it.each(looksInTurn(BROWSER_LOOKS, 1))(
    'is told of before one writes, in %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const email = `gone-${locale}-${width}@gone.example`
      const { number } = await work.receive({ name: 'Carla', email, subject: 'The parcel', text: 'Where is it?' })
      const { workspace, desk } = work.app
      await transaction(desk.store, { workspace }, (tx) => markUnreachable(tx, email, '5.1.1'))
      const options = { locale, colorScheme, viewport: { width, height: 900 } }
      const agents = await open(`/desk/tickets/all/${number}`, agent, options)
      await agents.page.locator('.composer .band').getByText('5.1.1').waitFor()
      expect(await agents.page.locator('.composer .band button').count()).toBe(0)
      await agents.context.close()
      const { page, context } = await open(`/desk/tickets/all/${number}`, lead, options)
      const band = page.locator('.composer .band')
      await band.getByText('5.1.1').waitFor()
      expect(await barriersIn(page)).toEqual([])
      await picture(page, `dead-${locale}-${colorScheme}-${width}`)
      await band.getByRole('button').click()
      await band.waitFor({ state: 'detached' })
      await context.close()
    },
  )
})

describe('who answers', () => {
  it('chooses the team of a ticket beside it, and keeps the ticket', async () => {
    const { number } = await work.receive({
      name: 'Carla',
      email: 'carla-team@home.example',
      subject: 'The parcel',
      text: 'Where is it?',
    })
    const path = `/api/v1/tickets/${number}`
    const { cookie } = agent
    await work.app.ask('POST', `${path}/assignment`, { cookie, body: { to: agent.person } })
    const { page, context, trouble } = await open(`/desk/tickets/all/${number}`, agent)
    const team = page.getByRole('combobox', { name: 'Team' })
    await team.selectOption('delivery')
    await page.locator('.composer .signature').getByText('Parcels and journeys, team delivery').waitFor()
    const ticket = async () => (await work.app.ask('GET', path, { cookie })).json()
    await expect.poll(ticket).toMatchObject({ team: 'delivery', assignee: { id: agent.person } })
    expect(await barriersIn(page)).toEqual([])
    await picture(page, 'team-of-ticket')
    await team.selectOption('')
    await expect.poll(async () => (await ticket()).team).toBeNull()
    expect(trouble).toEqual([])
    await context.close()
  })

  it.each(looksInTurn(BROWSER_LOOKS, 0))(
    'sees from where it leaves and what stands under it, in %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const { number } = await work.receive({
        name: 'Carla',
        email: `carla-${locale}-${width}@home.example`,
        subject: 'The parcel',
        text: 'Where is it?',
        language: locale === 'ar' ? 'ar' : 'en',
      })
      const options = { locale, colorScheme, viewport: { width, height: 900 } }
      const { page, context } = await open(`/desk/tickets/all/${number}`, agent, options)
      const signature = page.locator('.composer .signature')
      const isArabic = locale === 'ar'
      await signature.getByText(isArabic ? 'فريق' : 'Parcels and journeys').waitFor()
      expect(await signature.locator('[lang]').getAttribute('dir')).toBe(isArabic ? 'rtl' : 'ltr')
      expect(await signature.textContent()).toContain('parcels@bramble.example')
      expect(await barriersIn(page)).toEqual([])
      await picture(page, `answering-${locale}-${colorScheme}-${width}`)
      // A note leaves from nowhere.
      await page.locator('.composer-head input').last().check()
      await signature.waitFor({ state: 'detached' })
      await context.close()
    },
  )
})
