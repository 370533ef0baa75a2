import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { createMailReader } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { acknowledge } from '../acknowledgements/index.ts'
import { addMailbox } from '../mailboxes/index.ts'
import { writeOut } from '../outbox/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from '../tickets/index.ts'

let app: TestApp
let lead: TestPerson
let agent: TestPerson
let care: string
let parcels: string
const reader = createMailReader({ workers: 1, deadlineMs: 20_000 })

beforeAll(async () => {
  app = await openTestApp()
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  lead = await app.signInAs(['lead'])
  agent = await app.signInAs(['agent'])
  await run(async (tx) => {
    care = await addMailbox(tx, { address: 'care@acme.example', name: 'Acme' })
    parcels = await addMailbox(tx, { address: 'parcels@acme.example', name: 'Acme parcels' })
    for (const [person, name, team] of [
      [lead, 'Lea', 'care'],
      [agent, 'يوسف حداد', 'delivery'],
    ] as const)
      await tx.db
        .updateTable('person')
        .set({ name, team })
        .where('workspace_id', '=', tx.workspace)
        .where('id', '=', person.person)
        .execute()
  })
})
afterAll(async () => {
  await reader.close()
  await app?.close()
})

const run = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)

async function call(method: string, path: string, body?: unknown, person = lead) {
  const answer = await app.ask(method, `/api/v1${path}`, {
    cookie: person.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}
const DELIVERY = {
  name: 'delivery',
  mailbox: null as string | null,
  signatures: { en: '{name}\nTeam {team}, Acme', ar: '{name}\nفريق {team}' },
  signs_automatic: false,
}
const set = (change: object = {}) => call('POST', '/teams', { ...DELIVERY, ...change })

async function open({ language = 'en', mailbox = care, email = `${randomUUID()}@home.example` } = {}) {
  return run(async (tx) =>
    openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer: await findOrAddCustomer(tx, { email, name: 'Carla' }),
      customerSays: { address: email },
      mailbox,
      language,
      message: { subject: 'The parcel', text: 'Where is it?' },
    }),
  )
}
const answer = (number: number, person = agent) =>
  call('POST', `/tickets/${number}/replies`, { text: 'On its way.', seen: 0, anyway: true }, person)
/** The mails of a ticket, as they leave and as they are read. */
async function mailsOf(ticket: string) {
  const raw = await run(async (tx) => {
    const rows = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .orderBy('id')
      .execute()
    return Promise.all(rows.map(async (row) => (await writeOut(tx, app.desk.keys, row))?.bytes(app.desk.blobs)))
  })
  return Promise.all(
    raw.map(async (bytes) => {
      const read = await reader.read(new Uint8Array(bytes ?? Buffer.alloc(0)), { envelopeFrom: '' })
      if ('unreadable' in read) throw new Error('our own mail cannot be read')
      return read
    }),
  )
}

