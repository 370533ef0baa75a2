/** The report of a backtest, opened from disk as a reader would. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT, run } from '../../tools/run-command.ts'
import { violationsIn } from './barriers.ts'
import { startBrowser } from './browser.browser.ts'
import { BOTH_WAYS, looksInTurn } from './looks.ts'
import { HOSTILE, reportHistory } from './report-history.ts'

/** Where pictures of every view are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const LANGUAGES = ['en', 'ar'] as const
const THEMES = ['light', 'dark'] as const
const WIDTHS = [400, 900, 1440] as const

let folder: string
let address: string
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avow report '))
  const history = join(folder, 'history.jsonl')
  const report = join(folder, 'report.html')
  writeFileSync(history, reportHistory())
  const avow = join(ROOT, 'packages/cli/bin/avow.mjs')
  const charter = join(ROOT, 'charters/retailer.yaml')
  const { code, output } = await run(process.execPath, [
    avow,
    'backtest',
    charter,
    '--history',
    history,
    '--report',
    report,
  ])
  if (code !== 0) throw new Error(output)
  address = pathToFileURL(report).href
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the report; `trouble` gathers whatever the page complains of. */
async function open(language: string, options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('dialog', (dialog) => trouble.push(dialog.message()))
  page.on('request', (request) => {
    if (request.url() !== page.url() && !request.isNavigationRequest()) trouble.push(request.url())
  })
  await page.goto(`${address}?lang=${language}`)
  return { page, trouble }
}

it.each(looksInTurn(BOTH_WAYS))('has nothing that bars people in %s, %s', async (language, colorScheme) => {
  const { page, trouble } = await open(language, { colorScheme })
  await page
    .locator('details')
    .first()
    .evaluate((details) => details.setAttribute('open', ''))
  // Entries are alike; looking into hundreds would take minutes.
  const violations = await violationsIn(page, {
    tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    except: '.entry:nth-child(n + 8)',
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([])
  expect(trouble).toEqual([])
  await page.context().close()
})

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(WIDTHS)('fits into %i pixels', async (width) => {
    const { page } = await open(language, { viewport: { width, height: 900 } })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.context().close()
  })

  it('shows this language and no other', async () => {
    const { page } = await open(language)
    const shown = await page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.dir,
      document.querySelector('h2')?.checkVisibility(),
    ])
    expect(shown).toEqual([language, language === 'ar' ? 'rtl' : 'ltr', true])
    const other = language === 'ar' ? 'en' : 'ar'
    expect(await page.locator(`span[lang=${other}]:visible`).count()).toBe(0)
    expect(await page.locator(`span[lang=${language}]:visible`).count()).toBeGreaterThan(100)
    await page.context().close()
  })
})

