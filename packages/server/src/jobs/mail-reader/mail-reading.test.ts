import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { letterOf } from '../../../test/mail-story.ts'
import { sendOne } from '../../../test/raw-smtp.ts'
import { ROOT } from '../../../test/root.ts'
import { folderBlobs } from '../../blobs/index.ts'
import { createMailReader, type Intake, type MailReader, NO_PROOF, openIntake } from '../../channels/email/index.ts'
import { openTicket, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { prepareMail, rawMail, settleMails } from '../../features/mail/index.ts'
import { openKeys } from '../../secrets/index.ts'
import { type MailReading, startMailReading } from './index.ts'
import { leaseWaiting } from './lease-waiting.ts'

let database: TestDatabase
let folder: string
let desk: Desk
let reader: MailReader
let intake: Intake
let workspace: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  folder = mkdtempSync(join(tmpdir(), 'avow-reading-'))
  desk = {
    store: database.store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: '',
    log: pino({ enabled: false }),
    zoneData: 'test',
    root: ROOT,
  }
  reader = createMailReader({ workers: 1, deadlineMs: 10_000 })
  // Nobody reads at once: mail waits in its table, as after a crash.
  const next = { leaseMs: () => 0, take: () => undefined, look: () => undefined }
  intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next })
})
afterAll(async () => {
  await intake.close()
  await reader.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  count += 1
  workspace = await database.makeWorkspace(`reading-${count}`)
  await makeMailbox(database, workspace, `support@care-${count}.example`)
})

const put = async (mail = letterOf({})): Promise<void> => {
  const reply = await sendOne(intake.port, { to: [`support@care-${count}.example`], mail })
  if (!reply.startsWith('250')) throw new Error(reply)
}
const rows = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .select(['id', 'outcome', 'reason', 'attempts', 'ticket_id'])
      .where('workspace_id', '=', workspace)
      .orderBy('received_at')
      .execute(),
  )
const tickets = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db.selectFrom('ticket').select('id').where('workspace_id', '=', workspace).execute(),
  )
const reading = async (work: (readings: readonly MailReading[]) => Promise<void>, readers: readonly MailReader[]) => {
  const readings = await Promise.all(
    readers.map(async (each) => {
      const store = await database.openStore(EVENT_HANDLERS)
      return startMailReading({ desk: { ...desk, store }, reader: each, everyMs: 50 })
    }),
  )
  await work(readings)
  for (const each of readings) await each.close()
}

