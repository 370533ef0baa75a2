/** The studio in the browser, on the real server: one writes, another writes too, somebody else publishes. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow, said } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']

let desk: DeskAtWork
let browser: Browser
let ada: TestPerson
let ben: TestPerson
let approver: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 40 })
  ada = await desk.hire('Ada Author', ['lead', 'author'], ['agent', 'team-lead', 'duty-manager'])
  ben = await desk.hire('Ben Author', ['author'], [])
  approver = await desk.hire('Ann Approver', ['approver'], ['managing-director', 'head-of-service'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

async function newDraft(note: string): Promise<string> {
  const answer = await desk.app.ask('POST', '/api/v1/drafts', { cookie: ada.cookie, body: { note, from: 1 } })
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  return id
}

/** Makes edits of a draft, each of which must meet the text. */
async function rewrite(id: string, edits: readonly (readonly [string, string])[]): Promise<void> {
  let [source, seq] = [await sourceOf(id), 0]
  for (const [from, to] of edits) {
    const at = source.indexOf(from)
    if (at < 0) throw new Error(`the charter does not say: ${from}`)
    const splices = [{ at, remove: from.length, insert: to }]
    const answer = await desk.app.ask('POST', `/api/v1/drafts/${id}/edits`, {
      cookie: ada.cookie,
      body: { base: seq, splices, edit: randomUUID() },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(answer.status).toBe(201)
    seq = ((await answer.json()) as { seq: number }).seq
    source = source.replace(from, to)
  }
}

async function sourceOf(id: string): Promise<string> {
  const answer = await desk.app.ask('GET', `/api/v1/drafts/${id}`, { cookie: ada.cookie })
  return ((await answer.json()) as { source: string }).source
}

async function open(id: string, person: TestPerson) {
  const opened = await openWindow(browser, `${desk.app.url}/desk/charter/drafts/${id}`, { person })
  await opened.page.getByRole('heading', { name: 'How we serve you' }).waitFor()
  return opened
}

const saved = (page: Page) => page.locator('.keeping', { hasText: /^Saved$/ }).waitFor()
const part = (page: Page, name: string) => page.locator(`#part-${name}`)
const margin = (page: Page, name: string) => page.getByRole('complementary', { name: new RegExp(`Beside .${name}`) })

describe('writing', () => {
  it('a target, a condition, a row, a text and the hours of a day are in the draft as one types, and all else stays', async () => {
    const id = await newDraft('Everything at once')
    const before = await sourceOf(id)
    const { page, context, trouble } = await open(id, ada)
    const p1 = part(page, 'promises-P1')
    await p1.getByLabel('Length, row 2').fill('2')
    await p1.getByRole('button', { name: /Channel.*e-mail or web form/ }).click()
    await p1.getByRole('dialog').getByLabel('letter').check()
    await page.keyboard.press('Escape')
    await p1.getByRole('button', { name: /Channel.*web form.*or letter/ }).waitFor()

    await p1.getByText('Table', { exact: true }).click()
    await p1.getByRole('gridcell', { name: 'chat', exact: true }).click()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('letter')
    await page.keyboard.press('Enter')
    await p1.getByRole('gridcell', { name: 'letter', exact: true }).waitFor()

    const p2 = part(page, 'promises-P2')
    await p2.getByLabel(/What it says.*English/).fill('When you write again, a person answers you within {target}.')
    await part(page, 'calendars-office')
      .getByLabel(/office hours.*Friday/)
      .fill('09:00-15:00')
    await saved(page)

    const after = await sourceOf(id)
    const lines = before.split('\n')
    const changed = after.split('\n').filter((line) => !lines.includes(line))
    expect(changed).toEqual([
      '    open: { mon-thu: 09:00-17:00, fri: 09:00-15:00 }',
      expect.stringMatching(/^ {6}- \{ channel: letter, target: 2 min of chat \}|^ {6}- \{.*channel: letter.*\}$/),
      '      - { channel: email, tier: gold, target: 2 h of office }',
      '      - { channel: [email, form, letter], target: 4 h of office }',
      '      en: When you write again, a person answers you within {target}.',
    ])
    expect(after).toContain('      - { target: 8 h of office } # everything else, unknown facts too')

    for (let undone = 0; undone < 12; undone++) await page.keyboard.press('Control+z')
    await saved(page)
    expect(await sourceOf(id)).toBe(before)
    expect(trouble).toEqual([])
    expect(await barriersIn(page)).toEqual([])
    await context.close()
  })

  it('an example beside its rule turns red and green again, and what is no longer covered is found with its ticket', async () => {
    const id = await newDraft('Red and green')
    const { page, context } = await open(id, ada)
    const p1 = part(page, 'promises-P1')
    const beside = margin(page, 'P1')
    await beside.getByText('Example 1 comes out', { exact: true }).waitFor()
    await p1.getByLabel('Length, row 2').fill('2')
    await beside.getByText('Example 1 does not come out').waitFor()
    await beside.getByText(/expected .*09:30.*came out .*10:30/).waitFor()
    await beside.getByText(said('1 hour of office hours')).waitFor()
    await p1.getByLabel('Length, row 2').fill('1')
    await beside.getByText('Example 1 comes out', { exact: true }).waitFor()

    await p1.getByText('Table', { exact: true }).click()
    await p1.getByRole('row').last().hover()
    await p1.getByRole('button', { name: 'Remove row 5' }).click()
    await beside.getByText('A case that no row covers').waitFor()
    await beside.getByText(/For example: .*Channel.*letter/).waitFor()
    await beside
      .getByRole('button', { name: /^Line \d+/ })
      .first()
      .click()
    const text = page.getByLabel('The charter as it is written')
    await text.waitFor()
    expect(
      await text.evaluate(
        (field: HTMLTextAreaElement) => field.value.slice(0, field.selectionStart).split('\n').length,
      ),
    ).toBeGreaterThan(90)
    await context.close()
  })

  it('the text view and the document are one: what is typed in either is in the other', async () => {
    const id = await newDraft('Both ways')
    const { page, context } = await open(id, ada)
    await page.getByText('Text', { exact: true }).click()
    const text = page.getByLabel('The charter as it is written')
    const typed = (await text.inputValue()).replace('2 min of chat }', '7 min of chat } # was 2')
    await text.fill(typed)
    await page.getByText('Document', { exact: true }).click()
    const length = part(page, 'promises-P1').getByLabel('Length, row 1')
    expect(await length.inputValue()).toBe('7')
    await length.fill('9')
    await page.getByText('Text', { exact: true }).click()
    expect(await text.inputValue()).toBe(typed.replace('7 min', '9 min'))
    await text.fill('promises: [')
    await page.getByRole('complementary', { name: 'Findings' }).getByText('This must be mended').waitFor()
    await page.keyboard.press('Control+z')
    await saved(page)
    expect(await sourceOf(id)).toContain('9 min of chat } # was 2')
    await context.close()
  })
})

describe('two people', () => {
  it('write at once, each sees the other, and nothing is lost', async () => {
    const id = await newDraft('Together')
    const one = await open(id, ada)
    const other = await open(id, ben)
    const length = (page: Page, row: number) => part(page, 'promises-P1').getByLabel(`Length, row ${row}`)
    await length(one.page, 2).fill('2')
    await length(other.page, 3).fill('6')
    await part(other.page, 'promises-P2')
      .getByRole('button', { name: /Why we promise it/ })
      .click()
    await part(other.page, 'promises-P2')
      .getByLabel(/Why we promise it.*English/)
      .fill('A second question is part of the first.')
    await saved(one.page)
    await saved(other.page)
    await expect.poll(() => length(one.page, 3).inputValue(), { timeout: 60_000 }).toBe('6')
    await expect.poll(() => length(other.page, 2).inputValue(), { timeout: 60_000 }).toBe('2')
    const source = await sourceOf(id)
    expect(source).toContain('tier: gold, target: 2 h of office')
    expect(source).toContain('[email, form], target: 6 h of office')
    expect(source).toContain('A second question is part of the first.')
    await one.context.close()
    await other.context.close()
  })

  it('in one place: the later one is kept, made again on the newer text', async () => {
    const id = await newDraft('The same field')
    const one = await open(id, ada)
    const other = await open(id, ben)
    await other.context.route('**/edits*', (route) => route.abort())
    const length = (page: Page) => part(page, 'promises-P1').getByLabel('Length, row 2')
    await length(one.page).fill('2')
    await saved(one.page)
    await length(other.page).fill('3')
    await other.page.getByText('No connection: kept on this device').waitFor()
    await other.context.unroute('**/edits*')
    await saved(other.page)
    expect(await sourceOf(id)).toContain('tier: gold, target: 3 h of office')
    await expect.poll(() => length(one.page).inputValue(), { timeout: 60_000 }).toBe('3')
    await one.context.close()
    await other.context.close()
  })

  it('what the server does not have yet outlives the page', async () => {
    const id = await newDraft('Reloaded')
    const { page, context } = await open(id, ada)
    await context.route('**/edits*', (route) => route.abort())
    await part(page, 'promises-P1').getByLabel('Length, row 5').fill('7')
    await page.getByText('No connection: kept on this device').waitFor()
    await page.reload()
    await expect
      .poll(() => part(page, 'promises-P1').getByLabel('Length, row 5').inputValue(), { timeout: 60_000 })
      .toBe('7')
    await context.unroute('**/edits*')
    await saved(page)
    expect(await sourceOf(id)).toContain('{ target: 7 h of office } # everything else')
    await context.close()
  })
})

describe('publishing', () => {
  it('tries the draft, submits it, and a second person who sees the difference approves exactly that', async () => {
    const left = await newDraft('Left lying')
    const id = await newDraft('Gold customers wait less')
    const writer = await open(id, ada)
    await part(writer.page, 'promises-P1').getByLabel('Length, row 3').fill('2')
    await saved(writer.page)
    await writer.page.getByText('Try it', { exact: true }).click()
    await writer.page.getByRole('button', { name: 'Try it' }).click()
    await writer.page.getByText(/Tried on \d+ tickets/).waitFor()
    await writer.page
      .getByRole('rowheader', { name: said('P1 First answer') })
      .first()
      .waitFor()
    await writer.page.getByText('Submit', { exact: true }).click()
    await writer.page.getByRole('button', { name: 'Submit' }).click()
    await writer.page.getByRole('heading', { name: 'To be approved' }).waitFor()
    await writer.page
      .getByText('You wrote on it')
      .or(writer.page.getByText('Your roles do not let you approve'))
      .waitFor()

    const reader = await open(id, approver)
    await reader.page.getByRole('heading', { name: 'To be approved' }).waitFor()
    await reader.page
      .getByRole('region', { name: 'Against the version that it began from' })
      .getByText('P1')
      .first()
      .waitFor()
    expect(await barriersIn(reader.page)).toEqual([])
    await reader.page.getByRole('button', { name: 'Approve exactly this' }).click()
    await reader.page.getByText('Published as version 2.').waitFor()
    await writer.page.getByText('Published as version 2.').waitFor()
    await reader.context.close()
    await writer.context.close()

    const later = await open(left, ada)
    await later.page.getByText('Version 2 was published since this draft began from version 1').waitFor()
    expect(await barriersIn(later.page)).toEqual([])
    await later.page.getByRole('link', { name: 'See what changed' }).click()
    await later.page.waitForURL('**/charter/versions')
    await later.context.close()
  })
})

/** What a comparison of two charters says by itself, in English, as charters are written. */
const ENGLISH = / of office|working day|every ticket|other than| changed| added| removed|→/

describe.each([
  ['ar', 'ar'],
  ['el', 'el'],
] as const)('the difference in %s', (language, locale) => {
  it('is said in words of the language, beside the part and as a whole', async () => {
    const id = await newDraft(`Differences, ${language}`)
    const edits = [
      ['tier: gold, target: 1 h of office', 'tier: gold, target: 90 min of office'],
      ['pauses: [waiting-for-customer]', 'pauses: [on-hold]'],
      ['share: 95% a month', 'share: 97% a quarter'],
      ['{ at: 75%, tell: assignee }', '{ at: 80%, tell: [assignee, team-lead] }'],
      ['mon-fri: 09:00-17:00', 'mon-thu: 09:00-17:00'],
      ['per ticket: 100 EUR', 'per ticket: 150 EUR'],
    ] as const
    await rewrite(id, edits)
    const { page, context, trouble } = await openWindow(browser, `${desk.app.url}/desk/charter/drafts/${id}`, {
      person: ada,
      locale,
    })
    const noted = page.locator('.moves .said-otherwise li')
    await noted.first().waitFor()
    expect((await noted.allInnerTexts()).join('\n')).not.toMatch(ENGLISH)
    await page.getByRole('radio').nth(3).check({ force: true })
    const told = page.locator('.differences .said-otherwise li')
    await told.first().waitFor()
    const texts = await told.allInnerTexts()
    expect(texts.length).toBeGreaterThan(8)
    expect(texts.join('\n')).not.toMatch(ENGLISH)
    expect(await barriersIn(page)).toEqual([])
    if (SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(SCREENSHOTS, `difference-${language}.png`), fullPage: true })
    expect(trouble).toEqual([])
    await context.close()
  })
})
