import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'
import { freePort } from '../../packages/server/test/free-port.ts'
import { allOf, apiOf, type DeskApi } from '../running/desk-api.ts'
import { publishIn } from '../running/desk-database.ts'
import { letter, send } from '../running/letters.ts'
import { ALWAYS_OPEN, type RawSmtp, rawSmtp } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { type PolicyQuestion, type PolicyService, startPolicyService } from './policy-service.ts'
import { findPrograms } from './programs.ts'
import { DESK, HOME } from './start-exim.ts'
import { type Postfix, startPostfix, whyNoPostfix } from './start-postfix.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const KEY = 'the-key-that-the-desk-began-with-1234'
const CARE = `care@${DESK}`
const MOST_BYTES = 60_000

const programs = findPrograms('postfix')
const reason = whyNoPostfix() ?? (typeof programs === 'string' ? programs : undefined)
const folder = mkdtempSync(join(tmpdir(), 'avow-postfix-'))
/** What is said to whom at RCPT and behind DATA; whoever is not here is taken. */
const said = new Map<string, string>()
/** Whom a greylist knows. */
const known = new Set<string>()

let policy: PolicyService
let postfix: Postfix
let deskPort: number
let api: DeskApi

function decide({ protocol_state: state, sender, recipient = '' }: PolicyQuestion): string {
  if (recipient.startsWith('grey@') && state === 'RCPT') {
    const triplet = `${sender} ${recipient}`
    if (known.has(triplet)) return 'DUNNO'
    known.add(triplet)
    return 'defer_if_permit 4.7.1 Greylisted, come again'
  }
  return said.get(`${state} ${recipient}`) ?? 'DUNNO'
}

const start = (name: string, settings: Readonly<Record<string, string>> = {}): Promise<Postfix> => {
  if (typeof programs === 'string') throw new Error(programs)
  return startPostfix({
    program: programs.postfix,
    folder: join(folder, name),
    ways: {
      [DESK]: `smtp:[127.0.0.1]:${deskPort}`,
      [HOME]: 'virtual:',
      // Nobody is there, as is said only to the next who asks.
      'closed.example': `smtp:[127.0.0.1]:${deskPort}`,
      // Nobody listens there.
      'slow.example': 'smtp:[127.0.0.1]:1',
    },
    settings,
  })
}

