import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { otherEnd } from '../../../test/other-end.ts'
import { type BlobStore, folderBlobs } from '../../blobs/index.ts'
import { createFolderSubmitter, createSubmitter, type Submitter } from '../../channels/email/index.ts'
import { openTicket, transaction } from '../../db/index.ts'
import { sendMail } from '../../features/outbox/index.ts'
import { type Keys, openKeys } from '../../secrets/index.ts'
import { leaseMail } from './lease-mail.ts'
import { noteDelivery } from './note-delivery.ts'
import { startOutbox } from './start-outbox.ts'

const log = pino({ level: 'fatal' })
let database: TestDatabase
let folder: string
let keys: Keys
let blobs: BlobStore
let workspace: string
let mailbox: string
let ticket: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'avow-outbox-'))
  blobs = folderBlobs(join(folder, 'blobs'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  count += 1
  workspace = await database.makeWorkspace(`outbox-${count}`)
  mailbox = await makeMailbox(database, workspace, `support@care-${count}.example`)
  ticket = (await transaction(database.store, { workspace }, (tx) => openTicket(tx, { by: 'customer' }))).ticket
})

const put = (to = 'carla@home.example', once = to): Promise<string> =>
  transaction(database.store, { workspace, tickets: [ticket] }, (tx) =>
    sendMail(tx, {
      kind: 'answer',
      once,
      ticket,
      to,
      subject: 'Lamp',
      text: 'A new one comes.',
      language: 'en',
      mailbox,
    }),
  )
const rowsOf = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db.selectFrom('outbox').selectAll().where('workspace_id', '=', workspace).orderBy('id').execute(),
  )
const attentionOf = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db.selectFrom('attention').select(['code', 'ticket_id']).where('workspace_id', '=', workspace).execute(),
  )
const asOf = async (sql: string): Promise<void> => {
  const superuser = await database.connect('postgres')
  await superuser.query(sql)
}

const sendAll = async (submitter: Submitter, isFolder = false): Promise<void> => {
  const outbox = startOutbox({ store: database.store, blobs, keys, log, submitter, isFolder, everyMs: 3_600_000 })
  await outbox.runOnce()
  await outbox.close()
}

