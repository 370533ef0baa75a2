/** The desk in the browser, on the real server: what an agent does all day, with the pointer and without. */
import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD, type TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

let desk: DeskAtWork
let browser: Browser
let agent: TestPerson
/** A server of pictures, and what it was asked for. */
let strangers: Server
const pictures: string[] = []
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

beforeAll(async () => {
  strangers = createServer((request, reply) => {
    pictures.push(request.url ?? '')
    reply.end(DOT)
  })
  await new Promise<void>((resolve) => strangers.listen(0, '127.0.0.1', resolve))
  desk = await openDeskAtWork({
    tickets: 60,
    outward: {
      resolve: async (host) => [host === 'pictures.example' ? '127.0.0.1' : '10.0.0.1'],
      mayReach: (address) => address === '127.0.0.1',
    },
  })
  agent = await desk.app.signInAs(['admin'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
  strangers?.closeAllConnections()
  strangers?.close()
})

const JULIA = { name: 'Julia Marsh', email: 'julia@example.org' }

/** A window of the agent, or of nobody. */
const open = (path: string, options: BrowserContextOptions & { readonly person?: TestPerson | null } = {}) => {
  const { person = agent, ...ofContext } = options
  return openWindow(browser, `${desk.app.url}${path}`, { ...ofContext, person: person ?? undefined })
}

describe('signing in', () => {
  it('says so when the password is wrong, keeps what was typed, and lets in with the right one', async () => {
    const { page, context } = await open('/desk', { person: null })
    await page.getByLabel('E-mail').fill(agent.email)
    await page.getByLabel('Password').fill('not this one at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('not known together').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(agent.email)
    expect(await barriersIn(page)).toEqual([])
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Desk' }).waitFor()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await context.close()
  })
})

describe('the rail', () => {
  it('says in words where each icon leads, and keeps its names where a phone has no room for words', async () => {
    const { page, context } = await open('/desk')
    const rail = page.getByRole('navigation', { name: 'Desk' })
    for (const [name, word] of [
      ['Tickets', 'Tickets'],
      ['New ticket', 'New'],
      ['Broken promises', 'Broken'],
      ['Settings', 'Settings'],
    ] as const) {
      const link = rail.getByRole('link', { name: new RegExp(`^${name}`) })
      await link.getByText(word, { exact: true }).waitFor()
    }
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await rail.getByText('Settings', { exact: true }).isVisible()).toBe(false)
    await rail.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await context.close()
  })
})

describe('a ticket', () => {
  it('arrives by itself, is answered, and leaves the view of what nobody has', async () => {
    const { page, context, trouble } = await open('/desk/tickets/unassigned')
    await page.getByRole('region', { name: /Unassigned.*tickets/ }).waitFor()
    const { number } = await desk.receive({
      ...JULIA,
      subject: 'The lamp came in pieces',
      text: 'Hello,\n\nthe lamp came in pieces.\n\nJulia',
      quoted: '> Your order has been sent.',
    })
    await page.getByRole('link', { name: /The lamp came in pieces/ }).click()
    await page.getByRole('heading', { name: 'The lamp came in pieces' }).waitFor()
    const promises = page.getByRole('complementary', { name: 'Promises' })
    await promises.getByText('A person answers you within').first().waitFor()

    await page.getByLabel('Your answer to').fill('Dear Julia,\n\na new lamp is on its way.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const conversation = page.getByRole('list', { name: 'Conversation' })
    await conversation.getByText('a new lamp is on its way').waitFor()
    expect(await page.getByLabel('Your answer to').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Waiting for customer' }).waitFor()
    await promises.getByText('1 settled before').waitFor()
    await page.getByRole('link', { name: /The lamp came in pieces/ }).waitFor({ state: 'detached' })
    const answer = await desk.app.ask('GET', `/api/v1/tickets/${number}`, { cookie: agent.cookie })
    expect(await answer.json()).toMatchObject({ state: 'waiting-for-customer', assignee: { name: 'Ada Agent' } })
    expect(trouble).toEqual([])
    await context.close()
  })

  it('stands out in the list while the customer waits for us, in words too, and again when they write again', async () => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: 'Whose turn is it', text: 'Is it mine?' })
    const { page, context } = await open('/desk/tickets/all')
    const row = page.getByRole('link', { name: /Whose turn is it/ })
    const weight = () => row.locator('.subject').evaluate((element) => Number(getComputedStyle(element).fontWeight))
    await row.getByText('Waits for our answer').waitFor()
    expect(await weight()).toBeGreaterThan(500)
    const headers = { 'idempotency-key': 'whose turn' }
    const body = { text: 'Now it is yours.', seen: 1_000_000 }
    await desk.app.ask('POST', `/api/v1/tickets/${number}/replies`, { cookie: agent.cookie, headers, body })
    await row.getByText('Waits for our answer').waitFor({ state: 'detached' })
    expect(await weight()).toBeLessThan(500)
    await desk.receiveMore(ticket, 'Then it is yours again.')
    await row.getByText('Waits for our answer').waitFor()
    expect(await weight()).toBeGreaterThan(500)
    await context.close()
  })

  it.each(['en-GB', 'ar-EG'])(
    'that is late has the due time under its diamond, within the panel: %s',
    async (locale) => {
      const { page, context } = await open('/desk/tickets/broken', { locale })
      await page.locator('.row a').first().click()
      const late = page.locator('.full-line:has(.time-of-due)').first()
      await late.waitFor()
      for (const width of [1440, 1101]) {
        await page.setViewportSize({ width, height: 900 })
        const box = async (selector: string) => {
          const found = await late.locator(selector).boundingBox()
          if (found === null) throw new Error(`${selector} is not to be seen`)
          return { from: found.x, to: found.x + found.width }
        }
        const [diamond, label, line] = [await box('.mark-due'), await box('.time-of-due > span'), await box('.line')]
        const middle = (diamond.from + diamond.to) / 2
        expect(label.from).toBeLessThanOrEqual(middle)
        expect(label.to).toBeGreaterThanOrEqual(middle)
        expect(label.from).toBeGreaterThanOrEqual(line.from - 1)
        expect(label.to).toBeLessThanOrEqual(line.to + 1)
      }
      await context.close()
    },
  )

  it('tells why: the reckoning unfolds span by span, with its calendar and its sum', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'Why so late', text: 'When?' })
    const { page, context } = await open(`/desk/tickets/all/${number}`)
    const promises = page.getByRole('complementary', { name: 'Promises' })
    await promises.getByText('Why').first().click()
    const reckoning = promises.getByRole('table', { name: 'How it was reckoned' }).first()
    await reckoning.waitFor()
    expect(await reckoning.getByRole('columnheader').allTextContents()).toEqual(['Span', 'office hours'])
    expect(await reckoning.locator('tfoot').textContent()).toMatch(/Sum.*4 h/)
    await promises.getByText('The clock started on').first().waitFor()
    const spans = promises
      .getByRole('group', { name: /From .* due/ })
      .first()
      .getByRole('img')
    expect(await spans.count()).toBeGreaterThan(0)
    expect(await barriersIn(page)).toEqual([])
    await context.close()
  })

  it('shows what the customer wrote meanwhile before an answer leaves, and never loses the text', async () => {
    const { ticket, number } = await desk.receive({ ...JULIA, subject: 'Two at once', text: 'First.' })
    const { page, context } = await open(`/desk/tickets/all/${number}`)
    const text = page.getByLabel('Your answer to')
    await text.fill('An answer to the first.')
    await desk.receiveMore(ticket, 'Second, and it changes everything.')
    await page.getByText('Somebody wrote since you looked').waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('button', { name: 'Send anyway' }).waitFor()
    expect(await text.inputValue()).toBe('An answer to the first.')
    await page.reload()
    expect(await text.inputValue()).toBe('An answer to the first.')
    await page.getByRole('button', { name: 'Edit first' }).click()
    await text.fill('An answer to both.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('list', { name: 'Conversation' }).getByText('An answer to both.').waitFor()
    await context.close()
  })

  it('shows a mail as it was sent in a frame where nothing runs, and loads pictures only when asked', async () => {
    const at = strangers.address()
    const port = typeof at === 'object' && at !== null ? at.port : 0
    const html = `<p>Look: <b>broken</b></p><img data-src="http://pictures.example:${port}/pixel.png?a=1&amp;b=2" alt="a lamp" /><img data-src="https://inside.example/x.png" alt="a wall" /><script>document.title="owned"</script>`
    const { number } = await desk.receive({ ...JULIA, subject: 'With a picture', text: 'Look: broken', html })
    const { page, context } = await open(`/desk/tickets/all/${number}`)
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    await page.getByRole('button', { name: 'As sent' }).click()
    const frame = page.frameLocator('iframe[title="Mail of Julia Marsh"], iframe')
    await frame.getByText('broken').waitFor()
    expect(await frame.locator('script').count()).toBe(0)
    const lamp = frame.getByRole('img', { name: 'a lamp' })
    expect(await lamp.getAttribute('src')).toBeNull()
    expect(pictures).toEqual([])
    await page.getByRole('button', { name: 'Load the pictures' }).click()
    await page.getByText('1 picture could not be loaded').waitFor()
    expect(await lamp.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(await page.getByRole('button', { name: 'Load the pictures' }).count()).toBe(0)
    // The server asks, and the browser asks nobody but the server.
    expect(pictures).toEqual(['/pixel.png?a=1&b=2'])
    expect(asked.filter((url) => !url.startsWith(desk.app.url) && /^https?:/.test(url))).toEqual([])
    await context.close()
  })

  it('is given to somebody, put on hold for somebody, and its facts change what is promised', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'To be moved about', text: 'Please.' })
    const { page, context } = await open(`/desk/tickets/all/${number}`)
    await page.getByRole('button', { name: 'Nobody' }).click()
    await page.getByRole('searchbox').fill('Hann')
    await page.getByRole('option', { name: /Hannah Clarke/ }).click()
    await page.getByRole('button', { name: 'Hannah Clarke' }).waitFor()
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('radio', { name: 'On hold' }).check()
    await page.getByLabel('Who is waited for').fill('The workshop')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await page.getByRole('button', { name: 'On hold' }).waitFor()
    const facts = page.getByRole('complementary', { name: 'Promises' })
    await facts.getByRole('button', { name: 'Change' }).click()
    await page.getByLabel('Reason').selectOption({ label: 'damaged item' })
    await page.getByLabel('Purchase price').fill('89 euros')
    await page.getByText(said('A number, for example 64.00')).waitFor()
    await page.getByLabel('Purchase price').fill('89,50')
    await page.getByRole('button', { name: 'Save' }).click()
    await facts.getByText('damaged item').waitFor()
    await facts.getByText('€89.50').waitFor()
    await context.close()
  })
})

