/** Holidays come into a calendar of a draft: of a country, and from a calendar file. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestPerson } from '../../packages/server/test/app.ts'
import { startBrowser } from './browser.browser.ts'
import { type DeskAtWork, openDeskAtWork } from './desk-at-work.ts'
import { barriersIn, openWindow } from './desk-window.ts'

const SCREENSHOTS = process.env['AVOW_SCREENSHOTS']
const YEAR = new Date().getUTCFullYear() + 1

const CHARTER = `avow: 1
charter: hours
languages: [en]
zone: Europe/Warsaw
title: How we serve you
facts:
  channel: { one of: [email] }
calendars:
  office:
    open: { mon-fri: 09:00-17:00 }
    closed:
      - ${YEAR}-12-25 # Christmas
    says: office hours
promises:
  - id: P1
    audience: public
    clock: first-response
    says: A person answers you within {target}.
    table:
      - { target: 8 h of office }
`

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Stocktaking', `DTSTART;VALUE=DATE:${YEAR}0208`, 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'SUMMARY:A meeting', `DTSTART:${YEAR}0209T090000Z`, 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n')

let desk: DeskAtWork
let browser: Browser
let author: TestPerson

beforeAll(async () => {
  desk = await openDeskAtWork({ tickets: 1 })
  author = await desk.hire('Ada Author', ['author'], [])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

async function newDraft(): Promise<string> {
  const body = { note: 'Holidays', source: CHARTER }
  const answer = await desk.app.ask('POST', '/api/v1/drafts', { cookie: author.cookie, body })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

async function officeOf(id: string): Promise<string> {
  const answer = await desk.app.ask('GET', `/api/v1/drafts/${id}`, { cookie: author.cookie })
  const { source } = (await answer.json()) as { source: string }
  return source.slice(source.indexOf('  office:'), source.indexOf('promises:'))
}

const saved = (page: Page) => page.locator('.keeping', { hasText: /^Saved$/ }).waitFor()
const open = (id: string, options: Parameters<typeof openWindow>[2]) =>
  openWindow(browser, `${desk.app.url}/desk/charter/drafts/${id}`, { person: author, ...options })

it('dates of a country and of a file are looked at, then written with their source, and none twice', async () => {
  const id = await newDraft()
  const { page, context, trouble } = await open(id, {})
  const office = page.locator('#part-calendars-office')
  await office.getByRole('button', { name: 'Add holidays' }).click()
  const dialog = page.getByRole('dialog', { name: /Holidays for/ })
  await dialog.getByRole('combobox', { name: 'Country' }).selectOption('DE')
  await dialog.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'Bayern' })
  await dialog.getByText('Epiphany').first().waitFor()
  await dialog.getByRole('combobox', { name: 'Country' }).selectOption('PL')
  await dialog.getByRole('combobox', { name: 'From the year' }).selectOption(`${YEAR}`)
  await dialog.getByRole('combobox', { name: 'to the year' }).selectOption(`${YEAR}`)
  await dialog.getByText('Labour Day').waitFor()
  expect(await dialog.getByLabel(/Christmas Day.*already in the calendar/).isDisabled()).toBe(true)
  await dialog.getByLabel(/Labour Day/).uncheck()
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'holidays-en.png') })
  await dialog.getByRole('button', { name: 'Write into the calendar' }).click()
  await dialog.waitFor({ state: 'detached' })
  await saved(page)
  const written = await officeOf(id)
  expect(written).toContain(`      - ${YEAR}-11-11\n      - ${YEAR}-12-24\n      - ${YEAR}-12-25 # Christmas\n`)
  expect(written.split(`${YEAR}-12-25`)).toHaveLength(2)
  expect(written).not.toContain(`${YEAR}-05-01`)
  expect(written).toContain(`    holidays until: ${YEAR}-12-31\n`)
  expect(written).toMatch(/ {4}holidays from: date-holidays \S+, country PL, read \d{4}-\d\d-\d\d\n/)
  await office.getByText(/^date-holidays .*country PL/).waitFor()

  await office.getByRole('button', { name: 'Add holidays' }).click()
  await dialog.getByRole('radio', { name: 'A calendar file (.ics)' }).check()
  await dialog.getByLabel('Or the text of the file').fill('Not a calendar')
  await dialog.getByRole('button', { name: 'Show the dates' }).click()
  await dialog.getByRole('alert').getByText('This is no calendar file').waitFor()
  const file = { name: 'closed.ics', mimeType: 'text/calendar', buffer: Buffer.from(FILE) }
  await dialog.getByLabel('File', { exact: true }).setInputFiles(file)
  await dialog.getByRole('combobox', { name: 'From the year' }).selectOption(`${YEAR}`)
  await dialog.getByRole('button', { name: 'Show the dates' }).click()
  await dialog.getByText('Stocktaking').waitFor()
  await dialog.getByText('1 event is left out').waitFor()
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'holidays-file-en.png') })
  await dialog.getByRole('button', { name: 'Write into the calendar' }).click()
  await saved(page)
  expect(await officeOf(id)).toMatch(/holidays from: \[.*country PL.*, .*iCal file closed\.ics, read .*\]/)
  const both = await officeOf(id)
  expect(both).toContain(`      - ${YEAR}-02-08\n`)
  // Days of the company’s own are not all the holidays there are.
  expect(both).toContain(`    holidays until: ${YEAR}-12-31\n`)

  // Each time was one change, which is taken back as one.
  await page.keyboard.press('Control+z')
  await saved(page)
  expect(await officeOf(id)).toBe(written)
  // What the browser itself says of an answer that refuses.
  expect(trouble.filter((line) => !line.includes('422'))).toEqual([])
  await context.close()
})

it('the window says it in Arabic too, on a small dark screen', async () => {
  const viewport = { width: 400, height: 900 }
  const { page, context, trouble } = await open(await newDraft(), { locale: 'ar', colorScheme: 'dark', viewport })
  await page.getByRole('button', { name: 'إضافة عطل' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'البلد' }).selectOption('EG')
  await dialog.getByText('بحسب القمر').first().waitFor()
  expect(await barriersIn(page)).toEqual([])
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, 'holidays-ar.png') })
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
  expect(trouble).toEqual([])
  await context.close()
})
