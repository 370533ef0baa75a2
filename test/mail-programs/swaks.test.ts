import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { findPrograms } from './programs.ts'
import { runSwaks, type SwaksRun } from './run-swaks.ts'

const MOST_BYTES = 100_000
const CARE = 'support@care.example'
const HEADER = `From: Carla <carla@home.example>\r\nTo: ${CARE}\r\nSubject: The lamp\r\n\r\n`

const programs = findPrograms('swaks')
let house: MailHouse
let workspace: string

beforeAll(async () => {
  if (typeof programs === 'string') return
  house = await openMailHouse({ certificate: LOCALHOST_CERTIFICATE, limits: { bytes: MOST_BYTES } })
  workspace = await house.database.makeWorkspace('care')
  await publish(house.database.store, workspace, ALWAYS_OPEN)
  await house.makeMailbox(workspace, CARE)
  await house.makeMailbox(workspace, 'sales@care.example')
})
afterAll(() => house?.close())

const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(typeof programs === 'string', String(programs))
    await test()
  })

const swaks = (...args: readonly string[]): Promise<SwaksRun> => {
  if (typeof programs === 'string') throw new Error(programs)
  return runSwaks(programs.swaks, house.intake.port, args)
}
/** A file whose bytes are what swaks sends behind DATA, the end too. */
const dataOf = (bytes: string | Buffer): readonly string[] => {
  const file = join(house.folder, 'data.eml')
  writeFileSync(file, bytes)
  return ['--data', `@${file}`, '--no-data-fixup']
}
let senders = 0
const someone = (): string => `someone-${++senders}@home.example`
/** The mails of a sender, once each is read. */
async function keptFrom(sender: string) {
  await house.reading.idle()
  return transaction(house.database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('envelope_from', '=', sender)
      .execute(),
  )
}
const bytesOf = async (key: string): Promise<Buffer> => buffer(await house.desk.blobs.open(workspace, key))

describe('swaks as a client of the intake', () => {
  whereThere('sends a mail, and one to two of our mailboxes', async () => {
    const from = someone()
    expect((await swaks('--from', from, '--to', CARE)).code).toBe(0)
    expect(await keptFrom(from)).toMatchObject([{ outcome: 'ticketed', reason: null }])
    const other = someone()
    expect((await swaks('--from', other, '--to', `${CARE},sales@care.example`)).code).toBe(0)
    expect(await keptFrom(other)).toHaveLength(2)
  })

  whereThere('sends over TLS, and sees a certificate that holds', async () => {
    const from = someone()
    const authority = join(house.folder, 'authority.pem')
    writeFileSync(authority, LOCALHOST_CERTIFICATE.certificate)
    const { code, said } = await swaks(
      '--from',
      from,
      '--to',
      CARE,
      '--tls',
      '--tls-verify',
      '--tls-ca-path',
      authority,
    )
    expect(said).toContain('=== TLS started with cipher TLSv1.')
    expect(code).toBe(0)
    expect(await keptFrom(from)).toMatchObject([{ outcome: 'ticketed' }])
  })

  whereThere('is offered no AUTH, with TLS and without, so that no password is said', async () => {
    for (const tls of [[], ['--tls']]) {
      const from = someone()
      const password = ['--auth', '--auth-user', 'care', '--auth-password', 'hush-hush']
      const { code, said } = await swaks('--from', from, '--to', CARE, ...tls, ...password)
      expect(code).toBe(28)
      expect(said).toContain('Host did not advertise authentication')
      expect(said).not.toMatch(/^ *~?-> AUTH/m)
      expect(await keptFrom(from)).toEqual([])
    }
  })

  whereThere('sends its commands all at once (PIPELINING)', async () => {
    const from = someone()
    const { code, said } = await swaks('--from', from, '--to', `${CARE},nobody@care.example`, '--pipeline')
    expect(said).toMatch(/250-PIPELINING/)
    expect(said).toMatch(/550 There is no such mailbox here/)
    expect(code).toBe(0)
    expect(await keptFrom(from)).toHaveLength(1)
  })

  whereThere('breaks off at any command: nothing is kept', async () => {
    for (const step of ['CONNECT', 'FIRST-HELO', 'MAIL', 'RCPT', 'DATA']) {
      const from = someone()
      await swaks('--from', from, '--to', CARE, '--drop-after', step)
      expect(await keptFrom(from), step).toEqual([])
    }
  })

  whereThere('breaks off behind the whole mail: it is kept once, though it was not heard', async () => {
    const from = someone()
    await swaks('--from', from, '--to', CARE, '--drop-after-send', 'DOT')
    await expect.poll(() => keptFrom(from)).toMatchObject([{ outcome: 'ticketed' }])
    expect((await swaks('--from', from, '--to', CARE)).code).toBe(0)
  })
})

