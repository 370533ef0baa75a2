/** The page of objectives in the desk, in Chromium: figures, what others claim, and waits noted at them. */
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
const DAY = 1440 * MINUTE
const TODAY = new Date().toISOString().slice(0, 10)
const LONG = 'The Exceedingly Long-Named Association of Kettle and Teapot Repairers of the Northern Provinces'

const AIMING = `${ALWAYS_OPEN.replace('  - id: P2\n', '  - id: P2\n    stance: deliberate-gap\n')}
values: [ { id: V1, says: We answer people. } ]
objectives:
  - id: O1
    says: Nearly everybody is answered in time.
    value: V1
    owner: team-lead
    measure: kept(P1)
    target: 70%
    stretch: 99%
    baseline: 50%
    by: 2099-06-30
    benchmarks:
      - { of: Rival Ltd, claims: 90%, source: their page, date: ${TODAY}, channel: email, stance: differentiator }
      - { of: Rival Ltd, claims: 3 h, source: their page, date: 2020-01-05, channel: phone, stance: deliberate-gap }
  - id: O2
    says: And soon.
    measure: median(P1)
    target: 30 min
    by: 2099-06-30
    benchmarks:
      - { of: ${LONG}, claims: 50 min, source: "https://example.org/a-page-with-a-very-long-address/that-goes-on-and-on", date: ${TODAY}, stance: parity }
  - { id: O3, says: Happy., measure: satisfaction, target: 60%, by: 2099-06-30 }
`

let app: TestApp
let browser: Browser
let lead: TestPerson
let agent: TestPerson
beforeAll(async () => {
  app = await openTestApp({ webFolder: await buildWebWhereStale() })
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  lead = await app.signInAs(['lead'])
  agent = await app.signInAs(['agent'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (options: object = {}) =>
  openWindow(browser, `${app.url}/desk/charter/objectives`, { person: lead, ...options })

describe('the page of objectives', () => {
  it('says that the charter has none', async () => {
    const { page, context, trouble } = await open({ person: agent })
    await page.getByText('The charter has no objectives').waitFor()
    await page.getByText('Nobody has noted a wait yet.').waitFor()
    expect(await page.getByRole('button', { name: 'Note it' }).count(), 'noting is for who leads').toBe(0)
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
    await context.close()
  })

  it('shows figures, gaps and noted waits; is narrowed by stance; notes a wait and takes it away', async () => {
    const { store } = app.desk
    await publish(store, app.workspace, AIMING)
    await transaction(store, { workspace: app.workspace }, async (tx) => {
      for (const [index, minutes] of [10, 20, 40, 50, 55, 58, 59, 61, 90, 400].entries())
        await addRequest(tx, agent.person, { ago: (index + 1) * 2 * DAY, answeredAfter: minutes * MINUTE })
    })
    const { page, context, trouble } = await open()
    const objective = (id: string) => page.getByRole('region', { name: id })
    await objective('O1').getByText('10 cases').waitFor()
    await objective('O1').getByText('Reached', { exact: true }).waitFor()
    await objective('O2').getByText('Not reached').waitFor()
    await objective('O3').getByText('No cases yet').waitFor()
    await objective('O1').getByText(said('20 percentage points behind')).waitFor()
    await objective('O1').getByText(said('2 h 5 min better')).waitFor()
    await objective('O1').getByText('more than 12 months old').waitFor()

    await page.getByLabel('At whom').fill('Rival Ltd')
    await page.getByLabel('Channel').selectOption('phone')
    await page.getByLabel('On', { exact: true }).fill(TODAY)
    await page.getByLabel('Waited (minutes)').fill('70')
    await page.getByLabel('Note', { exact: true }).fill('<b>Hung up</b> \u202Etwice')
    await page.getByRole('button', { name: 'Note it' }).click()
    await objective('O1').getByText(said('1 h 10 min (1 time)')).waitFor()
    expect(await page.getByLabel('At whom').inputValue()).toBe('')
    const note = page.locator('.wait-note')
    expect(await note.innerText()).toBe('<b>Hung up</b> \u202Etwice')
    expect(await note.getAttribute('dir')).toBe('auto')
    await note.scrollIntoViewIfNeeded()

    for (const [language, scheme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const seen = await open({ locale: language, colorScheme: scheme })
      await seen.page.locator('.comparisons').first().waitFor()
      await seen.page.locator('.wait-note').waitFor()
      expect(await barriersIn(seen.page)).toEqual([])
      if (SCREENSHOTS !== undefined) {
        mkdirSync(SCREENSHOTS, { recursive: true })
        await seen.page.screenshot({ path: join(SCREENSHOTS, `objectives-${language}-${scheme}.png`) })
        await seen.page.locator('.wait-note').scrollIntoViewIfNeeded()
        await seen.page.screenshot({ path: join(SCREENSHOTS, `observed-waits-${language}-${scheme}.png`) })
      }
      expect(seen.trouble).toEqual([])
      await seen.context.close()
    }

    await page.getByRole('radio', { name: 'behind them, on purpose' }).check()
    await objective('O2').waitFor({ state: 'detached' })
    expect(await page.locator('.comparisons tbody tr').count()).toBe(1)
    await page.getByRole('region', { name: 'Clauses by which we stand so' }).getByText('P2').waitFor()
    expect(new URL(page.url()).searchParams.get('stance')).toBe('deliberate-gap')
    await page.getByRole('radio', { name: 'all' }).check()
    await objective('O2').waitFor()

    await page.getByRole('button', { name: 'Take away' }).click()
    await note.waitFor({ state: 'detached' })
    await page.getByText('Nobody has noted a wait yet.').waitFor()
    expect(trouble).toEqual([])
    await context.close()
  })
})
