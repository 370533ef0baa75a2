/** The page of improvements in the desk, in Chromium: the ranking by the desk's own tickets, and the plan of mending a clause. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { addRequest } from '../../packages/server/test/site/site-workspace.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { startBrowser } from './browser.browser.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const CHARTER = `${ALWAYS_OPEN.replace('  - id: P1\n', '  - id: P1\n    owner: team-lead\n')}
procedures: [ { id: W1, steps: [ { do: Ask for the name. } ], says: How we begin } ]
`

let app: TestApp
let browser: Browser
let lead: TestPerson
let agent: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  lead = await app.signInAs(['lead'])
  agent = await app.signInAs(['agent'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (options: object = {}) =>
  openWindow(browser, `${app.url}/desk/charter/improvements`, { person: lead, ...options })

describe('the page of improvements', () => {
  it('says that no charter is in force, and that nothing was measured', async () => {
    const before = await open({ person: agent })
    await before.page.getByText('No charter is in force').waitFor()
    await before.context.close()
    await publish(app.desk.store, app.workspace, CHARTER)
    const { page, context, trouble } = await open({ person: agent })
    await page.getByText('Nothing is to be improved').waitFor()
    const unmeasured = page.getByRole('region', { name: 'Not measured' })
    expect(await unmeasured.locator('.improvement').count()).toBe(5)
    await unmeasured.getByText('touched no ticket').first().waitFor()
    expect(await page.getByText('Plan', { exact: true }).count(), 'planning is for who leads').toBe(0)
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('ranks by what went wrong, and anew by what mending takes; a plan is kept, and done leaves the ranking', async () => {
    await transaction(app.desk.store, { workspace: app.workspace }, async (tx) => {
      for (let index = 0; index < 10; index++)
        await addRequest(tx, agent.person, {
          ago: (index + 1) * 2 * DAY,
          answeredAfter: index < 4 ? 3 * HOUR : 20 * MINUTE,
          ...(index < 7 ? { solvedAfter: 5 * HOUR } : {}),
        })
    })
    const { page, context, trouble } = await open()
    const first = page.getByRole('region', { name: 'To improve first' })
    const ranked = () => first.locator('.improvement-name').allInnerTexts()
    const item = (id: string) => page.locator('.improvement', { has: page.locator('.mark', { hasText: id }) })
    await item('P1').getByText(said('100% of contacts (10 of 10) · went wrong on 40% (4 of 10) · weight 20')).waitFor()
    expect((await ranked()).map((text) => text.slice(0, 5).replace(/\s+/g, ' '))).toEqual(['1 P1 ', '2 P3 '])
    await item('P1')
      .getByText(/^team.lead$/i)
      .waitFor()

    await item('P1').getByText('Plan', { exact: true }).click()
    const form = page.getByRole('form', { name: said('Plan the mending of P1') })
    await form.getByLabel('Effort').selectOption('large')
    await form.getByLabel('Who sees to it').selectOption({ value: agent.person })
    await form.getByLabel('By', { exact: true }).fill('2026-01-31')
    await form.getByLabel('Note', { exact: true }).fill('<b>One more person</b> \u202Eat noon')
    await form.getByRole('button', { name: 'Keep' }).click()
    await form.waitFor({ state: 'detached' })
    expect((await ranked()).map((text) => text.slice(0, 5).replace(/\s+/g, ' '))).toEqual(['1 P3 ', '2 P1 '])
    await item('P1').getByText('overdue').waitFor()
    await item('P1').getByText('Ada Agent').first().waitFor()
    const note = page.locator('.improvement-note')
    expect(await note.innerText()).toBe('<b>One more person</b> \u202Eat noon')
    expect(await note.getAttribute('dir')).toBe('auto')

    for (const [language, scheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const seen = await open({ locale: language, colorScheme: scheme })
      await seen.page.locator('.improvement-note').waitFor()
      await seen.page.locator('.improvement summary').first().click()
      await seen.page.locator('.plan-form').waitFor()
      expect(await barriersIn(seen.page)).toEqual([])
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        await seen.page.screenshot({ path: join(SCREENSHOTS, `improvements-${language}-${scheme}.png`) })
      }
      expect(seen.trouble).toEqual([])
      await seen.context.close()
    }

    await item('P3').getByText('Plan', { exact: true }).click()
    const other = page.getByRole('form', { name: said('Plan the mending of P3') })
    await other.getByLabel('Where it stands').selectOption('done')
    await other.getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('region', { name: 'Done or dropped' }).getByText('P3').waitFor()
    expect((await ranked()).map((text) => text.slice(0, 5).replace(/\s+/g, ' '))).toEqual(['1 P1 '])
    expect(trouble).toEqual([])
    await context.close()
  })
})
