import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Page, rowCounts, type TestSite } from '../../../test/site/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const FORM = '/requests/new'
let people = 0
const filled = async (more: Readonly<Record<string, string>> = {}) => ({
  name: 'Zofia Zielińska',
  email: `zofia${people++}@customer.example`,
  subject: 'The kettle leaks',
  message: 'It leaks from the lid, and the kitchen is wet by now.',
  once: await site.onceOf(FORM),
  ...more,
})
const tickets = () =>
  site.run((tx) =>
    tx.db.selectFrom('ticket').selectAll().where('workspace_id', '=', site.workspace).orderBy('number').execute(),
  )
const contents = (ticket: string) =>
  site.run((tx) =>
    tx.db
      .selectFrom('event_content')
      .select(['part', 'value'])
      .where('workspace_id', '=', site.workspace)
      .where('ticket_id', '=', ticket)
      .execute(),
  )

describe('the form', () => {
  it('says by when a person answers before anything is written', async () => {
    const { text, status, headers } = await site.get(FORM)
    expect(status).toBe(200)
    expect(text.replaceAll(/<[^>]*>/g, '')).toMatch(
      /If you write now, a person answers you by \w{3}.? \d+ \w{3}.*, \d\d:\d\d \(Europe\/Warsaw\)\./,
    )
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('asks for what public clauses speak of and the customer knows; not for the tier', async () => {
    const { text } = await site.get(FORM)
    expect(text).toContain('name="fact.reason"')
    expect(text).toContain('<option value="damaged">damaged item</option>')
    expect(text).not.toMatch(/name="fact\.(tier|channel)"/)
  })

  it('takes a request in, and leads to its page, with the number and the same time', async () => {
    const sent = await filled({ 'fact.reason': 'damaged' })
    const answer = await site.post(FORM, sent)
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/requests\/[\w-]{22,}\?opened$/)])
    const ticket = (await tickets()).at(-1)
    expect(ticket).toMatchObject({ channel: 'form', state: 'new', language: 'en' })
    expect(ticket?.facts).toMatchObject({ reason: 'damaged', channel: 'form' })
    const { text } = await site.get(answer.location)
    const words = text.replaceAll(/<[^>]*>/g, '')
    expect(words).toContain(`Its number is ${ticket?.number}.`)
    expect(words).toMatch(/We have your request\..* A person answers you by .*\(Europe\/Warsaw\)\./)
    // What is promised on the page is the due time of the commitment, on the clock of Warsaw, to the minute.
    const { due } = await site.run((tx) =>
      tx.db
        .selectFrom('commitment')
        .select('due')
        .where('workspace_id', '=', site.workspace)
        .where('ticket_id', '=', ticket?.id ?? '')
        .where('promise', '=', 'P1')
        .executeTakeFirstOrThrow(),
    )
    const [, instant, shown] =
      /A person answers you by .*?<time datetime="([^"]+)"[^>]*>([^<]+)<\/time>/.exec(text) ?? []
    expect(instant).toBe(due?.toISOString())
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Warsaw', hour: '2-digit', minute: '2-digit' })
    expect(shown).toContain(clock.format(due ?? 0))
    const date = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Warsaw', weekday: 'short', day: 'numeric' })
    for (const part of date.formatToParts(due ?? 0).filter(({ type }) => type !== 'literal'))
      expect(shown).toContain(part.value)
    expect(text).toContain('It leaks from the lid, and the kitchen is wet by now.')
    expect(await contents(ticket?.id ?? '')).toContainEqual({
      part: 'from',
      value: { name: sent.name, address: sent.email },
    })
  })

  it('tells the due time, by a mail or on the page, so that it is told', async () => {
    await site.post(FORM, await filled())
    const [told] = await site.run((tx) =>
      tx.db
        .selectFrom('event')
        .select('envelope')
        .where('workspace_id', '=', site.workspace)
        .where('type', '=', 'message.auto')
        .orderBy('recorded', 'desc')
        .limit(1)
        .execute(),
    )
    expect(told?.envelope['tells']).toEqual(['P1'])
  })

  it('sends nothing of what was written to an address that nobody has proved to have', async () => {
    await site.post(
      FORM,
      await filled({ name: 'Buy-Pills', subject: 'Cheap-Pills', message: 'Get-Pills now at pills.example' }),
    )
    const mail = await site.run((tx) =>
      tx.db.selectFrom('outbox').select('payload').where('workspace_id', '=', site.workspace).execute(),
    )
    expect(mail.length).toBeGreaterThan(0)
    expect(JSON.stringify(mail)).not.toMatch(/pills/i)
  })

  it('knows the language of what was written; else that of its page', async () => {
    const arabic = 'تسرّب الغلاية الماء من الغطاء منذ يومين وأرجو منكم إصلاحها أو استبدالها في أقرب وقت'
    await site.post(FORM, await filled({ message: arabic, subject: 'الغلاية' }))
    expect((await tickets()).at(-1)?.language).toBe('ar')
    await site.post('/pl/requests/new', await filled({ message: '12345', subject: '123' }))
    expect((await tickets()).at(-1)?.language).toBe('pl')
  })

  it('keeps everything that was typed where something is wrong, and takes nothing in', async () => {
    const before = (await tickets()).length
    const answer = await site.post(FORM, await filled({ email: 'zofia at "home"', 'fact.reason': 'late', name: '' }))
    expect(answer.status).toBe(422)
    for (const kept of ['zofia at &quot;home&quot;', '<option value="late" selected>', 'It leaks from the lid'])
      expect(answer.text).toContain(kept)
    expect(answer.text).toContain('href="#field-email"')
    expect(answer.text.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect((await tickets()).length).toBe(before)
  })

  it('is not taken from those who fill in what nobody sees; a person is told, and loses nothing', async () => {
    const before = (await tickets()).length
    const answer = await site.post(FORM, await filled({ website: 'https://spam.example' }))
    expect([answer.status, (await tickets()).length]).toEqual([422, before])
    expect(answer.text).toContain('It leaks from the lid')
  })

  it('sent twice, one after the other or at once, is one request', async () => {
    const before = (await tickets()).length
    const sent = await filled()
    const answers = await Promise.all([1, 2, 3, 4].map(() => site.post(FORM, sent)))
    answers.push(await site.post(FORM, sent))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect((await tickets()).length).toBe(before + 1)
    const number = (await tickets()).at(-1)?.number
    for (const { location } of answers) expect((await site.get(location)).text).toContain(`>${number}<`)
  })

  it('changes nothing when it is only read', async () => {
    const before = await rowCounts(site)
    for (const path of ['/', '/en', '/charter', '/charter.json', FORM, `/ar${FORM}`, '/w/first/charter/v/1'])
      await site.get(path)
    expect(await rowCounts(site)).toEqual(before)
  })

  it('is 400 for what is too long, with a page that says what to do', async () => {
    const long = await site.post(FORM, { message: 'x'.repeat(600_000) })
    expect([long.status, long.text.includes('Go back')]).toEqual([400, true])
    const json = await fetch(`${site.app.url}${FORM}`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(json.status).toBe(422)
  })
})

describe('limits', () => {
  let limited: TestSite
  beforeAll(async () => {
    limited = await openSite({ trustProxy: ['127.0.0.1'] })
  })
  afterAll(() => limited.close())

  const send = async (email: string, from: string) =>
    limited.post(FORM, await filled({ email, once: await limited.onceOf(FORM) }), { 'x-forwarded-for': from })

  it('five an hour from one address to write from, whoever sends them; the text is kept', async () => {
    const answers: Page[] = []
    for (let count = 0; count < 6; count++) answers.push(await send('same@customer.example', `198.51.100.${count}`))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429])
    expect(answers.at(-1)?.text).toContain('It leaks from the lid')
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(3000)
  })

  it('twenty an hour from one network address, whatever they say', async () => {
    const answers: Page[] = []
    for (let count = 0; count < 21; count++) answers.push(await send(`one${count}@customer.example`, '203.0.113.9'))
    expect(answers.map(({ status }) => status).slice(-2)).toEqual([303, 429])
    expect((await send('another@customer.example', '203.0.113.10')).status).toBe(303)
    expect(answers.at(-1)?.text).toContain('It leaks from the lid')
  })
})
