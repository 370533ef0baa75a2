/** Attack 29 where tickets are merged, split and moved: what is for staff, for hidden recipients or of another customer stays there. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addressWithToken,
  createFolderSubmitter,
  createMailReader,
  createMailVerifier,
  type Intake,
  type MailReader,
  type MailVerifier,
  openIntake,
  type ReadMail,
} from '../../packages/server/src/channels/email/index.ts'
import { type Transaction, transaction } from '../../packages/server/src/db/index.ts'
import { makeLink } from '../../packages/server/src/features/links/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { type MailReading, startMailReading } from '../../packages/server/src/jobs/mail-reader/index.ts'
import { type Outbox, startOutbox } from '../../packages/server/src/jobs/outbox/index.ts'
import { registerSite } from '../../packages/server/src/site/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { letterOf } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { sendOne } from '../../packages/server/test/raw-smtp.ts'

const DESK = 'care@acme.example'
const CARLA = { name: 'Carla', address: 'carla@home.example', words: 'CARLA-WORDS' }
const BORIS = { name: 'Boris', address: 'boris@hut.example', words: 'BORIS-WORDS' }
type Customer = typeof CARLA

let app: TestApp
let agent: TestPerson
let intake: Intake
let reader: MailReader
let verifier: MailVerifier
let reading: MailReading
let outbox: Outbox
const folder = mkdtempSync(join(tmpdir(), 'avow-kept-apart-'))

beforeAll(async () => {
  app = await openTestApp({ site: registerSite })
  const { desk, workspace } = app
  await publish(desk.store, workspace, ALWAYS_OPEN)
  await run((tx) => addMailbox(tx, { address: DESK, name: 'Acme' }))
  agent = await app.signInAs(['lead'])
  reader = createMailReader({ workers: 1, deadlineMs: 20_000 })
  verifier = createMailVerifier({
    lookup: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
  })
  reading = startMailReading({ desk, reader, verifier, everyMs: 200 })
  intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading })
  outbox = startOutbox({ ...desk, submitter: createFolderSubmitter(folder), isFolder: true })
})
afterAll(async () => {
  await intake?.close()
  await reading?.close()
  await outbox?.close()
  await reader?.close()
  await verifier?.close()
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)

async function call(method: string, path: string, body?: unknown) {
  const answer = await app.ask(method, `/api/v1${path}`, {
    cookie: agent.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const read = JSON.parse(await answer.text())
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(read)}`)
  return read
}

let mails = 0
/** A mail with hidden recipients, an attachment and a quotation; answers the number and id of its ticket. */
async function write({ name, address, words }: Customer, to = DESK): Promise<{ number: number; id: string }> {
  mails += 1
  const hidden = 'hidden-recipient@secret.example'
  const body = [
    '--b\r\n\r\n',
    `${words} ${mails}\r\n\r\nOn Monday Acme wrote:\r\n> ${words}-QUOTED\r\n`,
    `--b\r\nContent-Type: text/plain; name="${words}.txt"\r\nContent-Disposition: attachment\r\n\r\n${words}-FILE\r\n--b--`,
  ].join('')
  const mail = letterOf({
    from: `${name} <${address}>`,
    to: [to],
    subject: `${words} subject`,
    text: body,
    headers: {
      'Message-ID': `<${words}-${mails}@mail.example>`,
      Bcc: hidden,
      'Resent-Bcc': hidden,
      'Content-Type': 'multipart/mixed; boundary=b',
    },
  })
  const reply = await sendOne(intake.port, { from: address, to: [to], mail })
  await reading.idle()
  const acceptance = /kept as ([0-9a-f-]{36})$/.exec(reply)?.[1] ?? ''
  const { number, id } = await run(({ db, workspace }) =>
    db
      .selectFrom('inbound_mail as m')
      .innerJoin('ticket as t', (join) =>
        join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'),
      )
      .select(['t.number', 't.id'])
      .where('m.workspace_id', '=', workspace)
      .where('m.acceptance_id', '=', acceptance)
      .executeTakeFirstOrThrow(),
  )
  return { number: Number(number), id }
}

const note = (number: number) => call('POST', `/tickets/${number}/notes`, { text: `STAFF-ONLY on ${number}` })
const reply = (number: number) =>
  call('POST', `/tickets/${number}/replies`, { text: `We look into ${number}.`, seen: 0, anyway: true })

/** Every mail of ours to an address, whole: headers, words and HTML as they are read. */
async function mailsTo({ address }: Customer): Promise<readonly string[]> {
  await reading.idle()
  await outbox.runOnce()
  const read: { readonly raw: string; readonly mail: ReadMail }[] = []
  for (const file of readdirSync(folder)) {
    const raw = readFileSync(join(folder, file))
    const mail = await reader.read(new Uint8Array(raw), { envelopeFrom: '' })
    if ('unreadable' in mail) throw new Error('our own mail cannot be read')
    if (mail.to.some((to) => to.address === address)) read.push({ raw: raw.toString('latin1'), mail })
  }
  return read.map(
    ({ raw, mail }) => `${raw}\n${mail.subject}\n${mail.text}\n${mail.html}\n${mail.attachments.length} files`,
  )
}

/** The page by which the customer of a ticket follows it, in every language of the site. */
async function pagesOf(ticket: string): Promise<readonly string[]> {
  const token = await run((tx) => makeLink(tx, { ticket, purpose: 'follow', days: 1 }))
  const pages = await Promise.all(
    ['', '/ar', '/it', '/pl', '/el'].map((language) => app.ask('GET', `/w/acme${language}/requests/${token}`)),
  )
  return Promise.all(
    pages.map(async (page) => {
      expect([200, 302, 303]).toContain(page.status)
      return page.text()
    }),
  )
}

