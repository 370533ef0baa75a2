/** Files that go along with an answer: chosen by the keyboard, dropped and pasted, refused in words, in Chromium. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow } from './desk-window.ts'
import { BROWSER_LOOKS, looksInTurn } from './looks.ts'

/** Where pictures are written, to be looked at one by one; none where it is not set. */
const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let work: DeskAtWork
let browser: Browser
let agent: TestPerson

beforeAll(async () => {
  work = await openDeskAtWork({ tickets: 5 })
  agent = await work.hire('يوسف حداد', ['agent'], [])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await work?.close()
})

async function picture(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}

const ticketOf = async (email: string) =>
  (await work.receive({ name: 'Carla', email, subject: 'The parcel', text: 'Where is the bill?' })).number

/** By the keyboard alone: Enter on the button, and the browser's own window gives these. */
async function choose(page: Page, ...files: readonly (readonly [string, string])[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.locator('.composer .attach').focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(
    files.map(([name, text]) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })),
  )
}

/** Files of these names as something that is dropped, or pasted. */
const transferOf = (page: Page, names: readonly string[]) =>
  page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const name of all) transfer.items.add(new File([`the words of ${name}`], name, { type: 'text/plain' }))
    return transfer
  }, names)

/** Names of the files of what was sent last. */
const sentFiles = (page: Page) => page.locator('.message').last().locator('.attachments bdi').allTextContents()

describe('an agent', () => {
  it('attaches files by the keyboard, by dropping and by pasting, takes one away, and sends the rest', async () => {
    const number = await ticketOf('carla@home.example')
    const { page, context, trouble } = await openWindow(browser, `${work.app.url}/desk/tickets/all/${number}`, {
      person: agent,
    })
    const composer = page.locator('.composer')
    const listed = composer.getByRole('list', { name: 'Files that go along' })
    await composer.getByRole('textbox').fill('Here is your bill.')
    await choose(page, ['bill.pdf', 'a bill'], ['فاتورة يناير.pdf', 'another'])
    await composer.dispatchEvent('dragover', { dataTransfer: await transferOf(page, ['notes.txt']) })
    await composer.getByText('Drop files here to attach them').waitFor()
    await composer.dispatchEvent('drop', { dataTransfer: await transferOf(page, ['notes.txt', 'away.txt']) })
    await composer
      .getByRole('textbox')
      .evaluate(
        (area, clipboardData) =>
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
        await transferOf(page, ['pasted.txt']),
      )
    await expect
      .poll(() => listed.locator('bdi').allTextContents())
      .toEqual(['bill.pdf', 'فاتورة يناير.pdf', 'notes.txt', 'away.txt', 'pasted.txt'])
    await expect.poll(() => listed.getByRole('progressbar').count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    await listed.getByRole('button', { name: /away\.txt/ }).focus()
    await page.keyboard.press('Enter')
    expect(await composer.getByRole('textbox').evaluate((area) => area === document.activeElement)).toBe(true)

    // What is uploaded outlasts the page.
    await page.reload()
    await expect.poll(() => listed.locator('bdi').count()).toBe(4)
    await composer.getByRole('textbox').focus()
    await page.keyboard.press('Control+Enter')
    await listed.waitFor({ state: 'detached' })
    await expect.poll(() => sentFiles(page)).toEqual(['bill.pdf', 'فاتورة يناير.pdf', 'notes.txt', 'pasted.txt'])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.message')
        .last()
        .getByRole('link', { name: /bill\.pdf/ })
        .click(),
    ])
    expect(download.suggestedFilename()).toBe('bill.pdf')
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is told at once what cannot go along, and what the server refused', async () => {
    const number = await ticketOf('carl@home.example')
    const { page, context } = await openWindow(browser, `${work.app.url}/desk/tickets/all/${number}`, { person: agent })
    const composer = page.locator('.composer')
    const send = composer.getByRole('button', { name: 'Send' })
    await composer.getByRole('textbox').fill('Here.')
    await choose(page, ['run.exe', 'x'], ['empty.pdf', ''], ['bill.pdf', 'a bill'])
    await composer.getByText('Mail servers refuse files of this kind.').waitFor()
    await composer.getByText('There is nothing in this file.').waitFor()
    expect(await send.isDisabled()).toBe(true)
    for (const name of ['run.exe', 'empty.pdf']) await composer.getByRole('button', { name: new RegExp(name) }).click()
    await expect.poll(() => send.isDisabled()).toBe(false)

    await page.route('**/api/v1/uploads/*', (route) => route.abort())
    await choose(page, ['late.pdf', 'late'])
    await composer.getByText('Not uploaded.').waitFor()
    expect(await send.isDisabled()).toBe(true)
    expect(await barriersIn(page)).toEqual([])
    await page.unroute('**/api/v1/uploads/*')
    await composer.getByRole('button', { name: /Upload .*late\.pdf.* again/ }).click()
    await expect.poll(() => send.isDisabled()).toBe(false)
    await send.click()
    await expect.poll(() => sentFiles(page)).toEqual(['bill.pdf', 'late.pdf'])
    await context.close()
  })
})

it.each(looksInTurn(BROWSER_LOOKS, 1))(
  'files stand beside the words in %s, %s, %i px',
  async (locale, colorScheme, width) => {
    const number = await ticketOf(`carla-${locale}-${width}@home.example`)
    const { page, context } = await openWindow(browser, `${work.app.url}/desk/tickets/all/${number}`, {
      person: agent,
      locale,
      colorScheme,
      viewport: { width, height: 900 },
    })
    const composer = page.locator('.composer')
    await composer.getByRole('textbox').fill(locale === 'ar' ? 'هذه فاتورتك.' : 'Here is your bill.')
    await choose(
      page,
      ['bill of January.pdf', 'a bill'],
      ['فاتورة يناير 2026.pdf', 'another'],
      [`${'a very long name '.repeat(8)}.pdf`, 'long'],
      ['setup.exe', 'x'],
    )
    await composer.locator('.files .trouble').waitFor()
    await expect.poll(() => composer.getByRole('progressbar').count()).toBe(0)
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await picture(page, `files-${locale}-${colorScheme}-${width}`)
    await composer.locator('.files .faulty button').click()
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => sentFiles(page)).toHaveLength(3)
    expect(await barriersIn(page)).toEqual([])
    await picture(page, `files-sent-${locale}-${colorScheme}-${width}`)
    await context.close()
  },
)
