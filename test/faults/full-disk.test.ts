import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderBlobs } from '../../packages/server/src/blobs/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { fetchNow, setMailAccount } from '../../packages/server/src/features/mail-accounts/index.ts'
import { startMailFetching } from '../../packages/server/src/jobs/mail-fetching/index.ts'
import { startMailWatch } from '../../packages/server/src/jobs/mail-watch/index.ts'
import { makeMailbox } from '../../packages/server/test/mail.ts'
import { type Dovecot, findDovecot, IMAP_PASSWORD, startDovecot } from '../../packages/server/test/start-dovecot.ts'
import { type FaultDesk, openFaultDesk } from './mail-desk.ts'
import { mountSmallDisk, NO_SMALL_DISK } from './small-disk.ts'

const PATIENCE = { timeout: 120_000, interval: 100 }
const ROUNDS = process.env['AVOW_LONG'] === '1' ? 10 : 1

/** For blobs. */
const disk = mountSmallDisk(8)
const folder = mkdtempSync(join(tmpdir(), 'avow-full-mail-'))
const found = findDovecot()

let desk: FaultDesk
let dovecot: Dovecot | undefined
let jobs: readonly { stop(): Promise<void> }[] = []

beforeAll(async () => {
  if (disk.isMissing) return
  desk = await openFaultDesk({ blobs: folderBlobs(join(disk.path, 'blobs')) })
  if (typeof found !== 'string') dovecot = await startDovecot(found.program, folder, ['ada'])
})
afterAll(async () => {
  if (!disk.isMissing) {
    await Promise.all(jobs.map((job) => job.stop()))
    await desk?.close()
    await dovecot?.stop()
  }
  disk.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('fault F14: the disk for mails and attachments is full', () => {
  it('fault F14: over SMTP 452 and nothing kept, over IMAP it stays, the desk answers, somebody is told, and it heals', async ({
    skip,
  }) => {
    skip(disk.isMissing, NO_SMALL_DISK)
    const { app, reading } = desk
    const { store, keys } = app.desk
    const { workspace } = app
    const fetched = await makeMailbox(app.desk, workspace, 'imap@acme.example')
    const run = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(store, { workspace }, work)
    if (dovecot !== undefined) {
      const account = { host: '127.0.0.1', port: dovecot.port, security: 'none', username: 'ada' } as const
      await run((tx) =>
        setMailAccount(tx, keys, fetched, {
          ...account,
          password: IMAP_PASSWORD,
          folders: ['INBOX'],
          since: undefined,
        }),
      )
    }
    jobs = [
      startMailFetching({ desk: app.desk, next: reading, lookMs: 100 }),
      startMailWatch({ ...app.desk, everyMs: 200 }),
    ]
    const subjects = async () =>
      (
        await run(({ db }) =>
          db.selectFrom('inbound_mail').select('subject').where('workspace_id', '=', workspace).execute(),
        )
      )
        .map(({ subject }) => subject)
        .sort()
    const failure = () =>
      run(async ({ db }) => {
        const rows = db.selectFrom('mail_account').select('failure').where('workspace_id', '=', workspace)
        return (await rows.executeTakeFirst())?.failure
      })
    const expected: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      expect(await desk.send(`before ${round}`)).toMatch(/^250/)
      expected.push(`before ${round}`)
      await reading.idle()
      disk.fill()
      const body = 'x'.repeat(70).concat('\r\n').repeat(2_000)
      expect(await desk.send(`lost ${round}`, { body })).toMatch(/^452/)
      await expect.poll(desk.attention, PATIENCE).toContain('disk-full')
      dovecot?.deliver('ada', `From: ada@home.example\r\nSubject: fetched ${round}\r\n\r\n${body}`)
      if (dovecot !== undefined) {
        await run((tx) => fetchNow(tx, fetched))
        await expect.poll(failure, PATIENCE).toBe('no-room')
        expected.push(`fetched ${round}`)
      }
      // Whoever reads notices nothing.
      expect((await desk.api.call('listTickets')).items.length).toBeGreaterThan(0)
      expect(await desk.api.call('readMailHealth')).toMatchObject({ room: { is_short: true } })
      expect(await subjects()).not.toContain(`lost ${round}`)

      disk.free()
      // Its sender tries again, as 452 asks for.
      expect(await desk.send(`lost ${round}`, { body })).toMatch(/^250/)
      expected.push(`lost ${round}`)
      await run((tx) => fetchNow(tx, fetched))
      await reading.idle()
      await expect.poll(subjects, PATIENCE).toEqual([...expected].sort())
      await expect.poll(desk.attention, PATIENCE).not.toContain('disk-full')
      if (dovecot !== undefined) await expect.poll(failure, PATIENCE).toBeNull()
    }
    const tickets = (await desk.api.call('listTickets', { query: { limit: 100 } })).items.map(({ subject }) => subject)
    expect(tickets.sort()).toEqual([...expected].sort())
  })
})
