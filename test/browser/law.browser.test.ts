/** The law that a charter lives under, in the desk, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    expect(told).toContain('Complaint: answered within 30 days (in 95% of cases)')
    expect(told).toContain('Noted on 22 Nov 2026')
    expect(told).toContain('Read in a secondary source')
    await page.getByText(said('Off, because We visit nobody unasked.')).waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(trouble).toEqual([])
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
