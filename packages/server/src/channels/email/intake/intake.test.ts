import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { connect } from 'node:tls'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts'
import { LOCALHOST_CERTIFICATE } from '../../../../test/fixtures/localhost-certificate.ts'
import { makeMailbox } from '../../../../test/mail.ts'
import { type RawSmtp, rawSmtp, sendOne, sendRaw } from '../../../../test/raw-smtp.ts'
import { folderBlobs } from '../../../blobs/index.ts'
import { transaction } from '../../../db/index.ts'
import { type Intake, type IntakeOptions, type NextReader, openIntake } from './index.ts'

/** Nobody reads here: rows stay as they were accepted. */
const NOBODY: NextReader = { leaseMs: () => 0, take: () => undefined, look: () => undefined }
const log = pino({ level: 'fatal' })

let database: TestDatabase
let folder: string
let [care, other]: [string, string] = ['', '']
let intake: Intake
const open = (options: Partial<IntakeOptions> = {}): Promise<Intake> =>
  openIntake({
    store: database.store,
    blobs: folderBlobs(join(folder, 'blobs')),
    log,
    host: '127.0.0.1',
    port: 0,
    unknown: 'refuse',
    next: NOBODY,
    ...options,
  })
beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'avow-intake-'))
  care = await database.makeWorkspace('care')
  other = await database.makeWorkspace('other')
  await makeMailbox(database, care, 'support@care.example', { isDefault: true })
  await makeMailbox(database, care, 'sales@care.example')
  await makeMailbox(database, other, 'help@other.example')
  intake = await open()
})
afterAll(async () => {
  await intake.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = (workspace: string, acceptance: string) =>
  transaction(database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('acceptance_id', '=', acceptance)
      .execute(),
  )
const acceptanceIn = (reply: string): string => /^250 OK: kept as ([0-9a-f-]{36})$/.exec(reply)?.[1] ?? reply
const bytesOf = async (workspace: string, key: string): Promise<Buffer> =>
  buffer(await folderBlobs(join(folder, 'blobs')).open(workspace, key))
const MAIL = 'From: carla@home.example\r\nSubject: lamp\r\n\r\nbroken\r\n'

describe('mail that is accepted', () => {
  it('is one row for its mailbox, with its bytes as they were sent', async () => {
    const mail = `${MAIL}.hidden\r\n..\r\nlast line without a break`
    const reply = await sendOne(intake.port, { to: ['Support+41-abc@Care.Example'], mail })
    const [row, ...more] = await rowsOf(care, acceptanceIn(reply))
    expect(more).toEqual([])
    // The sender ends the last line, so that the dot stands on one of its own.
    const sent = Buffer.from(`${mail}\r\n`)
    expect(row).toMatchObject({
      envelope_from: 'carla@home.example',
      envelope_to: 'Support+41-abc@Care.Example',
      sha256: createHash('sha256').update(sent).digest(),
      size: sent.length,
      has_bare_newlines: false,
      outcome: null,
    })
    expect(await bytesOf(care, row?.blob_key ?? '')).toEqual(sent)
  })

  it('is a row for each mailbox that it names, once', async () => {
    const to = ['support@care.example', 'support+x@care.example', 'sales@care.example', 'help@other.example']
    const acceptance = acceptanceIn(await sendOne(intake.port, { to, mail: MAIL }))
    expect((await rowsOf(care, acceptance)).map(({ envelope_to }) => envelope_to).sort()).toEqual([
      'sales@care.example',
      'support@care.example',
    ])
    const [there] = await rowsOf(other, acceptance)
    expect(await bytesOf(other, there?.blob_key ?? '')).toEqual(Buffer.from(MAIL))
  })

  it('may come from nobody, and to postmaster', async () => {
    const [row] = await rowsOf(
      care,
      acceptanceIn(await sendOne(intake.port, { from: '', to: ['postmaster'], mail: MAIL })),
    )
    expect(row).toMatchObject({ envelope_from: '', envelope_to: 'postmaster' })
  })

  it('attack 24: keeps NUL, other bytes and bare newlines as they are, and marks those', async () => {
    const mail = Buffer.from('Subject: x\n\n\0\xff\xfe\r.\r\n..a\nb', 'latin1')
    const [row] = await rowsOf(care, acceptanceIn(await sendOne(intake.port, { to: ['sales@care.example'], mail })))
    expect(row?.has_bare_newlines).toBe(true)
    expect(await bytesOf(care, row?.blob_key ?? '')).toEqual(Buffer.concat([mail, Buffer.from('\r\n')]))
  })

  it.each(['\n.\r\n', '\n.\n', '\r.\r', '\r\n.\n', '\r.\r\n'])(
    'attack 24: is one, whatever is smuggled into it by %j',
    async (end) => {
      const second = `MAIL FROM:<boss@bank.example>\r\nRCPT TO:<support@care.example>\r\nDATA\r\nSubject: pay\r\n\r\nnow`
      const smtp = await rawSmtp(intake.port)
      await smtp.say('EHLO client.example')
      const reply = await sendRaw(smtp, {
        to: ['support@care.example'],
        mail: `Subject: hello\r\n\r\nhi${end}${second}`,
      })
      const [row] = await rowsOf(care, acceptanceIn(reply))
      expect((await bytesOf(care, row?.blob_key ?? '')).toString()).toContain('boss@bank.example')
      expect(await smtp.say('NOOP')).toMatch(/^250/)
      smtp.close()
    },
  )

  it('attack 24: may be sent with SMTPUTF8 and by several commands at once', async () => {
    const smtp = await rawSmtp(intake.port)
    await smtp.say('EHLO client.example')
    smtp.send('MAIL FROM:<żółw@home.example> SMTPUTF8\r\nRCPT TO:<support@care.example>\r\nDATA\r\n')
    expect([await smtp.reply(), await smtp.reply(), await smtp.reply()].map((reply) => reply.slice(0, 3))).toEqual([
      '250',
      '250',
      '354',
    ])
    smtp.send('Subject: ż\r\n\r\n.\r\n')
    const [row] = await rowsOf(care, acceptanceIn(await smtp.reply()))
    expect(row?.envelope_from).toBe('żółw@home.example')
    smtp.close()
  })
})

describe('a recipient', () => {
  it('that no mailbox has is refused for itself, and the others are not', async () => {
    const smtp = await rawSmtp(intake.port)
    await smtp.say('EHLO client.example')
    await smtp.say('MAIL FROM:<carla@home.example>')
    expect(await smtp.say('RCPT TO:<nobody@care.example>')).toMatch(/^550 /)
    expect(await smtp.say('RCPT TO:<support@care.example>')).toMatch(/^250 /)
    expect(await smtp.say('RCPT TO:<nobody@elsewhere.example>')).toMatch(/^550 /)
    await smtp.say('DATA')
    smtp.send(`${MAIL}.\r\n`)
    expect(await rowsOf(care, acceptanceIn(await smtp.reply()))).toHaveLength(1)
    smtp.close()
  })

  it('that no mailbox has goes to the default mailbox, where the setting says so', async () => {
    const open_ = await open({ unknown: 'default' })
    const reply = await sendOne(open_.port, { to: ['nobody@elsewhere.example'], mail: MAIL })
    const [row] = await rowsOf(care, acceptanceIn(reply))
    expect(row?.envelope_to).toBe('nobody@elsewhere.example')
    await open_.close()
  })

  it('is found as soon as its mailbox is there', async () => {
    const to = ['new@care.example']
    expect(await sendOne(intake.port, { to, mail: MAIL })).toMatch(/^550 /)
    await makeMailbox(database, care, 'new@care.example')
    expect(await sendOne(intake.port, { to, mail: MAIL })).toMatch(/^250 /)
  })
})

describe('mail that is not accepted', () => {
  const session = async (port: number): Promise<RawSmtp> => {
    const smtp = await rawSmtp(port)
    await smtp.say('EHLO client.example')
    return smtp
  }
  const counted = () =>
    transaction(database.store, { workspace: care }, async ({ db }) => {
      const rows = await db.selectFrom('inbound_mail').select('id').where('workspace_id', '=', care).execute()
      return rows.length
    })

  it('is too large: 552, and the session goes on', async () => {
    const small = await open({ limits: { bytes: 100_000 } })
    const smtp = await session(small.port)
    const before = await counted()
    const mail = Buffer.alloc(100_001, 'a')
    expect(await sendRaw(smtp, { to: ['support@care.example'], mail })).toMatch(/^552 /)
    expect(await counted()).toBe(before)
    const exact = Buffer.concat([Buffer.alloc(99_998, 'a'), Buffer.from('\r\n')])
    expect(await sendRaw(smtp, { to: ['support@care.example'], mail: exact })).toMatch(/^250 /)
    expect(await smtp.say('MAIL FROM:<a@b.example> SIZE=100001')).toMatch(/^552 /)
    smtp.close()
    await small.close()
  })

  it('may have 50 MB and not a byte more', async () => {
    const smtp = await session(intake.port)
    const most = Buffer.alloc(50 * 1024 * 1024, 'a line of a large attachment, and then the next\r\n')
    most.write('\r\n', most.length - 2)
    expect(await sendRaw(smtp, { to: ['support@care.example'], mail: most })).toMatch(/^250 /)
    const more = Buffer.concat([Buffer.from('a'), most])
    expect(await sendRaw(smtp, { to: ['support@care.example'], mail: more })).toMatch(/^552 .*50 MB/)
    smtp.close()
  })

  it('goes on and on: the connection is ended', async () => {
    const small = await open({ limits: { bytes: 10_000 } })
    const smtp = await session(small.port)
    await smtp.say('MAIL FROM:<carla@home.example>')
    await smtp.say('RCPT TO:<support@care.example>')
    await smtp.say('DATA')
    for (let sent = 0; sent < 10; sent++) smtp.send(Buffer.alloc(10_000, 'a'))
    expect(await smtp.reply()).toMatch(/^(?:552|421) /)
    smtp.close()
    await small.close()
  })

  it('broke off: nothing of it is kept', async () => {
    const before = await counted()
    const smtp = await session(intake.port)
    await smtp.say('MAIL FROM:<carla@home.example>')
    await smtp.say('RCPT TO:<support@care.example>')
    await smtp.say('DATA')
    smtp.send('Subject: half')
    smtp.close()
    await smtp.ended
    expect(await sendOne(intake.port, { to: ['sales@care.example'], mail: MAIL })).toMatch(/^250 /)
    expect(await counted()).toBe(before + 1)
  })

  it('breaks off where its sender closes its side: nothing of it is kept, and nobody waits', async () => {
    const before = await counted()
    const smtp = await session(intake.port)
    await smtp.say('MAIL FROM:<carla@home.example>')
    await smtp.say('RCPT TO:<support@care.example>')
    await smtp.say('DATA')
    smtp.send('Subject: half')
    smtp.socket.end()
    await smtp.ended
    expect(await counted()).toBe(before)
  })

  it('finds the database away: 451, the mail stays with its sender', async () => {
    const store = await database.openStore()
    const away = await open({ store })
    const smtp = await session(away.port)
    await smtp.say('MAIL FROM:<carla@home.example>')
    expect(await smtp.say('RCPT TO:<support@care.example>')).toMatch(/^250 /)
    await store.close()
    expect(await smtp.say('RCPT TO:<help@other.example>')).toMatch(/^451 /)
    await smtp.say('DATA')
    smtp.send(`${MAIL}.\r\n`)
    expect(await smtp.reply()).toMatch(/^451 /)
    smtp.close()
    await away.close()
  })

  it('has too many recipients, or too many unknown ones', async () => {
    const strict = await open({ limits: { recipients: 1, refusedRecipients: 2 } })
    const smtp = await session(strict.port)
    await smtp.say('MAIL FROM:<carla@home.example>')
    expect(await smtp.say('RCPT TO:<support@care.example>')).toMatch(/^250 /)
    expect(await smtp.say('RCPT TO:<sales@care.example>')).toMatch(/^452 /)
    await smtp.say('RSET')
    await smtp.say('MAIL FROM:<carla@home.example>')
    expect(await smtp.say('RCPT TO:<x1@care.example>')).toMatch(/^550 /)
    expect(await smtp.say('RCPT TO:<x2@care.example>')).toMatch(/^550 /)
    expect(await smtp.say('RCPT TO:<x3@care.example>')).toMatch(/^421 /)
    await smtp.ended
    await strict.close()
  })
})

describe('a session', () => {
  it('attack 24: ends at a line that does not', async () => {
    const smtp = await rawSmtp(intake.port)
    smtp.send(`EHLO ${'a'.repeat(5000)}`)
    expect(await smtp.reply()).toMatch(/^421 /)
    await smtp.ended
  })

  it('ends when nothing comes, or when it has lasted too long', async () => {
    const brief = await open({ limits: { idleMs: 300 } })
    const smtp = await rawSmtp(brief.port)
    expect(await smtp.reply()).toMatch(/^421 /)
    await brief.close()
    const short = await open({ limits: { sessionMs: 600 } })
    const talking = await rawSmtp(short.port)
    const timer = setInterval(() => talking.send('NOOP\r\n'), 50)
    await talking.ended
    clearInterval(timer)
    await short.close()
  })

  it('is refused when there are too many', async () => {
    const few = await open({ limits: { connectionsPerAddress: 1 } })
    const first = await rawSmtp(few.port)
    const second = await rawSmtp(few.port)
    await second.ended
    expect(await first.say('EHLO a.example')).toMatch(/^250/)
    first.close()
    await few.close()
  })

  it('takes no password, and says nothing of who is here', async () => {
    const smtp = await rawSmtp(intake.port)
    expect(await smtp.say('EHLO client.example')).not.toMatch(/AUTH|STARTTLS/)
    expect(await smtp.say('AUTH PLAIN AGEAYg==')).toMatch(/^500 /)
    expect(await smtp.say('VRFY support@care.example')).toMatch(/^252 /)
    smtp.close()
  })

  it('is encrypted where there is a certificate', async () => {
    const encrypted = await open({ certificate: LOCALHOST_CERTIFICATE })
    const transport = createTransport({
      host: '127.0.0.1',
      port: encrypted.port,
      requireTLS: true,
      tls: { ca: LOCALHOST_CERTIFICATE.certificate, servername: 'localhost' },
    })
    const info = await transport.sendMail({ from: 'c@home.example', to: 'support@care.example', text: 'secret' })
    expect(info.response).toMatch(/^250 /)
    transport.close()
    await encrypted.close()
  })
})

describe('a sender that closes its side behind the mail, as exim does', () => {
  const opening = 'EHLO c\r\nMAIL FROM:<carla@home.example>\r\nRCPT TO:<support@care.example>\r\nDATA\r\n'
  const replies = /^354 .*\r\n250 OK: kept as [0-9a-f-]{36}\r\n221 Bye\r\n$/m

  /** Everything that comes until the other side ends, too. */
  async function endBehindMail(socket: Duplex): Promise<string> {
    let said = ''
    const ended = new Promise((resolve) => socket.once('end', resolve))
    socket.on('data', (chunk) => {
      said += chunk
    })
    const heard = (what: RegExp) =>
      new Promise<void>((resolve) => {
        const look = (): void => void (what.test(said) && resolve())
        socket.on('data', look)
        look()
      })
    socket.write('EHLO c\r\n')
    await heard(/^250 /m)
    socket.write(opening)
    await heard(/^354 /m)
    socket.end(`${MAIL}.\r\nQUIT\r\n`)
    await ended
    return said
  }

  it('gets its answer, and sends once', async () => {
    const smtp = await rawSmtp(intake.port)
    expect(await endBehindMail(smtp.socket)).toMatch(replies)
    await smtp.ended
  })

  it('gets its answer where the connection is encrypted', async () => {
    const encrypted = await open({ certificate: LOCALHOST_CERTIFICATE })
    const smtp = await rawSmtp(encrypted.port)
    await smtp.say('EHLO c')
    await smtp.say('STARTTLS')
    smtp.socket.removeAllListeners('data')
    const { certificate: ca } = LOCALHOST_CERTIFICATE
    const secure = connect({ socket: smtp.socket, ca, servername: 'localhost' })
    expect(await endBehindMail(secure)).toMatch(replies)
    await encrypted.close()
  })
})

describe('a full disk', () => {
  it('is a 452, and mail is taken again when there is room', async ({ skip }) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    skip(mounted.status !== 0, 'only root may mount a small file system to fill')
    try {
      const full = await open({ blobs: folderBlobs(disk) })
      const smtp = await rawSmtp(full.port)
      await smtp.say('EHLO client.example')
      const mail = Buffer.alloc(2_000_000, 'a\r\n')
      expect(await sendRaw(smtp, { to: ['support@care.example'], mail })).toMatch(/^452 /)
      expect(await sendRaw(smtp, { to: ['support@care.example'], mail: MAIL })).toMatch(/^250 /)
      smtp.close()
      await full.close()
    } finally {
      spawnSync('umount', [disk])
    }
  })
})
