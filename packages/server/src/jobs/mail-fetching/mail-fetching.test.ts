import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { LOCALHOST_CERTIFICATE } from '../../../test/fixtures/localhost-certificate.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { type Dovecot, findDovecot, IMAP_PASSWORD, startDovecot } from '../../../test/start-dovecot.ts'
import type { NextReader } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { type MailAccount, removeMailAccount, setMailAccount } from '../../features/mail-accounts/index.ts'
import { type MailFetchingOptions, startMailFetching } from './index.ts'

/** Nobody reads here: rows stay as they were kept. */
const NOBODY: NextReader = { leaseMs: () => 0, take: () => undefined }
const PATIENCE = { timeout: 60_000, interval: 50 }

const found = findDovecot()
let folder: string
let dovecot: Dovecot
let desk: TestDesk
let workspace: string
let mailboxes = 0

beforeAll(async () => {
  if (typeof found === 'string') return
  folder = mkdtempSync(join(tmpdir(), 'avow-imap-'))
  dovecot = await startDovecot(found.program, folder, ['ada', 'berta', 'carla', 'dora', 'eva'])
  desk = await openTestDesk(EVENT_HANDLERS)
  workspace = await desk.database.makeWorkspace('acme')
})
afterAll(async () => {
  if (typeof found === 'string') return
  await desk.close()
  await dovecot.stop()
  rmSync(folder, { recursive: true, force: true })
})

const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(typeof found === 'string', String(found))
    await test()
  })

const run: <T>(work: Parameters<typeof transaction<T>>[2]) => Promise<T> = (work) =>
  transaction(desk.store, { workspace }, work)

/** A mailbox whose mail lies with dovecot. Answers its id. */
async function fetchFor(username: string, account: Partial<MailAccount> = {}): Promise<string> {
  const mailbox = await makeMailbox(desk.database, workspace, `care${++mailboxes}@acme.example`)
  await change(mailbox, username, account)
  return mailbox
}
const change = (mailbox: string, username: string, account: Partial<MailAccount> = {}) =>
  run((tx) =>
    setMailAccount(tx, desk.keys, mailbox, {
      host: 'localhost',
      port: dovecot.tlsPort,
      security: 'tls',
      username,
      password: IMAP_PASSWORD,
      folders: ['INBOX'],
      since: undefined,
      ...account,
    }),
  )
const start = (options: Partial<MailFetchingOptions> = {}) =>
  startMailFetching({
    desk,
    next: NOBODY,
    trust: { ca: LOCALHOST_CERTIFICATE.certificate },
    lookMs: 50,
    everyMs: 600_000,
    ...options,
  })
const fetching = async (work: () => Promise<void>, options?: Partial<MailFetchingOptions>): Promise<void> => {
  const job = start(options)
  try {
    await work()
  } finally {
    await job.stop()
  }
}
const rows = (mailbox: string) =>
  run(({ db }) =>
    db
      .selectFrom('inbound_mail')
      .select(['envelope_from', 'envelope_to', 'blob_key', 'size'])
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .orderBy('id')
      .execute(),
  )
const state = (mailbox: string) =>
  run(({ db }) =>
    db
      .selectFrom('mail_account')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .executeTakeFirstOrThrow(),
  )
const mail = (subject: string, more = ''): string =>
  `Return-Path: <ada@home.example>\r\n${more}From: Ada <ada@home.example>\r\nTo: care@acme.example\r\nSubject: ${subject}\r\n\r\nHello ${subject}\r\n`

