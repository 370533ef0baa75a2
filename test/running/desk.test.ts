import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiOf, type DeskApi } from './desk-api.ts'
import { publishIn } from './desk-database.ts'
import { letter, send } from './letters.ts'
import { outgoingOf } from './outgoing-folder.ts'
import { databaseFolder, dataFolder, type RunningDesk, removeDesks, startAndEnd, startDesk } from './start-desk.ts'
import { until } from './until.ts'

const KEY = 'a key of the tests, forty characters or so'.replaceAll(/\W/g, '-')
const EMPTY = { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY }
/** What an answer has time for here; it has to pass before the public figure counts the promise. */
const TARGET = 20_000

const CHARTER = `
avow: 1
charter: prompt
languages: [en]
zone: UTC
positions: [agent]
facts:
  channel: { one of: [email, form, phone] }
calendars:
  round-the-clock: { open: always, holidays until: 2099-12-31 }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: "A person answers you within {target}."
    table: [{ target: ${TARGET / 1000} s of round-the-clock }]
  - id: P2
    audience: public
    clock: resolution
    pauses: [waiting-for-customer]
    says: "We solve it within {target}."
    table: [{ target: 24 h of round-the-clock }]
`

let desk: RunningDesk
let api: DeskApi
/** The ticket of the conversation, and when its first answer was due, UTC ms. */
let number: number
let due: number

beforeAll(async () => {
  desk = await startDesk({ env: EMPTY })
  api = apiOf(() => desk.url, KEY)
  await publishIn(desk, CHARTER)
})
afterAll(removeDesks)

const promiseOf = async (number: number, promise: string) =>
  (await api.call('readTicket', { params: { number } })).commitments.find((one) => one.promise === promise)
const mailTo = (address: string, isAutomatic: boolean) =>
  until(async () => (await outgoingOf(desk.data)).find((one) => one.to === address && one.isAutomatic === isAutomatic))
const settledMail = (messageId: string) =>
  until(async () =>
    (await api.call('listMail')).items.find((one) => one.message_id === messageId && one.outcome !== null),
  )
const page = async (path: string) => (await fetch(`${desk.url}${path}`)).text()

