/** What one writes in the composer, in the browser: notes that mention people, and texts whose direction is chosen. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const JULIA = { name: 'Julia Marsh', email: 'julia@example.org' }

let desk: DeskAtWork
let browser: Browser
let anna: TestPerson
let zofia: TestPerson
beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 2 })
  anna = await desk.hire('Anna Abel', ['agent'], [])
  zofia = await desk.hire('Zofia Żuk', ['agent'], [])
  await desk.hire('Zenon Zając', ['agent'], [])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (path: string, person: TestPerson, options: object = {}) =>
  openWindow(browser, `${desk.app.url}/desk/${path}`, { person, ...options })
const shot = async (page: Page, name: string) => {
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
}

describe('a note', () => {
  it('mentions somebody who is chosen by the keyboard, who is told once and finds the way to it', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'A lamp', text: 'It is dark.' })
    const { page, context, trouble } = await open(`tickets/all/${number}`, anna)
    await page.getByText('It is dark.').last().waitFor()
    await page.keyboard.press('n')
    const text = page.getByRole('textbox', { name: 'Your note' })
    await text.pressSequentially('Ask @z')
    const offered = page.getByRole('listbox', { name: 'Mention somebody of the desk' })
    await offered.getByRole('option', { name: 'Zofia Żuk' }).waitFor()
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'mention-en')
    // Put away, and offered again by the next letter behind another sign.
    await page.keyboard.press('Escape')
    await offered.waitFor({ state: 'detached' })
    await text.fill('')
    await text.pressSequentially('Ask @zofia z')
    await offered.getByRole('option').first().waitFor()
    expect(await offered.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await text.inputValue()).toBe('Ask @Zofia Żuk ')
    await text.pressSequentially('about it.')
    await page.keyboard.press('Control+Enter')
    const marked = page.locator('.message.note .mention')
    await marked.waitFor()
    expect(await marked.textContent()).toBe('@Zofia Żuk')
    await shot(page, 'mentioned-en')
    expect(trouble).toEqual([])
    await context.close()

    const hers = await open('attention', zofia)
    await hers.page.getByText('A note on this ticket mentions you').waitFor()
    expect(await hers.page.getByText('A note on this ticket mentions you').count()).toBe(1)
    await hers.context.close()
  })

  it('offers people in Arabic too, where room is small, and an answer offers nobody', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'مصباح', text: 'لا يضيء.', language: 'ar' })
    const options = { locale: 'ar', colorScheme: 'dark', viewport: { width: 400, height: 900 } }
    const { page, context } = await open(`tickets/all/${number}`, anna, options)
    const answer = page.locator('.composer textarea')
    await answer.pressSequentially('@Zo')
    expect(await page.locator('.mention-list').count()).toBe(0)
    await page.getByText('ملاحظة', { exact: true }).click()
    await page.getByRole('textbox', { name: 'ملاحظتك' }).pressSequentially('@Z')
    await page.locator('.mention-list').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'mention-ar-400')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByRole('option', { name: 'Zofia Żuk' }).click()
    expect(await page.locator('.composer textarea').inputValue()).toBe('@Zofia Żuk ')
    await context.close()
  })
})

describe('a direction that is chosen', () => {
  it('is that of the text while it is written, kept with it, and of its paragraphs once it was sent', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'Direction', text: 'Left.' })
    const { page, context, trouble } = await open(`tickets/all/${number}`, anna)
    const text = page.locator('.composer textarea')
    await text.fill('ABC: صحيح')
    expect(await text.getAttribute('dir')).toBe('auto')
    const button = page.getByRole('button', { name: /^Direction:/ })
    await button.focus()
    await page.keyboard.press('Enter')
    expect(await text.getAttribute('dir')).toBe('ltr')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Direction: right to left' }).waitFor()
    expect(await text.evaluate((area) => getComputedStyle(area).direction)).toBe('rtl')
    expect(await text.evaluate((area) => getComputedStyle(area).unicodeBidi)).toBe('isolate')
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'direction-en')
    await page.reload()
    expect(await text.getAttribute('dir')).toBe('rtl')
    await page.getByRole('button', { name: 'Send' }).click()
    const sent = page.locator('.message.ours .paragraphs p', { hasText: 'ABC' })
    await sent.waitFor()
    expect(await sent.evaluate((box) => [getComputedStyle(box).direction, getComputedStyle(box).unicodeBidi])).toEqual([
      'rtl',
      'isolate',
    ])
    // The next text begins by itself again.
    await page.getByRole('button', { name: said('Direction: by itself') }).waitFor()
    await shot(page, 'direction-sent-en')
    expect(trouble).toEqual([])
    await context.close()
  })
})