async function expectKeptApart(customer: Customer, other: Customer, tickets: readonly { readonly id: string }[]) {
  const mails = await mailsTo(customer)
  expect(mails.length).toBeGreaterThan(0)
  const pages = (await Promise.all(tickets.map(({ id }) => pagesOf(id)))).flat()
  expect(pages.some((page) => page.includes(customer.words))).toBe(true)
  for (const told of [...mails, ...pages]) {
    expect(told).not.toMatch(/STAFF-ONLY|hidden-recipient|^(?:resent-)?bcc:/im)
    expect(told).not.toContain(other.words)
    expect(told).not.toContain(other.address)
  }
}

describe('attack 16: the ticket trick', () => {
  it('attack 16: what a service sends to the address that a customer knows is on no page and in no mail of theirs', async () => {
    const THIEF = { name: 'Thief', address: 'thief@evil.example', words: 'THIEF-WORDS' }
    const SERVICE = { name: 'Bank', address: 'verify@bank.example', words: 'CODE-987654' }
    const ticket = await write(THIEF)
    const { desk, workspace } = app
    const known = addressWithToken(desk.keys, DESK, { workspace, ticket: ticket.id, number: ticket.number })
    expect((await write(SERVICE, known)).number).toBe(ticket.number)
    await reply(ticket.number)
    await expectKeptApart(THIEF, SERVICE, [ticket])
    // Whoever works at the desk sees it, as a stranger's.
    const { entries } = await call('GET', `/tickets/${ticket.number}`)
    const received = entries.filter(({ type }: { type: string }) => type === 'message.received')
    expect(received.at(-1)).toMatchObject({ doubt: 'not-a-participant' })
  })
})

describe('attack 29: what is for staff or for another stays there', () => {
  it('attack 29: when tickets of one customer are merged', async () => {
    const [first, second] = [await write(CARLA), await write(CARLA)]
    await note(first.number)
    await note(second.number)
    await reply(second.number)
    await call('POST', `/tickets/${second.number}/merge`, { into: first.number })
    await note(first.number)
    await reply(first.number)
    await expectKeptApart(CARLA, BORIS, [first, second])
  })

  it('attack 29: when a ticket of somebody else is merged in, and when that is put right', async () => {
    const [hers, his] = [await write(CARLA), await write(BORIS)]
    await note(his.number)
    await reply(his.number)
    await call('POST', `/tickets/${his.number}/merge`, { into: hers.number, other_customer: true })
    await note(hers.number)
    await reply(hers.number)
    await expectKeptApart(CARLA, BORIS, [hers])
    await expectKeptApart(BORIS, CARLA, [his])
    const { entries } = await call('GET', `/tickets/${his.number}`)
    const messages = entries.flatMap((entry: { type: string; id: string }) =>
      entry.type === 'message.received' ? [entry.id] : [],
    )
    const split = await call('POST', `/tickets/${his.number}/moves`, { messages, to: null })
    await note(split.number)
    await reply(split.number)
    await reply(hers.number)
    await expectKeptApart(CARLA, BORIS, [hers])
    await expectKeptApart(BORIS, CARLA, [his, split])
  })

  it('attack 29: when a message is split off', async () => {
    const ticket = await write(CARLA)
    await note(ticket.number)
    await reply(ticket.number)
    const { desk, workspace } = app
    const token = addressWithToken(desk.keys, DESK, { workspace, ticket: ticket.id, number: ticket.number })
    expect((await write(CARLA, token)).number).toBe(ticket.number)
    const { entries } = await call('GET', `/tickets/${ticket.number}`)
    const message = entries.findLast(({ type }: { type: string }) => type === 'message.received').id
    const split = await call('POST', `/tickets/${ticket.number}/moves`, { messages: [message], to: null })
    await note(split.number)
    await reply(split.number)
    await reply(ticket.number)
    await expectKeptApart(CARLA, BORIS, [ticket, split])
  })

  it('attack 29: when a stranger’s message is moved to where it belongs', async () => {
    const [hers, his] = [await write(CARLA), await write(BORIS)]
    const { desk, workspace } = app
    const token = addressWithToken(desk.keys, DESK, { workspace, ticket: hers.id, number: hers.number })
    expect((await write(BORIS, token)).number).toBe(hers.number)
    await expectKeptApart(CARLA, BORIS, [hers])
    const { entries } = await call('GET', `/tickets/${hers.number}`)
    const message = entries.findLast(({ type }: { type: string }) => type === 'message.received').id
    await note(hers.number)
    await call('POST', `/tickets/${hers.number}/moves`, { messages: [message], to: his.number, other_customer: true })
    await note(his.number)
    await reply(hers.number)
    await reply(his.number)
    await expectKeptApart(CARLA, BORIS, [hers])
    await expectKeptApart(BORIS, CARLA, [his])
  })

  it('attack 29: whatever was merged, nobody gets a ticket, a note or the export without signing in', async () => {
    for (const path of ['/tickets', '/tickets/1', '/mail/messages', '/mail/outgoing', '/export'])
      expect((await app.ask('GET', `/api/v1${path}`)).status).toBe(401)
    for (const path of ['/w/acme', '/w/acme/charter', '/w/acme/charter.json', '/w/acme/help', '/w/acme/requests/new']) {
      const page = await app.ask('GET', path)
      expect(await page.text()).not.toMatch(/STAFF-ONLY|hidden-recipient|CARLA-WORDS|BORIS-WORDS/)
    }
  })
})