beforeAll(async () => {
  if (reason !== undefined) return
  chmodSync(folder, 0o755)
  deskPort = await freePort()
  policy = await startPolicyService(decide)
  const asks = `check_policy_service inet:127.0.0.1:${policy.port}`
  postfix = await start('postfix', {
    smtpd_recipient_restrictions: `${asks}, permit_mynetworks, reject`,
    smtpd_end_of_data_restrictions: asks,
    message_size_limit: String(MOST_BYTES),
    delay_warning_time: '1s',
    maximal_queue_lifetime: '20s',
  })
  const certificate = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  writeFileSync(certificate, LOCALHOST_CERTIFICATE.certificate)
  writeFileSync(key, LOCALHOST_CERTIFICATE.key)
  const desk = await startDesk({
    env: {
      AVOW_DEMO: '0',
      AVOW_BOOTSTRAP_API_KEY: KEY,
      AVOW_SMTP_PORT: String(deskPort),
      AVOW_SMTP_CERT: certificate,
      AVOW_SMTP_KEY: key,
      AVOW_SMTP_URL: `smtp://localhost:${postfix.port}`,
      AVOW_SMTP_UNKNOWN: 'refuse',
      NODE_EXTRA_CA_CERTS: certificate,
    },
  })
  api = apiOf(() => desk.url, KEY)
  await publishIn(desk, ALWAYS_OPEN)
})
afterAll(async () => {
  await removeDesks()
  if (reason === undefined) {
    await postfix?.stop()
    await policy?.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(reason !== undefined, reason)
    await test()
  })

const rowsFrom = async (sender: string) =>
  (await allOf((query) => api.call('listMail', { query }))).filter((mail) => mail.envelope_from === sender)
const settledFrom = (sender: string) =>
  until(async () => (await rowsFrom(sender)).find(({ outcome }) => outcome !== null))
const outgoingTo = async (address: string) =>
  (await allOf((query) => api.call('listOutgoing', { query }))).filter(({ to }) => to === address)
/** The mail to an address, of which there is one alone, once it is in that state. */
const inState = (address: string, state: string) =>
  until(async () => (await outgoingTo(address)).find((mail) => mail.state === state))
/** Reports on mails of ours that were found to belong to a ticket. */
const reportsOn = async (number: number) => (await rowsFrom('')).filter(({ ticket }) => ticket === number)
const inBox = async (address: string) => (await postfix.mails()).filter(({ to }) => to === address)

/** A customer writes through Postfix; answers their ticket. */
async function write(from: string, subject = 'The kettle leaks'): Promise<number> {
  await send(postfix.port, letter({ from, to: CARE, subject }))
  const row = await settledFrom(from)
  expect(row.outcome).toBe('ticketed')
  return row.ticket ?? 0
}

describe('Postfix before the desk and behind it', () => {
  whereThere('brings a mail and takes its answer, each over an encrypted connection', async () => {
    const carla = `carla@${HOME}`
    const number = await write(carla)
    await inState(carla, 'sent')
    const { seq } = await api.call('readTicket', { params: { number } })
    await api.call('replyToTicket', {
      params: { number },
      body: { text: 'We send a new lid.\n.\n..\nAnna', seen: seq },
    })
    const answer = await until(async () => (await inBox(carla)).find(({ isAutomatic }) => !isAutomatic))
    expect(answer.text).toContain('We send a new lid.\n.\n..\nAnna')
    expect(postfix.log()).toMatch(/postfix\/smtp\[\d+\]: (?:Un)?[Tt]rusted TLS connection established to 127\.0\.0\.1/)
    expect(postfix.log()).toMatch(/postfix\/smtpd\[\d+\]: Anonymous TLS connection established from localhost/)
    expect(await inBox(carla)).toHaveLength(2)
  })
})

describe('fault F6: a Postfix that does not take everything', () => {
  const refusals = [
    { when: 'RCPT', code: '550', says: '5.1.1 No such person here', state: 'refused' },
    { when: 'END-OF-MESSAGE', code: '554', says: '5.7.1 Not this mail', state: 'refused' },
    { when: 'RCPT', code: '450', says: '4.2.1 Come again', state: 'deferred' },
    { when: 'END-OF-MESSAGE', code: '452', says: '4.3.1 No room now', state: 'deferred' },
  ] as const
  for (const { when, code, says, state } of refusals)
    whereThere(`fault F6: ${code} at ${when}: the mail is ${state}, with what was said`, async () => {
      const address = `says${code}@${HOME}`
      said.set(`${when} ${address}`, `${code} ${says}`)
      const number = await write(address)
      const mail = await inState(address, state)
      expect(mail).toMatchObject({ kind: 'acknowledgement', attempts: 1 })
      expect(mail.last_error).toContain(`${code} ${says.slice(0, 5)}`)
      expect(mail.last_error).toContain(says.slice(6))
      const attention = (await api.call('listAttention')).items.filter(({ ticket }) => ticket === number)
      expect(attention.map(({ code: what }) => what)).toEqual(state === 'refused' ? ['mail-not-delivered'] : [])
      expect(await inBox(address)).toEqual([])
      if (state === 'refused') return
      said.delete(`${when} ${address}`)
      await api.call('retryOutgoing', { params: { id: mail.id } })
      expect(await inState(address, 'sent')).toMatchObject({ id: mail.id, attempts: 2, last_error: null })
      expect(await until(async () => (await inBox(address)).length > 0 && inBox(address))).toHaveLength(1)
    })

  whereThere(
    'fault F6: greylisted, it comes again (in a long run by itself, after a minute), and is there once',
    async () => {
      const grey = `grey@${HOME}`
      await write(grey)
      const mail = await inState(grey, 'deferred')
      expect(mail.last_error).toMatch(/450 4\.7\.1 .*Greylisted, come again/)
      const wait = Date.parse(mail.due) - Date.now()
      expect(wait).toBeLessThanOrEqual(61_000)
      if (!LONG) await api.call('retryOutgoing', { params: { id: mail.id } })
      expect(await inState(grey, 'sent')).toMatchObject({ id: mail.id, attempts: 2 })
      expect(await until(async () => (await inBox(grey)).length > 0 && inBox(grey))).toHaveLength(1)
    },
  )

  whereThere('fault F6: an answer that is larger than it takes is refused for good, with what was said', async () => {
    const small = `small@${HOME}`
    const number = await write(small)
    await inState(small, 'sent')
    const { seq } = await api.call('readTicket', { params: { number } })
    const text = 'All our terms.\n'.repeat(MOST_BYTES / 10)
    await api.call('replyToTicket', { params: { number }, body: { text, seen: seq } })
    expect(await inState(small, 'refused')).toMatchObject({
      kind: 'answer',
      attempts: 1,
      last_error: expect.stringMatching(/552 5\.3\.4 .*too big/),
    })
    expect(await inBox(small)).toHaveLength(1)
  })
})

describe('a mail of ours that Postfix took, and cannot deliver', () => {
  whereThere('comes back as its report, which makes it bounced, and opens no ticket', async () => {
    const closed = 'carla@closed.example'
    const number = await write(closed)
    const mail = await inState(closed, 'bounced')
    expect(mail).toMatchObject({ kind: 'acknowledgement', ticket: number })
    const [report, ...more] = await reportsOn(number)
    expect(report).toMatchObject({ outcome: 'appended', from: `MAILER-DAEMON@post.${HOME}` })
    expect(more).toEqual([])
    const attention = (await api.call('listAttention')).items.filter(({ ticket }) => ticket === number)
    expect(attention.map(({ code }) => code)).toEqual(['mail-not-delivered'])
    // Nothing is written to what wrote the report.
    expect((await outgoingTo(closed)).map(({ id }) => id)).toEqual([mail.id])
  })

  whereThere('is deferred by its report that it is late, and bounced by the one that it was given up', async () => {
    const slow = 'carla@slow.example'
    const number = await write(slow)
    const late = await inState(slow, 'deferred')
    expect(await inState(slow, 'bounced')).toMatchObject({ id: late.id, attempts: 1 })
    expect((await reportsOn(number)).map(({ outcome }) => outcome)).toEqual(['appended', 'appended'])
  })
})

describe('mail that Postfix brings', () => {
  whereThere('in eight bits is kept byte by byte (8BITMIME)', async () => {
    const from = `eight@${HOME}`
    const body = 'Zażółć gęślą jaźń, größer, ελληνικά, مرحبا'
    const mail = `From: <${from}>\r\nTo: ${CARE}\r\nSubject: Eight\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}\r\n`
    const smtp = await session()
    expect(await smtp.say(`MAIL FROM:<${from}> BODY=8BITMIME`)).toMatch(/^250/)
    await give(smtp, mail)
    const row = await settledFrom(from)
    expect(row.text?.trim()).toBe(body)
    const raw = Buffer.from(await (await api.ask('readRawMail', { params: { id: row.id } })).arrayBuffer())
    expect(raw.includes(Buffer.from(`\r\n\r\n${body}\r\n`))).toBe(true)
  })

  whereThere('from an address in letters of another script is read, and answered (SMTPUTF8)', async () => {
    const from = `jürgen@${HOME}`
    const mail = `From: Jürgen Größe <${from}>\r\nTo: ${CARE}\r\nSubject: Größere Kanne\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWann?\r\n`
    const smtp = await session()
    expect(await smtp.say(`MAIL FROM:<${from}> SMTPUTF8 BODY=8BITMIME`)).toMatch(/^250/)
    await give(smtp, mail)
    const row = await settledFrom(from)
    expect(row).toMatchObject({ from, from_name: 'Jürgen Größe', subject: 'Größere Kanne', outcome: 'ticketed' })
    await inState(from, 'sent')
    expect(await until(async () => (await inBox(from)).length > 0 && inBox(from))).toHaveLength(1)
  })

  whereThere('asking for a report of its arrival gets one, from Postfix: we promise none (DSN)', async () => {
    const from = `dsn@${HOME}`
    const smtp = await session()
    expect(await smtp.say(`MAIL FROM:<${from}> RET=HDRS`)).toMatch(/^250/)
    await give(smtp, `From: <${from}>\r\nTo: ${CARE}\r\nSubject: Registered\r\n\r\nDid it come?\r\n`, ' NOTIFY=SUCCESS')
    await settledFrom(from)
    const report = await until(() => postfix.bytes().find((bytes) => bytes.includes('Action: relayed')))
    expect(report.includes(`To: ${from}`)).toBe(true)
  })
})

/** Ends of a mail to whoever takes more than CRLF for the end of a line. */
const ENDS = [
  '\n.\n',
  '\n.\r\n',
  '\r\n.\n',
  '\r.\r',
  '\r.\r\n',
  '\r\n.\r',
  '\n.\r',
  '\r.\n',
  '\r\n\0.\r\n',
  '\r\n.\0\r\n',
]

describe('attack 24: a mail in a mail, through Postfix', () => {
  for (const mode of ['no', 'normalize', 'reject'])
    whereThere(`attack 24: none becomes two by us where bare line feeds are treated as “${mode}” there`, async () => {
      const other = await start(`bare-${mode}`, {
        smtpd_forbid_bare_newline: mode,
        // We stand where it trusts whoever stands there.
        smtpd_forbid_bare_newline_exclusions: '',
        smtpd_forbid_unauth_pipelining: 'no',
      })
      try {
        for (const [index, end] of ENDS.entries()) {
          const [outer, inner] = ['outer', 'inner'].map((name) => `${name}-${mode}-${index}@${HOME}`)
          const hidden = `MAIL FROM:<${inner}>\r\nRCPT TO:<${CARE}>\r\nDATA\r\nFrom: ${CARE}\r\nSubject: Hidden\r\n\r\nI am the boss.`
          const smtp = await session(other)
          await smtp.say(`MAIL FROM:<${outer}>`)
          await smtp.say(`RCPT TO:<${CARE}>`)
          await smtp.say('DATA')
          smtp.send(`From: <${outer}>\r\nSubject: Seen\r\n\r\nHello${end}${hidden}\r\n.\r\nQUIT\r\n`)
          const replies: string[] = []
          for (let reply = await smtp.reply(); reply !== ''; reply = await smtp.reply()) replies.push(reply)
          const queued = replies.flatMap((reply) => /queued as (\w+)/.exec(reply)?.[1] ?? [])
          // Where it says no to what others take for an end, Postfix itself makes none of it.
          if (mode !== 'no') expect(queued.length, JSON.stringify(end)).toBeLessThanOrEqual(1)
          await until(() => queued.every((id) => other.log().includes(`${id}: removed`)))
          const rows = [...(await rowsFrom(outer ?? '')), ...(await rowsFrom(inner ?? ''))]
          expect(rows.length, JSON.stringify(end)).toBe(queued.length)
        }
      } finally {
        await other.stop()
      }
    })
})

async function session(server = postfix): Promise<RawSmtp> {
  const smtp = await rawSmtp(server.port)
  expect(await smtp.say('EHLO home.example')).toMatch(/^250/)
  return smtp
}

/** The rest of a mail to the desk, behind MAIL FROM. */
async function give(smtp: RawSmtp, mail: string, more = ''): Promise<void> {
  expect(await smtp.say(`RCPT TO:<${CARE}>${more}`)).toMatch(/^250/)
  expect(await smtp.say('DATA')).toMatch(/^354/)
  smtp.send(Buffer.from(`${mail}.\r\n`))
  expect(await smtp.reply()).toMatch(/^250/)
  smtp.close()
}
