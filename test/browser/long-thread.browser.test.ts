/** A conversation of forty mails in the browser: what is quoted is folded, and what was asked since our last answer is listed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlToText } from '../../packages/server/src/channels/email/reading/html-to-text.ts'
import { newPart, safeHtml } from '../../packages/server/src/channels/email/reading/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { receiveMessage } from '../../packages/server/src/features/tickets/index.ts'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const JULIA = { name: 'Julia Marsh', email: 'julia@example.org' }
const WROTE = 'On Mon, 2 Nov 2026 at 10:15, Care &lt;care@bramble.example&gt; wrote:'
const QUOTE = '<p>We have looked into the matter of the lamp with care.</p><p>Kind regards from all of us</p>'

/** As programs write them: the author's words, then whatever they put beneath or above. */
const MAILS: Readonly<Record<string, (words: string) => string>> = {
  'a web mail': (words) =>
    `<div dir="ltr">${words}</div><br><div><div>${WROTE}<br></div><blockquote>${QUOTE}</blockquote></div>`,
  'an office program': (words) =>
    `<div><p>${words}</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Care &lt;care@bramble.example&gt;<br><b>Sent:</b> Monday, 2 November 2026 10:15<br><b>To:</b> Julia Marsh<br><b>Subject:</b> Lamp</p></div>${QUOTE}</div>`,
  'a program that answers beneath': (words) => `<p>${WROTE}</p><blockquote>${QUOTE}</blockquote><p>${words}</p>`,
  'a text in one piece': (words) =>
    `<pre>${words}\n\n${WROTE}\n&gt; We have looked into the matter\n&gt; of the lamp with care.</pre>`,
}

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 2 })
  agent = await desk.app.signInAs(['agent'])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const open = (number: number, options: object = {}) =>
  openWindow(browser, `${desk.app.url}/desk/tickets/all/${number}`, { person: agent, ...options })
