/** What is forwarded to somebody outside, and what they answer: for staff alone, whoever writes and however. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry, Ticket } from '@avow/contract'
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
import { type Letter, letterOf } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { sendOne } from '../../packages/server/test/raw-smtp.ts'

const DESK = 'care@acme.example'
const CARLA = 'carla@home.example'
const SUPPLIER = 'parts@supplier.example'
const FROM_OUTSIDE = 'SUPPLIER-WORDS'

let app: TestApp
let agent: TestPerson
let viewer: TestPerson
let intake: Intake
let reader: MailReader
let verifier: MailVerifier
let reading: MailReading
let outbox: Outbox
const folder = mkdtempSync(join(tmpdir(), 'avow-forwards-'))

beforeAll(async () => {
  app = await openTestApp({ site: registerSite })
  const { desk, workspace } = app
  await publish(desk.store, workspace, ALWAYS_OPEN)
  await run((tx) => addMailbox(tx, { address: DESK, name: 'Acme' }))
  agent = await app.signInAs(['agent'])
  viewer = await app.signInAs(['viewer'])
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

function ask(method: string, path: string, body?: unknown, key: string = randomUUID(), cookie = agent.cookie) {
  return app.ask(method, `/api/v1${path}`, {
    cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': key } } : {}),
    ...(body === undefined ? {} : { body }),
  })
}
async function call(method: string, path: string, body?: unknown) {
  const answer = await ask(method, path, body)
  const read = JSON.parse(await answer.text())
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(read)}`)
  return read
}
const read = (number: number): Promise<Ticket> => call('GET', `/tickets/${number}`)
const forward = (number: number, body: object = {}): Promise<Ticket> =>
  call('POST', `/tickets/${number}/forwards`, { to: [SUPPLIER], text: 'Have you a lid?', ...body })

/** Over SMTP, until it is settled; answers what the desk has of it. */
async function post(letter: Letter & { readonly to: readonly string[] }, from = letter.envelopeFrom) {
  const envelope = from ?? /[^<\s]+@[^>\s]+/.exec(letter.from ?? CARLA)?.[0] ?? ''
  const mail = letter.raw ?? letterOf({ from: `Carla <${CARLA}>`, ...letter })
  const reply = await sendOne(intake.port, { from: envelope, to: [...letter.to], mail })
  await reading.idle()
  const acceptance = /kept as ([0-9a-f-]{36})$/.exec(reply)?.[1] ?? ''
  return run(({ db, workspace }) =>
    db
      .selectFrom('inbound_mail as m')
      .leftJoin('ticket as t', (join) =>
        join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'),
      )
      .select(['m.outcome', 'm.reason', 'm.event_id', 'm.trace', 't.number', 't.id'])
      .where('m.workspace_id', '=', workspace)
      .where('m.acceptance_id', '=', acceptance)
      .executeTakeFirstOrThrow(),
  )
}

