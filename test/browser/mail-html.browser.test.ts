/** What strangers send in HTML, put into a page of the desk as it would be. */

import { linkify, safeHtml } from '@avow/server/mail-reading'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './browser.browser.ts'
import { HOSTILE_MAILS } from './hostile-mails.ts'

/** Nothing of it is asked of a network: every request is answered here, and counted. */
const DESK = 'https://desk.example/'
const PAGE =
  '<!doctype html><html lang="en"><head><title>Desk</title></head><body><main id="mail"></main></body></html>'

let browser: Browser
let context: BrowserContext
let desk: Page
let asked: string[]
let hits: number

beforeAll(async () => {
  browser = await startBrowser()
  context = await browser.newContext()
  await context.exposeFunction('hit', () => {
    hits++
  })
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url === DESK) return route.fulfill({ contentType: 'text/html', body: PAGE })
    asked.push(url)
    return route.abort()
  })
  desk = await context.newPage()
})

afterAll(() => browser?.close())

type Found = {
  /** Ids and names, by which page and scripts could be led to the mail's elements. */
  readonly names: readonly string[]
  readonly handlers: readonly string[]
  /** The page, where the mail changed something outside its place. */
  readonly outside: readonly string[]
}

/** Proof that the page would notice: what some of these do where nobody cleans them. */
const HARMFUL_AS_THEY_CAME = [
  ...['a handler', 'a handler in an odd quotation', 'a link with entities', 'a form', 'vector graphics', 'noscript'],
  ...['style in mathematics', 'text in a frame', 'a sheet of style', 'pictures on a server', 'names of the page'],
]

const NOTHING: Found = { names: [], handlers: [], outside: [] }

/** Puts HTML into the page of the desk, loaded anew, presses on everything in it, and says what was found there. */
async function show(html: string, page: Page): Promise<Found> {
  asked = []
  hits = 0
  await page.goto(DESK)
  return look(page, html)
}

function look(page: Page, html: string): Promise<Found> {
  return page.evaluate(async (mail) => {
    const main = document.querySelector('main')
    if (main === null) throw new Error('no place for the mail')
    const before = document.documentElement.outerHTML
    main.innerHTML = mail
    // A page that reads its own HTML and writes it again must not make anything new of it.
    const again = main.innerHTML
    main.innerHTML = again
    for (const element of main.querySelectorAll<HTMLElement>('*')) {
      // A link may lead elsewhere, but not now; any other is followed.
      const leaves = element instanceof HTMLAnchorElement && /^(?:https?|mailto|tel):/u.test(element.href)
      if (leaves) element.addEventListener('click', (event) => event.preventDefault())
      for (const name of ['mouseover', 'focus', 'pointerenter']) element.dispatchEvent(new Event(name))
      element.click?.()
    }
    // Time for what runs later: loading, animation, refresh.
    await new Promise((resume) => setTimeout(resume, 50))
    const all = [...main.querySelectorAll('*')]
    const attributes = all.flatMap((element) => [...element.attributes])
    main.innerHTML = ''
    return {
      names: attributes.filter(({ name }) => name === 'id' || name === 'name').map(({ value }) => value),
      handlers: attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      outside: document.documentElement.outerHTML === before ? [] : [document.documentElement.outerHTML],
    }
  }, html)
}

describe('a hostile mail', () => {
  it.each(Object.entries(HOSTILE_MAILS))('with %s neither runs nor asks for anything', async (_, mail) => {
    const found = await show(safeHtml(mail).html, desk)
    expect({ ...found, hits, asked }).toEqual({ ...NOTHING, hits: 0, asked: [] })
  })

  it.each(Object.entries(HOSTILE_MAILS))('with %s is text where text was sent', async (_, mail) => {
    const found = await show(linkify(mail), desk)
    expect({ ...found, hits, asked }).toEqual({ ...NOTHING, hits: 0, asked: [] })
  })

  // Each in a page of its own, since some lead it elsewhere.
  it.each(HARMFUL_AS_THEY_CAME)('with %s would be seen to', async (name) => {
    const page = await context.newPage()
    const found = await show(HOSTILE_MAILS[name] ?? '', page).catch(() => undefined)
    await expect.poll(() => found === undefined || hits + asked.length + found.names.length > 0).toBe(true)
    await page.close()
  })
})

it('plain text with a quotation mark in an address makes one link without handlers', async () => {
  const { handlers } = await show(linkify('http://x?"onmouseover="hit() <img src=x onerror=hit()>'), desk)
  expect([handlers, hits]).toEqual([[], 0])
})

it('a deep mail is shown', async () => {
  const { html } = safeHtml(`${'<div><b>'.repeat(20_000)}words`)
  await show(html, desk)
  expect(hits).toBe(0)
})