describe('the page', () => {
  it('runs nothing that a ticket brings along, and shows it as text', async () => {
    const { page, trouble } = await open('en')
    expect(await page.title()).toBe('Backtest of How we serve you')
    const [ticket] = await page.locator('.entry h3').filter({ hasText: 'script' }).allTextContents()
    expect(ticket).toBe(HOSTILE.replace('\u202e', ''))
    expect(await page.locator('img, iframe, object').count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  it('changes its language in place, and its name with it', async () => {
    const { page } = await open('en', { viewport: { width: 900, height: 700 } })
    await page.locator('.entry').nth(5).scrollIntoViewIfNeeded()
    const firstInView = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-place]')].findIndex((place) => place.getBoundingClientRect().bottom > 0),
      )
    const before = await firstInView()
    // Where the button stands makes no matter: the place in view stays.
    await page.locator('[data-language=ar]').dispatchEvent('click')
    expect(await firstInView()).toBe(before)
    expect(await page.title()).toBe('اختبار كيف نخدمكم على السجل السابق')
    expect(await page.locator('[data-language=ar]').getAttribute('aria-pressed')).toBe('true')
    await page.context().close()
  })

  it('turns its lines round: time runs from the side where reading begins', async () => {
    for (const language of LANGUAGES) {
      const { page } = await open(language)
      const [start, whole] = await page.evaluate(() => {
        const line = document.querySelector('.entry .line')
        const box = (element: Element | null | undefined) => element?.getBoundingClientRect()
        return [box(line?.querySelector('use[href="#s-start"]'))?.left ?? 0, box(line)]
      })
      const middle = (whole?.left ?? 0) + (whole?.width ?? 0) / 2
      expect(start < middle).toBe(language === 'en')
      await page.context().close()
    }
  })

  it('unfolds a why by the keyboard alone', async () => {
    const { page } = await open('en')
    const why = page.locator('.entry details').first()
    expect(await why.locator('.why').isVisible()).toBe(false)
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await why.evaluate((details) => details.contains(document.activeElement))) break
    }
    await page.keyboard.press('Enter')
    expect(await why.locator('.why').isVisible()).toBe(true)
    expect(await why.innerText()).toContain('The clock started on')
    await page.context().close()
  })

  it('filters and orders the ledger, and says how many are left', async () => {
    const { page } = await open('en')
    const all = Number(await page.locator('[data-count]:visible').innerText())
    await page.locator('button[data-promise="0"]').click()
    const ofFirst = await page.locator('.entry:visible').count()
    expect(ofFirst).toBeGreaterThan(0)
    expect(ofFirst).toBeLessThan(all)
    expect(await page.locator('[data-shown]:visible').innerText()).toBe(String(ofFirst))
    expect(Number(await page.locator('[data-count]:visible').innerText())).toBeLessThan(all)
    await page.locator('#by-ticket').fill('r-1003')
    expect(await page.locator('.entry:visible h3').allInnerTexts()).toEqual(['R-1003'])
    await page.locator('#by-ticket').fill('nothing like it')
    expect(await page.locator('#no-match').isVisible()).toBe(true)
    await page.locator('#by-ticket').fill('')
    await page.locator('[data-sort=due]').click()
    const dues = await page
      .locator('.entry:visible')
      .evaluateAll((entries) => entries.map((entry) => Number(entry.getAttribute('data-due'))))
    expect(dues).toEqual([...dues].sort((a, b) => b - a))
    await page.context().close()
  })

  it('shows more entries when asked, in the order chosen', async () => {
    const { page } = await open('en')
    const all = await page.locator('.entry').count()
    const number = async (name: string) => Number(await page.locator(`[data-${name}]:visible`).innerText())
    expect(await page.locator('.entry:visible').count()).toBe(25)
    expect([await number('shown'), await number('count')]).toEqual([25, all])
    await page.locator('#more').click()
    expect(await page.locator('.entry:visible').count()).toBe(50)
    await page.locator('[data-sort=due]').click()
    expect(await page.locator('.entry:visible').count()).toBe(25)
    while (await page.locator('#more').isVisible()) await page.locator('#more').click()
    expect(await page.locator('.entry:visible').count()).toBe(all)
    await page.context().close()
  })

  it('folds the others away without its script, and prints all of them', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open('en', { javaScriptEnabled })
      const shown = () =>
        page.locator('.entry').evaluateAll((entries) => entries.filter((entry) => entry.checkVisibility()).length)
      expect(await shown()).toBe(25)
      await page.emulateMedia({ media: 'print' })
      expect(await shown()).toBe(await page.locator('.entry').count())
      await page.context().close()
    }
  })

  it('is read without its script', async () => {
    const { page } = await open('en', { javaScriptEnabled: false })
    expect(await page.locator('.controls').isVisible()).toBe(false)
    expect(await page.locator('.entry').first().isVisible()).toBe(true)
    await page.locator('.entry summary').first().click()
    expect(await page.locator('.why').first().isVisible()).toBe(true)
    await page.context().close()
  })

  it('keeps its lines where colours are forced', async () => {
    const { page } = await open('en', { forcedColors: 'active' })
    const stroke = await page.evaluate(
      () => getComputedStyle(document.querySelector('.entry .l-late') ?? document.body).stroke,
    )
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(stroke).not.toBe(paper)
    await page.context().close()
  })

  it('goes onto paper in whole entries', async () => {
    const { page } = await open('en')
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.length).toBeGreaterThan(10_000)
    await page.context().close()
  })
})

if (SCREENSHOTS !== undefined) {
  const views = LANGUAGES.flatMap((language) =>
    THEMES.flatMap((theme) => WIDTHS.map((width) => [language, theme, width] as const)),
  )

  it.each(views)('a picture in %s, %s, %i pixels wide', async (language, colorScheme, width) => {
    const { page } = await open(language, { colorScheme, viewport: { width, height: 1000 } })
    for (const part of ['promises', 'ledger', 'public', 'method']) {
      await page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }), part)
      await page.screenshot({ path: join(SCREENSHOTS, `report-${language}-${colorScheme}-${width}-${part}.png`) })
    }
    await page.context().close()
  })
}

it('the report stays small enough to be sent by mail', () => {
  expect(readFileSync(new URL(address)).byteLength).toBeLessThan(2_000_000)
})