interface Sent {
  readonly raw: string
  readonly mail: ReadMail
}
/** Our mails to an address, the first first. */
async function mailsTo(address: string): Promise<readonly Sent[]> {
  await reading.idle()
  await outbox.runOnce()
  const found: Sent[] = []
  for (const file of readdirSync(folder).toSorted()) {
    const raw = readFileSync(join(folder, file))
    const mail = await reader.read(new Uint8Array(raw), { envelopeFrom: '' })
    if ('unreadable' in mail) throw new Error('our own mail cannot be read')
    if ([...mail.to, ...mail.cc].some((to) => to.address === address)) found.push({ raw: raw.toString('latin1'), mail })
  }
  return found.toSorted((a, b) => headerOf(a, 'Message-ID').localeCompare(headerOf(b, 'Message-ID')))
}
const headerOf = ({ raw }: Pick<Sent, 'raw'>, name: string) =>
  new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*)`, 'imu')
    .exec(raw)?.[1]
    ?.replaceAll(/\r\n[ \t]+/gu, ' ')
    .trim() ?? ''

async function pagesOf(ticket: string): Promise<string> {
  const token = await run((tx) => makeLink(tx, { ticket, purpose: 'follow', days: 1 }))
  const pages = ['', '/ar', '/it', '/pl', '/el'].map(async (language) => {
    const page = await app.ask('GET', `/w/acme${language}/requests/${token}`)
    return page.text()
  })
  return (await Promise.all(pages)).join('\n')
}

interface Story {
  readonly number: number
  readonly id: string
  /** Where the supplier answers. */
  readonly address: string
  /** What went to them. */
  readonly sent: Sent
}

let stories = 0
/** Carla writes, the desk notes and answers, then asks its supplier. */
async function begin(): Promise<Story> {
  stories += 1
  const to = `parts-${stories}@supplier.example`
  const body = [
    '--b\r\n\r\n',
    'CARLA-WORDS\r\n\r\nOn Mon, 23 Nov 2026 at 10:00 Acme <care@acme.example> wrote:\r\n> CARLA-QUOTED\r\n',
    '--b\r\nContent-Type: text/plain; name="lid.txt"\r\nContent-Disposition: attachment\r\n\r\nCARLA-FILE\r\n--b--',
  ].join('')
  const headers = { Bcc: 'hidden@secret.example', 'Content-Type': 'multipart/mixed; boundary=b' }
  const row = await post({ to: [DESK], subject: 'The kettle', text: body, headers })
  const number = Number(row.number)
  await call('POST', `/tickets/${number}/notes`, { text: 'STAFF-ONLY' })
  await call('POST', `/tickets/${number}/replies`, { text: 'We ask.', seen: 0, anyway: true })
  await forward(number, { to: [to] })
  const [sent] = await mailsTo(to)
  if (sent === undefined) throw new Error('nothing was forwarded')
  return { number, id: row.id ?? '', address: headerOf(sent, 'Reply-To').replace(/^<|>$/gu, ''), sent }
}
const supplierOf = ({ sent }: Story) => sent.mail.to[0]?.address ?? ''
const answer = (story: Story, letter: Partial<Letter> = {}) =>
  post({
    from: `Pat Parts <${supplierOf(story)}>`,
    to: [story.address],
    subject: 'Re: Fwd: The kettle',
    text: FROM_OUTSIDE,
    ...letter,
  })
const aside = ({ entries }: Ticket) => entries.filter(({ type }) => type === 'note.received')
/** What is promised, and how it stands. */
const promised = ({ state, messages, commitments }: Ticket) => ({
  state,
  messages,
  commitments: commitments.map(({ promise, run: nth, state: its, due }) => ({ promise, nth, its, due })),
})

async function expectUnseen({ id, number }: Story): Promise<void> {
  await call('POST', `/tickets/${number}/replies`, { text: 'More to come.', seen: 0, anyway: true })
  const mails = (await mailsTo(CARLA)).map(({ raw, mail }) => `${raw}\n${mail.subject}\n${mail.text}\n${mail.html}`)
  const told = [await pagesOf(id), ...mails]
  expect(told[0]).toContain('CARLA-WORDS')
  for (const each of told)
    expect(each).not.toMatch(/SUPPLIER-WORDS|supplier\.example|Pat Parts|STAFF-ONLY|Have you a lid/u)
}

describe('attack 29: what is forwarded', () => {
  it('holds what the customer and we said, and no note, hidden recipient, quotation or file', async () => {
    const { sent, number } = await begin()
    expect(sent.mail.text).toContain('> CARLA-WORDS')
    expect(sent.mail.text).toContain('> We ask.')
    expect(sent.mail.text).toMatch(/Files \(not attached\): \u2068lid\.txt\u2069 \(\d+ bytes?\)/u)
    const whole = `${sent.raw}\n${sent.mail.text}\n${sent.mail.html}`
    for (const hidden of [
      'STAFF-ONLY',
      'hidden@secret',
      'CARLA-QUOTED',
      'CARLA-FILE',
      '/requests/',
      'We have your request',
    ])
      expect(whole).not.toContain(hidden)
    expect(sent.mail.attachments).toEqual([])
    expect(
      (await read(number)).entries.findLast(({ type }) => type === 'ticket.forwarded')?.forwarded?.to,
    ).toMatchObject([{ as: 'to', delivery: 'in-folder' }])
  })

  it('is forwarded by who may write, once for a key', async () => {
    const { number } = await begin()
    const body = { to: ['once@supplier.example'] }
    expect((await ask('POST', `/tickets/${number}/forwards`, body, 'k1', viewer.cookie)).status).toBe(403)
    expect((await app.ask('POST', `/api/v1/tickets/${number}/forwards`, { cookie: agent.cookie, body })).status).toBe(
      400,
    )
    for (const _ of [1, 2]) expect((await ask('POST', `/tickets/${number}/forwards`, body, 'k2')).status).toBe(201)
    expect(await mailsTo('once@supplier.example')).toHaveLength(1)
  })

  it.each(['two@a.example, more@b.example', 'Name <a@b.example>', 'a@b.example\r\nBcc: x@y.example', ''])(
    'goes to no address that could be read as another: %j',
    async (typed) => {
      const { number } = await begin()
      const answered = await ask('POST', `/tickets/${number}/forwards`, { to: [typed] })
      expect(answered.status).toBe(400)
    },
  )
})

describe('what its recipient answers', () => {
  it('stands on the ticket for staff alone: no message of the customer, no promise of ours, with why it joined', async () => {
    const story = await begin()
    const before = await read(story.number)
    const row = await answer(story)
    expect(row).toMatchObject({
      outcome: 'appended',
      reason: 'forward-answer',
      id: story.id,
      trace: { code: 'forward-answer', ticket: story.number, is_stranger: false },
    })
    const after = await read(story.number)
    expect(promised(after)).toEqual(promised(before))
    expect(aside(after)).toMatchObject([
      { by: 'system', text: FROM_OUTSIDE, from: { name: 'Pat Parts' }, doubt: null, trace: { code: 'forward-answer' } },
    ])
    const { items } = await call('GET', '/notices')
    expect(items[0]).toMatchObject({ code: 'forward-answered', ticket: story.number })
    await expectUnseen(story)
  })

  it('by a mail to the mailbox that names what was forwarded, if it is from them; anybody else begins a new ticket', async () => {
    const story = await begin()
    const headers = { 'In-Reply-To': headerOf(story.sent, 'Message-ID') }
    const named = await answer(story, { to: [DESK], headers })
    expect(named).toMatchObject({ reason: 'forward-answer', id: story.id })
    const other = await answer(story, { to: [DESK], headers, from: 'Eve <eve@evil.example>' })
    expect(other).toMatchObject({ outcome: 'ticketed' })
    expect(other.id).not.toBe(story.id)
    const carla = await answer(story, { to: [DESK], headers, from: `Carla <${CARLA}>` })
    expect(carla).toMatchObject({ outcome: 'ticketed' })
    await expectUnseen(story)
  })

  it('is followed by what is forwarded to them next, in one thread', async () => {
    const story = await begin()
    await answer(story, { headers: { 'Message-ID': '<answer@supplier.example>' } })
    await forward(story.number, { to: [supplierOf(story)], text: 'And a spout?' })
    const [, again] = await mailsTo(supplierOf(story))
    expect(again && headerOf(again, 'In-Reply-To')).toBe('<answer@supplier.example>')
    expect(again && headerOf(again, 'References')).toBe(
      `${headerOf(story.sent, 'Message-ID')} <answer@supplier.example>`,
    )
    expect(again?.mail.text).not.toContain(FROM_OUTSIDE)
  })

  it('goes to where the ticket was merged', async () => {
    const [story, other] = [await begin(), await begin()]
    await call('POST', `/tickets/${story.number}/merge`, { into: other.number })
    const row = await answer(story)
    expect(row).toMatchObject({ id: other.id, trace: { ticket: other.number, merged: story.number } })
    await expectUnseen(other)
  })
})

describe('who is not its recipient', () => {
  it('writes to the address of it: on the ticket for staff, as a stranger', async () => {
    const story = await begin()
    const row = await answer(story, { from: 'Eve <eve@evil.example>', text: `${FROM_OUTSIDE} of Eve` })
    expect(row).toMatchObject({ reason: 'forward-answer', id: story.id, trace: { is_stranger: true } })
    expect(aside(await read(story.number))).toMatchObject([{ doubt: 'not-a-participant' }])
    await expectUnseen(story)
  })

  it('says that they are the customer: still for staff alone, and no promise is made by it', async () => {
    const story = await begin()
    const before = await read(story.number)
    const row = await answer(story, { from: `Carla <${CARLA}>` })
    expect(row).toMatchObject({ reason: 'forward-answer', trace: { is_stranger: true } })
    expect(promised(await read(story.number))).toEqual(promised(before))
    await expectUnseen(story)
  })

  it('is the customer, who wrote to the ticket’s own address beside it: theirs it is', async () => {
    const story = await begin()
    const { desk, workspace } = app
    const token = addressWithToken(desk.keys, DESK, { workspace, ticket: story.id, number: story.number })
    const row = await post({ to: [token], headers: { Cc: story.address }, text: 'CARLA-AGAIN' })
    expect(row).toMatchObject({ reason: 'token', id: story.id })
    expect(await pagesOf(story.id)).toContain('CARLA-AGAIN')
  })

  it('has made the address up, or bent it: a new ticket', async () => {
    const story = await begin()
    const mark = /-([a-z2-7]{16})@/u.exec(story.address)?.[1] ?? ''
    const forged = [
      `care+f${story.number}-${'a'.repeat(16)}@acme.example`,
      `care+f${story.number + 1}-${mark}@acme.example`,
      // As though it were a customer's.
      `care+${story.number}-${mark}@acme.example`,
    ]
    for (const address of forged) {
      const row = await answer(story, { to: [address] })
      expect(row).toMatchObject({ outcome: 'ticketed', reason: null })
      expect(row.id).not.toBe(story.id)
    }
    expect(aside(await read(story.number))).toEqual([])
  })
})

describe('a machine at the other end', () => {
  it('that is away says so to staff alone', async () => {
    const story = await begin()
    const before = await read(story.number)
    const headers = { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': headerOf(story.sent, 'Message-ID') }
    for (const to of [[story.address], [DESK]]) {
      const row = await answer(story, { to, headers, text: `${FROM_OUTSIDE}: away` })
      expect(row).toMatchObject({ reason: 'forward-answer', id: story.id })
    }
    const after = await read(story.number)
    expect(promised(after)).toEqual(promised(before))
    expect(aside(after).map(({ fields }: Entry) => fields['automatic'])).toEqual([true, true])
    await expectUnseen(story)
  })

  it('that brings it back: that recipient’s mail has not arrived, and the composer tells of the address', async () => {
    const story = await begin()
    const report = [
      `From: MAILER-DAEMON@supplier.example`,
      `To: ${story.address}`,
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      '',
      '--r',
      'Content-Type: text/plain',
      '',
      `${FROM_OUTSIDE} is not here.`,
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.supplier.example',
      '',
      `Final-Recipient: rfc822; ${supplierOf(story)}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--r--',
      '',
    ].join('\r\n')
    const row = await post({ to: [story.address], raw: report }, '')
    expect(row).toMatchObject({ reason: 'forward-answer', id: story.id })
    const { entries } = await read(story.number)
    expect(entries.findLast(({ type }) => type === 'ticket.forwarded')?.forwarded?.to).toMatchObject([
      { delivery: 'bounced' },
    ])
    const told = await call('GET', `/tickets/${story.number}/forwarding?to=${supplierOf(story)}`)
    expect(told.unreachable).toMatchObject([{ address: supplierOf(story), status: '5.1.1' }])
    await expectUnseen(story)
  })
})

it('attack 29: nobody has any of it without signing in, and no public page says it', async () => {
  const story = await begin()
  await answer(story)
  for (const path of [`/tickets/${story.number}`, `/tickets/${story.number}/forwarding`, '/mail/outgoing'])
    expect((await app.ask('GET', `/api/v1${path}`)).status).toBe(401)
  for (const path of ['/w/acme', '/w/acme/charter', '/w/acme/charter.json', '/w/acme/help', '/w/acme/requests/new'])
    expect(await (await app.ask('GET', path)).text()).not.toMatch(/SUPPLIER-WORDS|supplier\.example|Have you a lid/u)
})