describe('without a pointer', () => {
  it('goes through the list, opens, answers and sends', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'Keys only', text: 'Please answer by keyboard.' })
    const { page, context } = await open('/desk/tickets/unassigned')
    await page.getByRole('link', { name: /Keys only/ }).waitFor()
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('j')
      await page.evaluate(() => new Promise(requestAnimationFrame))
      if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes('Keys only')) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/${number}$`))
    await page.getByRole('heading', { name: 'Keys only' }).waitFor()
    await page.keyboard.press('r')
    await page.getByLabel('Your answer to').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    // What is written is text, and no shortcut.
    await page.keyboard.type('just reread')
    await page.keyboard.press('Control+Shift+Enter')
    await page.getByRole('list', { name: 'Conversation' }).getByText('just reread').waitFor()
    await page.getByRole('button', { name: 'Solved' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await page.keyboard.press('Shift+?')
    await page.getByRole('dialog', { name: 'Keys of the keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await page.waitForURL(/\/unassigned$/)
    await context.close()
  })

  it('knows the keys of an Arabic keyboard by where they stand, and leaves letters of AltGr alone', async () => {
    const { number } = await desk.receive({ ...JULIA, subject: 'Arabic keys', text: 'x' })
    const { page, context } = await open(`/desk/tickets/all/${number}`)
    await page.getByRole('heading', { name: 'Arabic keys' }).waitFor()
    const press = (init: {
      readonly key: string
      readonly code: string
      readonly ctrlKey?: true
      readonly altKey?: true
    }) =>
      page.evaluate((given) => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given }))
      }, init)
    await press({ key: 'س', code: 'KeyS', ctrlKey: true, altKey: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
    await press({ key: 'س', code: 'KeyS' })
    await page.getByRole('dialog', { name: 'State' }).waitFor()
    await context.close()
  })
})

describe('in Arabic', () => {
  it('stands the other way round from the first paint, and says everything in Arabic', async () => {
    const { number } = await desk.receive({
      name: 'محمد العلي',
      email: 'mohammed@example.org',
      subject: 'لم يصل الطلب',
      text: 'السلام عليكم،\n\nلم يصل الطلب BR-20391.',
      language: 'ar',
    })
    const { page, context, trouble } = await open(`/desk/tickets/all/${number}`, { locale: 'ar-EG' })
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    await page.getByRole('heading', { name: 'لم يصل الطلب' }).waitFor()
    const promises = page.getByRole('complementary', { name: 'التعهُّدات' })
    await promises.getByText('يردّ عليكم موظف خلال').first().waitFor()
    await promises.getByText('لماذا').first().click()
    await promises.getByText('بدأ الحساب في').first().waitFor()
    const line = promises.getByRole('group').first().getByRole('img').first()
    await line.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await barriersIn(page)).toEqual([])
    const latin = await page.evaluate(() => document.querySelector('.policy')?.textContent ?? '')
    expect(latin.replace(/\bP\d\b/g, '')).not.toMatch(/[a-z]{3,}/)
    expect(trouble).toEqual([])
    await context.close()
  })
})

describe('what else an office needs', () => {
  it('takes in somebody at the counter and says what to tell them', async () => {
    const { page, context } = await open('/desk/new')
    await page.getByLabel('Name').fill('Walter Walk-In')
    await page.getByLabel('Subject').fill('A cracked plate')
    await page.getByLabel('In the customer’s words').fill('It was cracked when I opened the box.')
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await page.getByText('Tell the customer:').waitFor()
    await page.getByText(/A person answers you within/).waitFor()
    const [slip] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Slip to print' }).click(),
    ])
    await slip.getByText('Walter Walk-In').waitFor()
    expect(await slip.locator('h1').textContent()).toMatch(/Your request \d+/)
    expect(await barriersIn(page)).toEqual([])
    await context.close()
  })

  it('shows a new key’s secret once, and ends the key', async () => {
    const { page, context } = await open('/desk/keys')
    await page.getByLabel('What it is for').fill('Warehouse')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('It is shown this once').waitFor()
    await page.reload()
    await page.getByText('Warehouse').waitFor()
    expect(await page.getByText('It is shown this once').count()).toBe(0)
    await page.getByRole('button', { name: 'End it' }).click()
    await page.getByRole('button', { name: /End “.*” now/ }).click()
    await page.getByText(/^ended/).waitFor()
    await context.close()
  })
})
