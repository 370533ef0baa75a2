/**
 * The test of the whole, on the product as its user has it: one number is changed in the browser, a second person approves,
 * and everything that speaks of it follows, with no other edit; what was opened before stays as it was.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatInstant } from '@avow/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letter, send } from '../running/letters.ts'
import { type OutgoingLetter, outgoingOf } from '../running/outgoing-folder.ts'
import { runAvow } from '../running/run-avow.ts'
import { type RunningDesk, removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { startBrowser } from './browser.browser.ts'
import { openWindow, said } from './desk-window.ts'

/** From the approval until all of it is so, ms. */
const WITHIN = 60_000
const MAILBOX = 'care@bramble.example'
const [OLD, NEW] = ['4 h of office', '3 h of office']
/** How the public page says the new length. */
const SAID: Readonly<Record<string, RegExp>> = {
  en: /\b3 hours\b/,
  it: /\b3 ore\b/,
  pl: /\b3 godzin\b/,
  el: /\b3 ώρες/,
  ar: /3 ساعات/,
}

interface Signed {
  readonly email: string
  readonly cookie: string
}

interface Ticket {
  readonly number: number
  readonly customer: { readonly email: string | null } | null
  readonly charter: { readonly version: number } | null
  readonly commitments: readonly { readonly promise: string; readonly target: string; readonly due: string | null }[]
}