describe('the outbox', () => {
  it('sends a mail once, from its mailbox, so that answers and bounces come back to the ticket', async () => {
    const end = await otherEnd()
    const submitter = createSubmitter(end.url)
    const id = await put()
    expect(await put()).toBe(id)
    await sendAll(submitter)
    await sendAll(submitter)
    const [mail, ...more] = end.received
    expect(more).toEqual([])
    const token = new RegExp(`support\\+1-[a-z2-7]{16}@care-${count}\\.example`)
    expect(mail?.from).toMatch(token)
    expect(mail?.to).toEqual(['carla@home.example'])
    expect(mail?.mail).toMatch(new RegExp(`^Reply-To: ${token.source}`, 'm'))
    expect(mail?.mail).toMatch(new RegExp(`^Message-ID:\\s+<${id}\\.[a-z2-7]{16}@care-${count}\\.example>`, 'm'))
    expect(mail?.mail).not.toContain('Auto-Submitted')
    expect((await rowsOf())[0]).toMatchObject({ attempts: 1, last_error: null, is_in_folder: false, given_up_at: null })
    expect((await rowsOf())[0]?.sent_at).not.toBeNull()
    await submitter.close()
    await end.close()
  })

  it('keeps it in a folder where there is no server', async () => {
    await put()
    const outgoing = join(folder, `outgoing-${count}`)
    await sendAll(createFolderSubmitter(outgoing), true)
    expect(readdirSync(outgoing)).toHaveLength(1)
    expect((await rowsOf())[0]).toMatchObject({ is_in_folder: true })
  })

  it('gives up what is refused for good and asks for attention; the others leave', async () => {
    const end = await otherEnd({ onRecipient: (recipient) => (recipient.startsWith('gone') ? 550 : undefined) })
    const submitter = createSubmitter(end.url)
    await put('gone@home.example')
    await put('carla@home.example')
    await sendAll(submitter)
    expect(end.received.map(({ to }) => to)).toEqual([['carla@home.example']])
    const [gone, carla] = await rowsOf()
    expect(gone).toMatchObject({ sent_at: null, last_error: expect.stringContaining('550') })
    expect(gone?.given_up_at).not.toBeNull()
    expect(carla?.sent_at).not.toBeNull()
    expect(await attentionOf()).toEqual([{ code: 'mail-not-delivered', ticket_id: ticket }])
    await submitter.close()
    await end.close()
  })

  it('tries again what is refused for now, and what finds no server, with the same Message-ID', async () => {
    let answer: number | undefined = 451
    const end = await otherEnd({ onRecipient: () => answer })
    const submitter = createSubmitter(end.url)
    const id = await put()
    await sendAll(submitter)
    const [row] = await rowsOf()
    expect(row).toMatchObject({
      attempts: 1,
      sent_at: null,
      given_up_at: null,
      last_error: expect.stringContaining('451'),
    })
    expect((row?.due.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000)
    await sendAll(submitter)
    expect((await rowsOf())[0]?.attempts).toBe(1)
    answer = undefined
    await asOf(`update outbox set due = now() where id = '${id}'`)
    await sendAll(submitter)
    expect(end.received[0]?.mail).toContain(`<${id}.`)
    expect((await rowsOf())[0]).toMatchObject({ attempts: 2, last_error: null })
    await submitter.close()
    await end.close()
    await put('later@home.example')
    const nobody = createSubmitter(end.url)
    await sendAll(nobody)
    expect((await rowsOf())[1]).toMatchObject({ sent_at: null, given_up_at: null, attempts: 1 })
    await nobody.close()
  })

  it('gives up after five days', async () => {
    const end = await otherEnd({ onRecipient: () => 451 })
    const submitter = createSubmitter(end.url)
    const id = await put()
    await asOf(
      `update outbox set payload = payload || jsonb_build_object('date', (payload->>'date')::bigint - 432000001) where id = '${id}'`,
    )
    await sendAll(submitter)
    expect((await rowsOf())[0]?.given_up_at).not.toBeNull()
    await submitter.close()
    await end.close()
  })

  it('sends nothing to what is no address, and says so', async () => {
    await put('carla@home.example,\r\nmallory@evil.example')
    const outgoing = join(folder, `outgoing-${count}`)
    await sendAll(createFolderSubmitter(outgoing), true)
    expect((await rowsOf())[0]?.given_up_at).not.toBeNull()
    expect(await attentionOf()).toHaveLength(1)
  })
})

describe('several processes with one outbox', () => {
  it('send each mail once', async () => {
    for (let each = 0; each < 40; each++) await put(`c${each}@home.example`)
    const sent: string[] = []
    const submitter: Submitter = {
      async submit({ to }) {
        sent.push(...to)
        return { accepted: to, refused: [] }
      },
      close: async () => undefined,
    }
    const stores = await Promise.all([database.openStore(), database.openStore(), database.openStore()])
    await Promise.all(
      stores.map(async (store) => {
        const outbox = startOutbox({ store, blobs, keys, log, submitter, isFolder: false, everyMs: 3_600_000, most: 3 })
        await outbox.runOnce()
        await outbox.close()
      }),
    )
    expect(sent).toHaveLength(40)
    expect(new Set(sent).size).toBe(40)
    expect((await rowsOf()).every(({ sent_at, attempts }) => sent_at !== null && attempts === 1)).toBe(true)
  })

  it('fault F7: do not believe the one whose lease has ended', async () => {
    await put()
    const options = { store: database.store, keys, leaseMs: 0, most: 10 }
    const [late] = await leaseMail(options, workspace)
    const [quick] = await leaseMail({ ...options, leaseMs: 60_000 }, workspace)
    if (late === undefined || quick === undefined) throw new Error('nothing leased')
    expect([late.fence, quick.fence]).toEqual([1, 2])
    expect(late.written?.messageId).toBe(quick.written?.messageId)
    expect(await late.written?.bytes(blobs)).toEqual(await quick.written?.bytes(blobs))
    const refused = { accepted: [], refused: [{ address: 'x', code: 550, text: 'no', permanent: true }] }
    const taken = { accepted: ['carla@home.example'], refused: [] }
    expect(await noteDelivery(database.store, late, { attempt: refused, isFolder: false })).toBe(false)
    expect((await rowsOf())[0]).toMatchObject({ sent_at: null, given_up_at: null })
    expect(await noteDelivery(database.store, quick, { attempt: taken, isFolder: false })).toBe(true)
    expect(await noteDelivery(database.store, late, { attempt: refused, isFolder: false })).toBe(false)
    expect((await rowsOf())[0]).toMatchObject({ given_up_at: null, last_error: null })
  })
})