describe('mail that lies with another server', () => {
  whereThere('is fetched with its sender and its token, and so is what comes, at the server’s word', async () => {
    const token = 'care1+7-abcdefghijklmnop@acme.example'
    dovecot.deliver('ada', mail('one', `Delivered-To: ${token}\r\n`))
    dovecot.deliver('ada', mail('two').replace('<ada@home.example>\r\n', '<>\r\n'))
    const bare = mail('three').replace('Return-Path: <ada@home.example>\r\n', '')
    const mailbox = await fetchFor('ada')
    await fetching(async () => {
      await expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(2)
      dovecot.deliver('ada', bare)
      // Nothing asks by itself: the server tells.
      await expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(3)
    })
    expect(await rows(mailbox)).toMatchObject([
      { envelope_from: 'ada@home.example', envelope_to: token },
      { envelope_from: '', envelope_to: 'care1@acme.example' },
      { envelope_from: 'ada@home.example', envelope_to: 'care1@acme.example', size: bare.length },
    ])
    expect(await state(mailbox)).toMatchObject({ failures: 0, failure: null, lease_until: null })
    expect((await state(mailbox)).fetched_at).not.toBeNull()
  })

  whereThere('is fetched from several folders, and what arrived before is left', async () => {
    const since = Date.now() - 3_600_000
    dovecot.deliver('berta', mail('long ago'), { arrived: since - 86_400_000 * 3 })
    dovecot.deliver('berta', mail('before'), { arrived: since - 60_000 })
    dovecot.deliver('berta', mail('after'), { arrived: since + 60_000 })
    dovecot.deliver('berta', mail('spam'), { folder: 'Junk' })
    dovecot.deliver('berta', mail('other'), { folder: 'Other' })
    const mailbox = await fetchFor('berta', { since, folders: ['INBOX', 'Junk'] })
    await fetching(async () => {
      await expect.poll(async () => (await state(mailbox)).fetched_at, PATIENCE).not.toBeNull()
    })
    expect((await rows(mailbox)).map(({ size }) => size).sort()).toEqual(
      [mail('after').length, mail('spam').length].sort(),
    )
    // Numbered anew, what was left is left again.
    dovecot.renumber('berta')
    await fetching(async () => {
      dovecot.deliver('berta', mail('now'))
      await expect.poll(async () => (await rows(mailbox)).at(-1)?.size, PATIENCE).toBe(mail('now').length)
    })
    expect(new Set((await rows(mailbox)).map(({ blob_key }) => blob_key)).size).toBe(3)
  })

  whereThere('is kept once by however many processes, stopped again and again', async () => {
    const count = 150
    for (let each = 0; each < count; each++) dovecot.deliver('carla', mail(`number ${each}`))
    const mailbox = await fetchFor('carla')
    for (let turn = 0; turn < 10; turn++) {
      const before = (await rows(mailbox)).length
      const jobs = [start(), start()]
      await expect.poll(async () => (await rows(mailbox)).length, PATIENCE).toBeGreaterThan(Math.min(before, count - 1))
      await Promise.all(jobs.map((job) => job.stop()))
    }
    await fetching(async () => {
      await expect.poll(async () => (await rows(mailbox)).length, PATIENCE).toBe(count)
      await expect.poll(async () => (await state(mailbox)).fetched_at, PATIENCE).not.toBeNull()
    })
    expect(new Set((await rows(mailbox)).map(({ blob_key }) => blob_key)).size).toBe(count)
  })

  whereThere('is left alone once its mailbox has another account or none', async () => {
    const mailbox = await fetchFor('dora')
    dovecot.deliver('dora', mail('hers'))
    await fetching(async () => {
      await expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(1)
      await run((tx) => removeMailAccount(tx, mailbox))
      dovecot.deliver('dora', mail('too late'))
      // Another account is fetched meanwhile: long enough to see that this one is not.
      const other = await fetchFor('eva')
      dovecot.deliver('eva', mail('hers'))
      await expect.poll(() => rows(other), PATIENCE).toHaveLength(1)
      expect(await rows(mailbox)).toHaveLength(1)
    })
  })
})

describe('what stands in the way is said in words that a person can act on', () => {
  const cases: readonly (readonly [string, Partial<MailAccount> | (() => Partial<MailAccount>), string])[] = [
    ['a wrong password', { password: 'wrong' }, 'sign-in'],
    ['a port where nobody answers', { port: 1 }, 'no-answer'],
    ['a port that speaks something else', () => ({ port: dovecot.port }), 'no-answer'],
    ['a name that no machine has', { host: 'no-such-host.invalid' }, 'no-such-host'],
    ['a certificate for another name', { host: '127.0.0.1' }, 'certificate'],
    ['a folder that is not there', { folders: ['Nowhere'] }, 'no-such-folder'],
  ]
  for (const [name, wrong, failure] of cases)
    whereThere(name, async () => {
      const account = typeof wrong === 'function' ? wrong() : wrong
      const mailbox = await fetchFor('eva', account)
      await fetching(async () => {
        await expect.poll(async () => (await state(mailbox)).failure, PATIENCE).not.toBeNull()
      })
      expect(await state(mailbox)).toMatchObject({ failure, failures: 1, lease_until: null, fetched_at: null })
      expect((await state(mailbox)).said).not.toContain(IMAP_PASSWORD)
      await run((tx) => removeMailAccount(tx, mailbox))
    })

  whereThere('until it is mended', async () => {
    const mailbox = await fetchFor('eva', { password: 'wrong' })
    await fetching(async () => {
      await expect.poll(async () => (await state(mailbox)).failure, PATIENCE).toBe('sign-in')
      await change(mailbox, 'eva')
      await expect.poll(async () => (await state(mailbox)).fetched_at, PATIENCE).not.toBeNull()
    })
    expect(await state(mailbox)).toMatchObject({ failure: null, failures: 0 })
  })
})