describe('a desk that was started', () => {
  it('says where it is in at most ten lines, and how to set it up', () => {
    expect(desk.lines.length).toBeLessThanOrEqual(10)
    const text = desk.lines.join('\n')
    expect(text).toContain(`${desk.url}/desk`)
    expect(text).toContain(`port ${desk.smtpPort}`)
    expect(text).toMatch(/\/setup {3}with the code \S+/)
    expect(text).not.toContain('password')
    expect(text).not.toContain(KEY)
  })

  it('is alive and ready', async () => {
    expect((await fetch(`${desk.url}/health/live`)).status).toBe(200)
    const ready = await fetch(`${desk.url}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }])
  })
})

describe('a conversation', () => {
  const customer = 'carla@home.example'

  it('begins with a mail, which is a ticket with its promises, and is acknowledged', async () => {
    const { items } = await api.call('countIntake')
    const first = await send(desk.smtpPort, letter({ from: customer, to: items[0]?.mailbox ?? '' }))
    const row = await settledMail(first.messageId)
    expect(row).toMatchObject({ outcome: 'ticketed', from: customer, sha256: first.sha256 })
    number = row.ticket ?? 0
    const [answerIn, solveIn] = [await promiseOf(number, 'P1'), await promiseOf(number, 'P2')]
    expect(answerIn).toMatchObject({ state: 'running', target: '20 s of round-the-clock' })
    expect(solveIn?.state).toBe('running')
    due = Date.parse(answerIn?.due ?? '')
    expect(due - Date.parse(answerIn?.start ?? '')).toBe(TARGET)
    const acknowledged = await mailTo(customer, true)
    expect(acknowledged.subject).toContain(`number ${number}`)
    expect(acknowledged.replyTo).toMatch(new RegExp(`\\+${number}-[a-z2-7]{16}@`))
  })

  it('goes on with an answer, which keeps the promise and leaves once however often it is sent', async () => {
    const { seq } = await api.call('readTicket', { params: { number } })
    const call = { params: { number }, body: { text: 'Send it back to us.', seen: seq }, once: 'the-answer' }
    const answers = await Promise.all([1, 2, 3].map(() => api.ask('replyToTicket', call)))
    expect(answers.map(({ status }) => status).filter((status) => status !== 409)).toContain(201)
    const again = await api.call('replyToTicket', call)
    expect(again.entries.filter(({ type }) => type === 'message.sent')).toHaveLength(1)
    expect(again.state).toBe('waiting-for-customer')
    expect(await promiseOf(number, 'P1')).toMatchObject({ state: 'kept' })
    expect(await promiseOf(number, 'P2')).toMatchObject({ state: 'paused' })
    expect((await mailTo(customer, false)).text).toContain('Send it back to us.')
  })

  it('goes on with the customer’s reply, which joins the ticket and sets it going again', async () => {
    const answer = await mailTo(customer, false)
    const reply = letter({ from: customer, to: answer.replyTo, subject: `Re: ${answer.subject}`, text: 'It is off.' })
    await send(desk.smtpPort, reply)
    expect(await settledMail(reply.messageId)).toMatchObject({ outcome: 'appended', reason: 'token', ticket: number })
    const ticket = await api.call('readTicket', { params: { number } })
    expect(ticket).toMatchObject({ state: 'open', messages: 3 })
    expect(ticket.entries.findLast(({ type }) => type === 'message.received')?.text).toContain('It is off.')
    expect(await promiseOf(number, 'P2')).toMatchObject({ state: 'running' })
  })

  it('ends solved, with every promise kept', async () => {
    const { seq } = await api.call('readTicket', { params: { number } })
    const body = { text: 'A new one is on its way.', seen: seq, state: 'solved' }
    const solved = await api.call('replyToTicket', { params: { number }, body })
    expect(solved.state).toBe('solved')
    expect(solved.commitments.map(({ promise, state }) => [promise, state])).toEqual([
      ['P1', 'kept'],
      ['P2', 'kept'],
    ])
  })

  it('is in the intake’s counts, which add up', async () => {
    const { items } = await api.call('countIntake')
    expect(items).toMatchObject([{ received: 2, ticketed: 1, appended: 1, suppressed: 0, quarantined: 0, pending: 0 }])
  })
})

describe('a second server on the same data folder', () => {
  it('is refused within a second of its being able to know, naming the process; a setting that cannot be, before', async () => {
    // What a start takes before it can know anything: this one ends at its settings.
    const nothing = await startAndEnd({ env: { AVOW_HOST: '0.0.0.0' } })
    expect([nothing.code, nothing.output]).toEqual([2, ''])
    expect(nothing.errors).toMatch(/^AVOW_HOST is 0\.0\.0\.0, .*AVOW_PUBLIC_URL.*\n$/)
    const refused = await startAndEnd({ data: desk.data, env: EMPTY })
    expect(refused.code).toBe(1)
    expect(refused.errors.trim().split('\n')).toEqual([
      expect.stringContaining(`in use by the server with process ${desk.process.pid}`),
    ])
    expect(refused.within - nothing.within).toBeLessThan(1000)
    expect((await fetch(`${desk.url}/health/ready`)).status).toBe(200)
  })
})

describe('the first person', () => {
  it('takes the desk with the printed code, once, and signs in', async () => {
    const code = /with the code (\S+)/.exec(desk.lines.join('\n'))?.[1] ?? ''
    const [email, password] = ['ann@acme.example', 'correct horse battery']
    const fields = {
      name: 'Acme',
      zone: 'UTC',
      language: 'en',
      person: 'Ann Lee',
      email,
      password,
    }
    const post = (given: string) =>
      fetch(`${desk.url}/setup/company`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...fields, code: given }),
      })
    expect((await post('guessed')).status).toBe(422)
    expect((await post(code)).headers.get('location')).toBe('/setup')
    const signedIn = await fetch(`${desk.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.url },
      body: JSON.stringify({ email, password }),
    })
    expect(signedIn.status).toBe(200)
    expect((await page('/setup')).includes('name="code"')).toBe(false)
  })
})

describe('the public charter', () => {
  it('counts the kept promise once it was due, without a share while there are too few', async () => {
    await until(async () => Date.parse((await api.call('readTicket', { params: { number } })).now) > due)
    const charter: unknown = JSON.parse(await page('/charter.json'))
    expect(charter).toMatchObject({
      id: 'prompt',
      version: 1,
      promises: [{ id: 'P1', figure: { kept: 1, broken: 0, share: null } }, { id: 'P2' }],
    })
    expect(await page('/charter')).toContain('A person answers you within')
  })
})

describe('a desk that is started again', () => {
  it('keeps everything, and prints no password and no code', async () => {
    const before = await api.call('listTickets', { query: { view: 'solved' } })
    expect(await desk.stop()).toBe(0)
    desk = await startDesk({ data: desk.data, env: { AVOW_DEMO: '0' } })
    const text = desk.lines.join('\n')
    expect(text).not.toMatch(/password|code/)
    const after = await api.call('listTickets', { query: { view: 'solved' } })
    expect(after.items).toEqual(before.items)
    expect(after.items).toHaveLength(1)
  })
})

describe('a data folder that only its owner can enter', () => {
  it('is as good as another, also for root', async () => {
    const data = dataFolder(0o700)
    const closed = await startDesk({ data, env: EMPTY })
    expect((await fetch(`${closed.url}/health/ready`)).status).toBe(200)
    expect(await closed.stop()).toBe(0)
    const base = databaseFolder(data)
    if (process.getuid?.() === 0) {
      expect(base).not.toBe(data)
      expect(closed.lines[0]).toContain(base)
      expect(readFileSync(`${data}/postgres.location`, 'utf8')).toBe(`${base}\n`)
    }
    expect(existsSync(`${base}/postgres`)).toBe(true)
    if (base !== data) rmSync(base, { recursive: true })
  })
})