let desk: RunningDesk
let browser: Browser
let writer: Signed
let approver: Signed
let director: Signed
let agent: Signed
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'avow-whole-'))
  desk = await startDesk({ env: { AVOW_DEMO: '1' } })
  const password = /^Sign in .*? password (\S+)/m.exec(desk.lines.join('\n'))?.[1] ?? ''
  const signIn = async (email: string): Promise<Signed> => {
    const answer = await fetch(`${desk.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.url },
      body: JSON.stringify({ email, password }),
    })
    if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    return { email, cookie: cookies.join('; ') }
  }
  writer = await signIn('katarzyna.nowak@bramble.example')
  approver = await signIn('nikos.antoniou@bramble.example')
  director = await signIn('edward.bramble@bramble.example')
  agent = await signIn('zofia.wojcik@bramble.example')
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await removeDesks()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<T>({ cookie }: Signed, path: string): Promise<T> {
  const answer = await fetch(`${desk.url}/api/v1${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** A customer's mail, and the ticket that it became. */
async function mailIn(): Promise<Ticket> {
  const sent = await send(desk.smtpPort, letter({ to: MAILBOX, text: 'Good morning, where is my new kettle, please?' }))
  const number = await until(async () => {
    const { items } = await ask<{ items: { message_id: string; ticket: number | null }[] }>(agent, '/mail/messages')
    return items.find((one) => one.message_id === sent.messageId)?.ticket
  })
  return ask(agent, `/tickets/${number}`)
}

const firstAnswer = ({ commitments }: Ticket) => commitments.find(({ promise }) => promise === 'P1')
const mailTo = (address: string, about: RegExp): Promise<OutgoingLetter> =>
  until(async () => (await outgoingOf(desk.data)).find((mail) => mail.to === address && about.test(mail.text)))
const pageOf = async (path: string) => (await fetch(`${desk.url}${path}`)).text()
const person = ({ cookie }: Signed) => ({ cookie, person: '', email: '', user: '' })
const open = async (who: Signed, path: string, locale: string) =>
  (await openWindow(browser, `${desk.url}/desk${path}`, { person: person(who), locale })).page

/** Changes the one number in the studio, and submits it. Answers the draft's address. */
async function write(from: string, to: string): Promise<string> {
  const page = await open(writer, '/charter/drafts', 'en-GB')
  await page.getByRole('button', { name: 'New draft' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why it is changed').fill('What we can keep')
  await dialog.getByRole('button', { name: 'New draft' }).click()
  const length = page.locator('#part-promises-P1').getByLabel('Length, row 3')
  await length.waitFor()
  expect(await length.inputValue()).toBe(from)
  await length.fill(to)
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
  await page.getByText('Submit', { exact: true }).click()
  // An example says the old number: it may stay, for a reason and with one press.
  if (to === NEW.split(' ')[0]) {
    const warnings = page.getByRole('region', { name: 'Warnings' })
    await warnings.getByText(said('Example 3 wants P1 due')).waitFor()
    await warnings.getByLabel('Why it may stay').fill('Three hours are meant.')
    await warnings.getByRole('button', { name: 'It may stay' }).click()
  }
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('heading', { name: 'To be approved' }).waitFor()
  return new URL(page.url()).pathname.replace('/desk', '')
}

/** The promise as the agent's panel says it on a ticket. */
async function panelOf(page: Page): Promise<string> {
  const clause = page.locator('.commitment', { has: page.getByText('P1', { exact: true }) }).first()
  await clause.waitFor()
  return clause.innerText()
}

describe.each(['en-GB', 'ar'])('the desk in %s', (locale) => {
  it('one number is changed, a second person publishes, and everything follows', async () => {
    const again = locale === 'ar'
    const version = again ? 3 : 2
    // The second time the number goes back, which is a version of its own. Customers get less by it: two approve.
    const [before, after] = again ? [NEW, OLD] : [OLD, NEW]
    const yesterday = await mailIn()
    expect(firstAnswer(yesterday)).toMatchObject({ target: before })

    const address = await write(before.slice(0, 1), after.slice(0, 1))
    const reading = await open(approver, address, 'en-GB')
    await reading.getByRole('button', { name: 'Approve exactly this' }).click()
    if (again) {
      await reading.getByText('Approvals: 1 of 2').waitFor()
      const other = await open(director, address, 'en-GB')
      await other.getByRole('button', { name: 'Approve exactly this' }).click()
    }
    await reading.getByText(`Published as version ${version}.`).waitFor()
    const published = performance.now()

    // A new ticket's due time, and the acknowledgement that tells it.
    const ticket = await mailIn()
    const promised = firstAnswer(ticket)
    expect(promised).toMatchObject({ target: after })
    expect(ticket.charter).toMatchObject({ version })
    const due = promised?.due ?? ''
    const wall = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Warsaw' })
    const told = await mailTo(ticket.customer?.email ?? '', /\d/)
    expect(told.text).toContain(wall.format(Date.parse(due)))

    // The public page, in five languages, and its figures' target.
    const spoken = await Promise.all(
      Object.keys(SAID).map(async (tag) => [tag, await pageOf(`/${tag}/charter`)] as const),
    )
    for (const [tag, page] of spoken) {
      if (again) expect(page, tag).not.toMatch(SAID[tag] ?? /^/)
      else expect(page, tag).toMatch(SAID[tag] ?? /^$/)
    }
    const json = JSON.parse(await pageOf('/charter.json')) as {
      version: number
      promises: { id: string; rows: { target: string }[]; figure: object | null }[]
    }
    const p1 = json.promises.find(({ id }) => id === 'P1')
    expect(json.version).toBe(version)
    expect(p1?.rows.map(({ target }) => target)).toContain(after)
    expect(p1?.rows.map(({ target }) => target)).not.toContain(before)
    expect(p1?.figure).not.toBeNull()

    // The staff notice, in the desk and by mail, with exactly the clause that changed.
    const notices = await ask<{
      items: { version: number; difference: { id: string; change: string; parts: { text: string }[] } }[]
    }>(agent, '/charter/notices')
    const mine = notices.items.filter((one) => one.version === version)
    expect(mine.map(({ difference }) => [difference.id, difference.change])).toEqual([
      ['P1', again ? 'looser' : 'stricter'],
    ])
    // The mail in the agent's own language, which is Polish.
    const inPolish = (target: string) => `: ${target.slice(0, 1)} godzin`
    await mailTo(agent.email, new RegExp(`Dotąd${inPolish(before)}.*Teraz${inPolish(after)}`, 's'))

    // The agent's panel, in the reader's language.
    const beside = await open(agent, `/tickets/all/${ticket.number}`, locale)
    // The words of its version come a moment after the ticket.
    const panel = async () => (await panelOf(beside)).replaceAll(/[\u2066-\u2069]/g, '')
    await expect.poll(panel).toMatch(again ? /4|٤/ : /3 h/)

    // `avow diff` of both versions as they are exported.
    const files = await Promise.all(
      [version - 1, version].map(async (one) => {
        const { source } = await ask<{ source: string }>(agent, `/charter/versions/${one}`)
        const file = join(folder, `${locale}-${one}.yaml`)
        writeFileSync(file, source)
        return file
      }),
    )
    const difference = await runAvow(['diff', ...files], {})
    const change = again ? 'looser' : 'stricter'
    expect(difference).toMatch(
      new RegExp(`^promise P1 +${change}\\n +${change} for channel email.*: ${before} → ${after}$`, 'm'),
    )

    expect(performance.now() - published).toBeLessThan(WITHIN)

    // What was opened before stays on its version.
    const still = await ask<Ticket>(agent, `/tickets/${yesterday.number}`)
    expect(firstAnswer(still)).toEqual(firstAnswer(yesterday))
    expect(still.charter).toEqual(yesterday.charter)
    expect(formatInstant(Date.parse(firstAnswer(still)?.due ?? ''))).toBe(firstAnswer(yesterday)?.due)
  })
})