describe('attack 24: what swaks sends against the rules', () => {
  whereThere('attack 24: commands in a bad order are refused, one by one, and nothing is kept', async () => {
    const bad = [
      'DATA',
      `RCPT TO:<${CARE}>`,
      'MAIL',
      'MAIL FROM:carla@home.example>',
      'BDAT 3 LAST',
      'AUTH PLAIN AGEAYg==',
    ]
    for (const command of bad) {
      const from = someone()
      // Behind EHLO and before MAIL: swaks takes the answer for that to its own next command.
      const { code, said } = await swaks('--from', from, '--to', CARE, '--helo', `home.example\r\n${command}`)
      expect(said, command).toMatch(/<\*\* 5\d\d /)
      expect(code, command).not.toBe(0)
      expect(await keptFrom(from), command).toEqual([])
    }
    const hidden = someone()
    const twice = await swaks('--from', `${hidden}>\r\nMAIL FROM:<boss@care.example`, '--to', CARE)
    expect(twice.said).toMatch(/<\*\* 5\d\d /)
    expect(await keptFrom('boss@care.example')).toEqual([])
    expect((await swaks('--from', someone(), '--to', CARE, '--protocol', 'LMTP')).code).not.toBe(0)
    expect((await swaks('--from', someone(), '--to', CARE, '--xclient', 'ADDR=192.0.2.1')).code).not.toBe(0)
  })

  whereThere('attack 24: a mail that is too large is refused for good, before it is sent and behind it', async () => {
    const from = someone()
    const large = dataOf(`${HEADER}${`${'x'.repeat(70)}\r\n`.repeat(MOST_BYTES / 60)}.\r\n`)
    const { code, said } = await swaks('--from', from, '--to', CARE, ...large)
    expect(code).not.toBe(0)
    expect(said).toMatch(/<\*\* 552 /)
    const announced = await swaks('--from', `${from}> SIZE=${MOST_BYTES + 1}\r\nNOOP <`, '--to', CARE)
    expect(announced.said).toMatch(/<\*\* 552 /)
    expect(await keptFrom(from)).toEqual([])
  })

  whereThere('attack 24: bare line feeds and carriage returns end no mail and are kept as they came', async () => {
    for (const end of ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\r\n.\r']) {
      const from = someone()
      const mail = `${HEADER}one${end}MAIL FROM:<boss@care.example>\r\nRCPT TO:<${CARE}>\r\nDATA\r\nSubject: Hidden\r\n\r\ntwo\r\n`
      const { code } = await swaks('--from', from, '--to', CARE, ...dataOf(`${mail}.\r\n`))
      expect(code, JSON.stringify(end)).toBe(0)
      const [row, ...more] = await keptFrom(from)
      // A dot that begins a line is there for the transport alone (RFC 5321 §4.5.2).
      const unstuffed = end.replace(/^\r\n\./, '\r\n')
      expect(more).toEqual([])
      expect(row?.outcome, JSON.stringify(end)).toBe('ticketed')
      expect((await bytesOf(row?.blob_key ?? '')).toString('latin1'), JSON.stringify(end)).toContain(
        `one${unstuffed}MAIL`,
      )
    }
    expect(await keptFrom('boss@care.example')).toEqual([])
  })

  whereThere('attack 24: NUL and every other byte are kept as they came, and read', async () => {
    const from = someone()
    const every = Buffer.from(
      Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13),
    )
    const mail = Buffer.concat([Buffer.from(HEADER), every, Buffer.from('\r\n')])
    const { code } = await swaks('--from', from, '--to', CARE, ...dataOf(Buffer.concat([mail, Buffer.from('.\r\n')])))
    expect(code).toBe(0)
    const [row] = await keptFrom(from)
    expect(row?.outcome).toBe('ticketed')
    expect((await bytesOf(row?.blob_key ?? '')).includes(every)).toBe(true)
    const inCommand = await swaks('--from', 'bell\x07@home.example', '--to', CARE)
    expect(inCommand.code).not.toBe(0)
  })
})
