import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { LOCALHOST_CERTIFICATE } from '../../../test/fixtures/localhost-certificate.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { type Dovecot, findDovecot, IMAP_PASSWORD, startDovecot } from '../../../test/start-dovecot.ts'
import { createMailReader, type NextReader, openImap } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { fetchNow, type MailAccount, removeMailAccount, setMailAccount } from '../../features/mail-accounts/index.ts'
import { startMailReading } from '../mail-reader/index.ts'
import { type MailFetchingOptions, startMailFetching } from './index.ts'

/** Nobody reads here: rows stay as they were kept. */
const NOBODY: NextReader = { leaseMs: () => 0, take: () => undefined, look: () => undefined }
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
  dovecot = await startDovecot(found.program, folder, [
    'ada',
    'berta',
    'carla',
    'dora',
    'eva',
    'fred',
    'gina',
    'hugo',
    'ina',
  ])
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

describe('a folder compared with what was kept of it', () => {
  const found = (mailbox: string) =>
    run(async ({ db }) => {
      const row = await db
        .selectFrom('mail_folder')
        .select(['reconciliation', 'reconciled_at'])
        .where('workspace_id', '=', workspace)
        .where('mailbox_id', '=', mailbox)
        .executeTakeFirstOrThrow()
      return row.reconciled_at === null ? undefined : row.reconciliation
    })
  const again = async (mailbox: string) => {
    await run((tx) => fetchNow(tx, mailbox))
    await fetching(() => expect.poll(() => found(mailbox), PATIENCE).toBeDefined())
    return found(mailbox)
  }
  const uids = (mailbox: string) =>
    run(async ({ db }) =>
      (
        await db
          .selectFrom('inbound_mail')
          .select(['uid', 'size'])
          .where('workspace_id', '=', workspace)
          .where('mailbox_id', '=', mailbox)
          .orderBy('uid')
          .execute()
      ).map(({ uid }) => uid),
    )

  whereThere('gives what was removed from the ledger by hand back, and nothing twice', async () => {
    const since = Date.now() - 3_600_000
    dovecot.deliver('fred', mail('before the account was set'), { arrived: since - 60_000 })
    for (let each = 0; each < 6; each++) dovecot.deliver('fred', mail(`letter ${each}`))
    const mailbox = await fetchFor('fred', { since })
    await fetching(() => expect.poll(() => found(mailbox), PATIENCE).toBeDefined())
    expect(await found(mailbox)).toEqual({ there: 6, known: 6, fetched: 0, failed: 0, gone: 0 })
    expect(await uids(mailbox)).toEqual([2, 3, 4, 5, 6, 7])

    // One was lost, two are of the time when numbers were not noted, one has gone there.
    await run(({ db }) =>
      db.deleteFrom('inbound_mail').where('workspace_id', '=', workspace).where('uid', '=', 4).execute(),
    )
    await run(({ db }) =>
      db
        .updateTable('inbound_mail')
        .set({ folder: null, uid_validity: null, uid: null })
        .where('workspace_id', '=', workspace)
        .where('mailbox_id', '=', mailbox)
        .where('uid', 'in', [2, 5])
        .execute(),
    )
    const client = await openImap(
      { host: 'localhost', port: dovecot.tlsPort, security: 'tls', username: 'fred', password: IMAP_PASSWORD },
      { ca: LOCALHOST_CERTIFICATE.certificate },
    )
    await client.mailboxOpen('INBOX')
    await client.messageDelete('7', { uid: true })
    client.close()
    expect(await again(mailbox)).toEqual({ there: 5, known: 4, fetched: 1, failed: 0, gone: 1 })
    expect(await uids(mailbox)).toEqual([2, 3, 4, 5, 6, 7])
    expect(await again(mailbox)).toEqual({ there: 5, known: 5, fetched: 0, failed: 0, gone: 1 })
    expect(await rows(mailbox)).toHaveLength(6)
  })

  whereThere('is never silent about one that is too large: its beginning is kept, and how large it was', async () => {
    const mailbox = await fetchFor('ina')
    const large = `${mail('large')}${'0123456789\r\n'.repeat(1_000)}`
    dovecot.deliver('ina', large)
    dovecot.deliver('ina', mail('small'))
    await fetching(() => expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(2), { mostBytes: 2_000 })
    const kept = await run(({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['size', 'whole_size'])
        .where('workspace_id', '=', workspace)
        .where('mailbox_id', '=', mailbox)
        .orderBy('uid')
        .execute(),
    )
    expect(kept).toEqual([
      { size: 2_000, whole_size: large.length },
      { size: mail('small').length, whole_size: null },
    ])
    const reader = createMailReader({ workers: 1, deadlineMs: 10_000 })
    const reading = startMailReading({ desk, reader })
    await reading.idle()
    await reading.close()
    await reader.close()
    const outcomes = await run(({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['outcome', 'reason'])
        .where('workspace_id', '=', workspace)
        .where('mailbox_id', '=', mailbox)
        .orderBy('uid')
        .execute(),
    )
    expect(outcomes[0]).toEqual({ outcome: 'quarantined', reason: 'too-large' })
    expect(outcomes[1]?.outcome).not.toBe('quarantined')
  })

  whereThere('is not fetched twice where it was left out for a while', async () => {
    const mailbox = await fetchFor('gina')
    dovecot.deliver('gina', mail('hers'))
    await fetching(() => expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(1))
    await change(mailbox, 'gina', { folders: ['Junk'] })
    await change(mailbox, 'gina')
    dovecot.deliver('gina', mail('more of hers'))
    await fetching(() => expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(2))
    expect((await rows(mailbox)).map(({ size }) => size)).toEqual([mail('hers').length, mail('more of hers').length])
    // Another account counts anew, from the same numbers.
    await change(mailbox, 'hugo')
    dovecot.deliver('hugo', mail('his'))
    await fetching(() => expect.poll(() => rows(mailbox), PATIENCE).toHaveLength(3))
  })
})

describe('what stands in the way is said in words that a person can act on', () => {
  const cases: readonly (readonly [string, Partial<MailAccount> | (() => Partial<MailAccount>), string])[] = [
    ['a wrong password', { password: 'wrong' }, 'sign-in'],
    ['a port where nobody answers', { port: 1 }, 'port-closed'],
    ['a port that speaks something else', () => ({ port: dovecot.port }), 'no-answer'],
    ['a name that no machine has', { host: 'no-such-host.invalid' }, 'no-such-host'],
    ['a certificate for another name', { host: '127.0.0.1' }, 'certificate-name'],
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