describe('what is set of a team', () => {
  it('begins with nothing, is set by a lead, and stands on the audit log without its words', async () => {
    expect((await call('GET', '/teams')).body).toMatchObject({
      items: [
        { name: 'care', people: 1, mailbox: null, signatures: {}, signs_automatic: false },
        { name: 'delivery', people: 1 },
      ],
      addresses: [{ address: 'care@acme.example' }, { address: 'parcels@acme.example' }],
    })
    expect(await set({ mailbox: parcels })).toMatchObject({
      status: 200,
      body: { name: 'delivery', mailbox: { id: parcels }, signatures: DELIVERY.signatures },
    })
    const [entry] = (await call('GET', '/audit?limit=1')).body.items
    expect(entry).toMatchObject({
      action: 'team.set',
      data: {
        before: { signed: [] },
        after: { team: 'delivery', mailbox: 'parcels@acme.example', signed: ['en', 'ar'] },
      },
    })
    expect(await set({ signatures: { en: '  ' } })).toMatchObject({ body: { signatures: {}, mailbox: null } })
  })

  it('is refused for agents, for teams and addresses that are not there, and where another team has the address', async () => {
    expect(await call('GET', '/teams', undefined, agent)).toMatchObject({ status: 403 })
    expect(await call('POST', '/teams', DELIVERY, agent)).toMatchObject({ status: 403 })
    expect(await set({ name: 'nobody’s' })).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await set({ mailbox: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not-found' } })
    await set({ mailbox: parcels })
    expect(await set({ name: 'care', mailbox: parcels })).toMatchObject({ status: 409, body: { code: 'name-taken' } })
  })

  it.each([
    ['{password}', 'signatures.en'],
    ['{{name}}', undefined],
    ['{constructor.constructor("return 1")()}', 'signatures.en'],
    [Array.from({ length: 11 }, (_, line) => line).join('\n'), 'signatures.en'],
  ])('fills in two names and nothing else: %s', async (en, path) => {
    const answered = await set({ signatures: { en } })
    if (path === undefined) expect(answered.status).toBe(200)
    else expect(answered).toMatchObject({ status: 400, body: { code: 'bad-request', at: [{ path, typed: en }] } })
  })
})

describe('an answer', () => {
  it('leaves from the address of the writer’s team and is signed behind the mark; the rating stands under it', async () => {
    await set({ mailbox: parcels })
    const { ticket, number } = await open()
    const { body: before } = await call('GET', `/tickets/${number}/answering`, undefined, agent)
    expect(before).toMatchObject({
      from: { address: 'parcels@acme.example', name: 'يوسف حداد' },
      signature: { language: 'en', text: '\u2068يوسف حداد\u2069\nTeam delivery, Acme' },
    })
    expect((await answer(number)).status).toBe(201)
    const [mail] = await mailsOf(ticket)
    expect(mail?.from).toMatchObject({ name: 'يوسف حداد', address: 'parcels@acme.example' })
    expect(mail?.text).toMatch(/^On its way\.\n\n-- \n\u2068يوسف حداد\u2069\nTeam delivery, Acme\n\nHow did we do\?\n/u)
    // The signature is written the way of its language, although a name in it begins with a letter of another.
    expect(mail?.html).toContain('<p lang="en" dir="ltr">-- <br>\n<bdi>يوسف حداد</bdi><br>\nTeam delivery, Acme</p>')
  })

  it('in Arabic is signed in Arabic, from right to left; in a language without a signature in the company’s first', async () => {
    await set()
    const arabic = await open({ language: 'ar' })
    await answer(arabic.number)
    const [mail] = await mailsOf(arabic.ticket)
    expect(mail?.from?.address).toBe('care@acme.example')
    expect(mail?.text).toContain('\n\n-- \nيوسف حداد\nفريق \u2068delivery\u2069\n\n')
    expect(mail?.html).toContain('<p lang="ar" dir="rtl">-- <br>\nيوسف حداد<br>\nفريق <bdi>delivery</bdi></p>')
    await set({ signatures: { ...DELIVERY.signatures, ar: '{name}\nهاتف: +966 11 234 5678' } })
    const withNumber = await open({ language: 'ar' })
    await answer(withNumber.number)
    const [numbered] = await mailsOf(withNumber.ticket)
    expect(numbered?.text).toContain('\nهاتف: \u2068+966 11 234 5678\u2069\n')
    expect(numbered?.html).toContain('<br>\nهاتف: <a dir="ltr" href="tel:+966112345678">+966 11 234 5678</a></p>')
    const greek = await open({ language: 'el' })
    await answer(greek.number)
    expect((await mailsOf(greek.ticket))[0]?.html).toContain('<p lang="en" dir="ltr">')
  })

  it('is of the team that has the ticket, else of the one whose address it came to, else of the writer’s', async () => {
    await set({ mailbox: parcels })
    await call('POST', '/teams', { ...DELIVERY, name: 'care', signatures: { en: 'Care of {name}' } })
    const signed = async (ticket: { readonly number: number }, person: TestPerson) =>
      (await call('GET', `/tickets/${ticket.number}/answering`, undefined, person)).body
    const toCare = await open()
    const toParcels = await open({ mailbox: parcels })
    expect(await signed(toCare, lead)).toMatchObject({
      from: { address: 'care@acme.example' },
      signature: { text: 'Care of Lea' },
    })
    expect(await signed(toParcels, lead)).toMatchObject({
      from: { address: 'parcels@acme.example' },
      signature: { text: 'Lea\nTeam delivery, Acme' },
    })
    await call('POST', `/tickets/${toCare.number}/assignment`, { to: null, team: 'delivery' }, agent)
    expect(await signed(toCare, lead)).toMatchObject({
      from: { address: 'parcels@acme.example' },
      signature: { text: 'Lea\nTeam delivery, Acme' },
    })
    await call('POST', `/tickets/${toCare.number}/assignment`, { to: null, team: 'night shift' }, agent)
    expect(await signed(toCare, lead)).toMatchObject({ from: { address: 'care@acme.example' }, signature: null })
    // To which nobody belongs; something can be set of it all the same.
    expect((await call('GET', '/teams')).body.items).toContainEqual(
      expect.objectContaining({ name: 'night shift', people: 0 }),
    )
    await set({ name: 'night shift', mailbox: null, signatures: { en: 'By night: {name}' } })
    expect(await signed(toCare, lead)).toMatchObject({ signature: { text: 'By night: Lea' } })
    // The team alone: nobody has it, and nobody gets it.
    await call('POST', `/tickets/${toCare.number}/assignment`, { team: 'care' }, agent)
    expect(await signed(toCare, lead)).toMatchObject({ signature: { text: 'Care of Lea' } })
  })

  it('shows a name as words, whatever stands in it, and comes back to its ticket from the team’s address', async () => {
    await set({ mailbox: parcels, signatures: { en: '<b>{name}</b> https://acme.example/' } })
    const { ticket, number } = await open()
    await answer(number)
    const [mail] = await mailsOf(ticket)
    expect(mail?.html).toContain('&lt;b&gt;<bdi>')
    expect(mail?.html).toContain('<a dir="ltr" href="https://acme.example/"')
    expect(mail?.replyTo?.[0]?.address ?? '').toMatch(/^parcels\+.+@acme\.example$/)
  })
})

describe('automatic mail', () => {
  const acknowledged = async () => {
    const email = `${randomUUID()}@home.example`
    const { ticket } = await run(async (tx) => {
      const opened = await openRequest(tx, {
        channel: 'email',
        by: 'customer',
        customer: await findOrAddCustomer(tx, { email, name: 'Dora' }),
        customerSays: { address: email },
        mailbox: parcels,
        message: { subject: 'The parcel', text: 'Where is it?' },
      })
      const { keys } = app.desk
      await acknowledge(tx, { ...opened, keys, publicUrl: '', mailboxAddress: 'parcels@acme.example' })
      return opened
    })
    const [mail] = await mailsOf(ticket)
    return mail?.text ?? ''
  }

  it('is signed only where that is chosen, in the name of the mailbox', async () => {
    await set({ mailbox: parcels })
    expect(await acknowledged()).not.toContain('-- ')
    await set({ mailbox: parcels, signs_automatic: true })
    expect(await acknowledged()).toMatch(/\n\n-- \nAcme parcels\nTeam delivery, Acme\s*$/)
  })
})