const shot = async (page: Page, name: string) => {
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` })
}

/** A mail in HTML as the reader keeps it. */
const mailOf = (html: string) => {
  const { fresh, quoted } = newPart(htmlToText(html))
  return { subject: '', text: fresh.trim(), quoted, html: safeHtml(html).html }
}

const write = (ticket: string, html: string) =>
  transaction(desk.app.desk.store, { workspace: desk.app.workspace, tickets: [ticket] }, (tx) =>
    receiveMessage(tx, ticket, mailOf(html)),
  )

const answer = async (number: number, text: string) => {
  const body = { text, seen: 0, anyway: true }
  const headers = { 'idempotency-key': `answer ${number} ${text}`.replaceAll(' ', '-') }
  const answered = await desk.app.ask('POST', `/api/v1/tickets/${number}/replies`, {
    cookie: agent.cookie,
    body,
    headers,
  })
  expect(answered.status).toBe(201)
}

/** Forty messages: nineteen of each, and two of the customer since our last answer. */
async function longThread() {
  const begun = await desk.receive({ ...JULIA, subject: 'A long story', text: 'Is it the lamp?' })
  const kinds = Object.values(MAILS)
  for (let turn = 1; turn < 20; turn++) {
    await answer(begun.number, `Our answer number ${turn}. Would you look again?`)
    const asks = turn === 19 ? 'When does the new lamp come? I am at home.' : `Turn ${turn}: is it the switch?`
    await write(begun.ticket, (kinds[turn % kinds.length] ?? ((words) => words))(asks))
  }
  await write(begun.ticket, '<p>I forgot to ask. Who pays for the return?</p>')
  return begun
}

describe('a thread of forty messages', () => {
  it('is told in short, lists what is still open, and leads to each message by the keyboard', async () => {
    const { number } = await longThread()
    const { page, context, trouble } = await open(number)
    const summary = page.locator('.digest summary')
    await summary.getByText(said('Digest: 40 messages')).waitFor()
    await summary.getByText(said('2 questions perhaps open')).waitFor()
    await summary.focus()
    await page.keyboard.press('Enter')
    const openOnes = page.getByRole('list', { name: 'Still open' })
    expect(await openOnes.locator('.line').allTextContents()).toEqual([
      'When does the new lamp come?',
      'Who pays for the return?',
    ])
    const who = page.getByRole('list', { name: 'Who wrote when' })
    expect(await who.getByRole('listitem').count()).toBe(40)
    expect(await barriersIn(page)).toEqual([])
    await shot(page, 'digest-en')
    await who.getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    const first = page.locator('.message').first()
    await page.waitForFunction(() => document.activeElement === document.querySelector('.message'))
    await expect.poll(() => first.evaluate((box) => box.getBoundingClientRect().top < innerHeight)).toBe(true)
    // Folded in all that quote something, and nothing of it thrown away.
    expect(await page.locator('.message .quoted:not([open])').count()).toBe(19)
    expect(trouble).toEqual([])
    await context.close()
  })

  it.each([400, 1440])('is told in Arabic too, dark, %i px wide', async (width) => {
    const { ticket, number } = await desk.receive({
      ...JULIA,
      subject: 'طلب طويل',
      text: 'أين المصباح؟',
      language: 'ar',
    })
    for (let turn = 0; turn < 8; turn++) await write(ticket, `<p>رسالة ${turn}. متى يصل؟ And the blue lamp?</p>`)
    const options = { locale: 'ar', colorScheme: 'dark', viewport: { width, height: 900 } }
    const { page, context } = await open(number, options)
    await page.locator('.digest summary').click()
    await page.locator('.digest').getByText('أين المصباح؟').first().waitFor()
    expect(await barriersIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await shot(page, `digest-ar-${width}`)
    // Whatever is written, the button stays in reach, and the digest gives way.
    await page.locator('.composer textarea').fill('سطر\n'.repeat(12))
    const foot = page.locator('.composer-foot')
    await expect.poll(() => foot.evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await context.close()
  })
})

describe('the quotation in a mail as it was sent', () => {
  it.each(Object.entries(MAILS))('of %s is folded, and unfolds whole', async (name, mail) => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: name, text: 'First.' })
    await write(ticket, mail('My own words stand in sight.'))
    const { page, context, trouble } = await open(number)
    await page.getByRole('button', { name: 'As sent' }).click()
    const frame = page.frameLocator('.mail iframe')
    await frame.getByText('My own words stand in sight.').waitFor()
    const quoted = frame.getByText('looked into the matter')
    expect(await quoted.isVisible()).toBe(false)
    await frame.getByText('Quoted text').click()
    await quoted.waitFor({ state: 'visible' })
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    const shown = (await frame.locator('body').textContent()) ?? ''
    expect(letters(shown).replace('Quotedtext', '').length).toBe(
      letters(htmlToText(mail('My own words stand in sight.'))).length,
    )
    await shot(page, `folded-${name.replaceAll(' ', '-')}`)
    expect(trouble).toEqual([])
    await context.close()
  })

  it('is left in sight where it is answered piece by piece, and where the text says something else', async () => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: 'In pieces', text: 'First.' })
    await write(
      ticket,
      '<blockquote>Is it the lamp itself?</blockquote><p>Yes.</p><blockquote>Or is it the switch?</blockquote><p>No.</p>',
    )
    await transaction(desk.app.desk.store, { workspace: desk.app.workspace, tickets: [ticket] }, (tx) =>
      receiveMessage(tx, ticket, {
        ...mailOf(`<p>Other words.</p><p>${WROTE}</p>`),
        text: 'Not what it says.',
        quoted: 'Nor is this.',
      }),
    )
    const { page, context } = await open(number)
    // Pressed, a button is called otherwise.
    for (let turn = 0; turn < 2; turn++) await page.getByRole('button', { name: 'As sent' }).first().click()
    await page.frameLocator('.mail iframe >> nth=0').getByText('Or is it the switch?').waitFor({ state: 'visible' })
    await page.frameLocator('.mail iframe >> nth=1').getByText('Other words.').waitFor({ state: 'visible' })
    for (const frame of page.frames()) expect(await frame.locator('body > details').count()).toBe(0)
    await context.close()
  })
})