describe('mail that waits in its table', () => {
  it('is given back by a process that stops, for the next one to read at once', async () => {
    for (let each = 0; each < 30; each++) await put()
    const store = await database.openStore(EVENT_HANDLERS)
    // Stopped with the first mail that it has read: whoever only looks may look too late.
    let stopped: Promise<void> | undefined
    const onStep = (): void => {
      stopped ??= stopping.close()
    }
    const stopping = startMailReading({ desk: { ...desk, store }, reader, everyMs: 50, onStep })
    while (stopped === undefined) await wait(1)
    await stopped
    expect((await rows()).some(({ outcome }) => outcome === null)).toBe(true)
    await reading(async ([only]) => only?.idle(), [reader])
    expect((await rows()).filter(({ outcome, attempts }) => outcome === 'ticketed' && attempts === 1)).toHaveLength(30)
  })

  it('is read by several processes, each mail by one', async () => {
    for (let each = 0; each < 30; each++) await put()
    await reading(
      async (readings) => {
        await Promise.all(readings.map((each) => each.idle()))
        while ((await rows()).some(({ outcome }) => outcome === null)) await readings[0]?.idle()
      },
      [reader, reader, reader],
    )
    const settled = await rows()
    expect(settled.filter(({ outcome, attempts }) => outcome === 'ticketed' && attempts === 1)).toHaveLength(30)
    expect(await tickets()).toHaveLength(30)
  })

  it('is not settled by the one whose lease has ended', async () => {
    await put()
    const [late] = await leaseWaiting(database.store, workspace, { leaseMs: 0, most: 1 })
    const [quick] = await leaseWaiting(database.store, workspace, { leaseMs: 60_000, most: 1 })
    expect(await leaseWaiting(database.store, workspace, { leaseMs: 60_000, most: 1 })).toEqual([])
    if (late === undefined || quick === undefined) throw new Error('nothing leased')
    const prepared = await prepareMail({ ...desk, reader }, late, await rawMail(desk.blobs, late))
    if ('unreadable' in prepared) throw new Error('unreadable')
    expect(await settleMails(desk, [{ row: late, prepared, proof: NO_PROOF }])).toEqual(['lost'])
    expect(await settleMails(desk, [{ row: quick, prepared, proof: NO_PROOF }])).toEqual(['ticketed'])
    expect(await settleMails(desk, [{ row: quick, prepared, proof: NO_PROOF }])).toEqual(['lost'])
    expect(await tickets()).toHaveLength(1)
  })

  it('is set aside where nobody can read it in time, three times; a faster reader takes the next', async () => {
    await put()
    const slow = createMailReader({ workers: 1, deadlineMs: 1 })
    const big = `Subject: big\r\nContent-Type: text/html\r\n\r\n${'<p>slow</p>\r\n'.repeat(300_000)}`
    await reading(
      async ([only]) => {
        await put(big)
        while ((await rows()).at(-1)?.outcome === null) await only?.idle()
      },
      [slow],
    )
    await slow.close()
    expect((await rows()).at(-1)).toMatchObject({ outcome: 'quarantined', reason: 'unreadable', attempts: 3 })
    await put()
    await reading(async ([only]) => only?.idle(), [reader])
    expect((await rows()).at(-1)).toMatchObject({ outcome: 'ticketed' })
  })

  it('is settled together with others; one that fails takes none with it', async () => {
    await put()
    await put()
    await put()
    const [, broken] = await rows()
    // The event of the second mail exists already: it cannot be taken in.
    await transaction(database.store, { workspace }, async (tx) => {
      const { ticket } = await openTicket(tx, { by: 'system' })
      await tx.append({ id: `mail-${broken?.id}`, ticket, type: 'note.added', by: 'system' })
    })
    await reading(
      async ([only]) => {
        while ((await rows()).some(({ outcome }) => outcome === null)) await only?.idle()
      },
      [reader],
    )
    expect((await rows()).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['ticketed', null],
      ['quarantined', 'failed'],
      ['ticketed', null],
    ])
  })

  // The last one: its heavy mails stay behind, for whoever reads next.
  it('is begun beside what takes long in another mailbox, however much waits there', async () => {
    const other = `other@care-${count}.example`
    await makeMailbox(database, workspace, other)
    // Each takes its reader some time.
    const heavy = `From: eve@evil.example\r\n\r\n${'\n'.repeat(8_000_000)}`
    for (let n = 0; n < 10; n++) await put(`X-Number: ${n}\r\n${heavy}`)
    const handed = await leaseWaiting(database.store, workspace, { leaseMs: 60_000, most: 10 })
    await sendOne(intake.port, { to: [other], mail: letterOf({}) })
    const two = createMailReader({ workers: 2, deadlineMs: 10_000 })
    let heavyOnes = 0
    const read: MailReader['read'] = async (raw, options) => {
      const answer = await two.read(raw, options)
      if (raw.length > 1_000_000) heavyOnes += 1
      return answer
    }
    const started = startMailReading({ desk, reader: { ...two, read }, everyMs: 50, leaseMs: 60_000 })
    started.take(handed)
    while ((await tickets()).length === 0) await wait(20)
    // One after the other, and the first of them are under way.
    expect(heavyOnes).toBeLessThan(3)
    const closed = started.close()
    await two.close()
    await closed
  })
})
