import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Permission } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { type Letter, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { setMailAccount } from '../mail-accounts/index.ts'
import { checkBytes, mailHealthHandlers, watchMail, watchRoom } from './index.ts'

const HOUR = 3_600_000

let house: MailHouse
let care: string
let other: string
let support: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  other = await house.database.makeWorkspace('other')
  await publish(house.database.store, care, ALWAYS_OPEN)
  support = await house.makeMailbox(care, 'support@care.example')
  await house.makeMailbox(care, 'sales@care.example')
  await house.makeMailbox(other, 'help@other.example')
})
afterAll(() => house.close())

const access = (workspace: string): Access => ({
  workspace,
  slug: 'care',
  person: undefined,
  actor: 'key:test',
  roles: ['lead'],
  permissions: new Set<Permission>(),
  now: Date.now(),
})
const common = { params: undefined, query: undefined, body: undefined, signal: new AbortController().signal }
const health = (workspace = care) =>
  mailHealthHandlers.readMailHealth({ ...common, access: access(workspace) }, house.desk)
const healthOf = async (address: string) => (await health()).items.find((each) => each.address === address)
const send = (letter: Letter = {}) => post(house, care, letter)

describe('how mailboxes fare', () => {
  it('is told by mailbox, day and week, and each count adds up', async () => {
    expect(await healthOf('support@care.example')).toMatchObject({
      day: { received: 0, pending: 0 },
      last_mail_at: null,
      oldest_waiting_at: null,
      out_week: { written: 0 },
      account: null,
      failing_since: null,
      reconciliations: [],
      bytes: null,
    })
    await send()
    await send({ headers: { 'Auto-Submitted': 'auto-replied' } })
    await send({ raw: tooDeep() })
    await house.settle()
    await send({ from: 'late@home.example' })
    // Another came two days ago, and yet another before the week; one waits since then.
    await age(2 * 24 * HOUR, 'ticketed')
    await age(8 * 24 * HOUR, 'ticketed')
    const waiting = await age(26 * HOUR, null)
    const told = await healthOf('support@care.example')
    expect(told?.day).toEqual({ received: 4, ticketed: 2, appended: 0, suppressed: 1, quarantined: 1, pending: 0 })
    expect(told?.week).toEqual({ received: 6, ticketed: 3, appended: 0, suppressed: 1, quarantined: 1, pending: 1 })
    expect(told?.to_look_at).toBe(1)
    expect(told?.oldest_waiting_at).toBe(waiting)
    expect(Date.parse(told?.last_mail_at ?? '')).toBeGreaterThan(Date.parse(waiting))
    expect(told?.out_day).toEqual({ written: 2, sent: 1, waiting: 1, deferred: 0, given_up: 0 })
    expect(told?.out_week).toEqual(told?.out_day)
    expect(await healthOf('sales@care.example')).toMatchObject({ week: { received: 0 }, out_week: { written: 0 } })
    expect((await health(other)).items).toMatchObject([{ address: 'help@other.example', week: { received: 0 } }])
    expect((await health()).room).toMatchObject({ is_short: expect.any(Boolean), free: expect.any(Number) })
  })

  it('has an account asked at once, from a new connection', async () => {
    const ask = (workspace: string, id: string) =>
      mailHealthHandlers.fetchMailNow({ ...common, params: { id }, access: access(workspace) }, house.desk)
    await expect(ask(care, support)).rejects.toMatchObject({ code: 'not-found' })
    await transaction(house.desk.store, { workspace: care }, async (tx) => {
      await setMailAccount(tx, house.desk.keys, support, {
        host: '127.0.0.1',
        port: 1,
        security: 'none',
        username: 'care',
        password: 'hush',
        folders: ['INBOX'],
        since: undefined,
      })
      const later = new Date(tx.now + HOUR)
      await tx.db
        .updateTable('mail_account')
        .set({ next_try: later, lease_until: later, fence: 7 })
        .where('workspace_id', '=', care)
        .execute()
    })
    await expect(ask(other, support)).rejects.toMatchObject({ code: 'not-found' })
    await ask(care, support)
    const account = await transaction(house.desk.store, { workspace: care }, ({ db }) =>
      db.selectFrom('mail_account').selectAll().where('workspace_id', '=', care).executeTakeFirstOrThrow(),
    )
    expect(account).toMatchObject({ next_try: null, lease_until: null, fence: 8 })
    expect(await healthOf('support@care.example')).toMatchObject({ account: { host: '127.0.0.1', failure: null } })
  })
})

describe('what a mailbox asks attention for', () => {
  const open = () =>
    transaction(house.desk.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('attention')
        .select(['code', 'data', 'once'])
        .where('workspace_id', '=', care)
        .where('settled_at', 'is', null)
        .where('code', 'not in', ['mail-quarantined'])
        .orderBy('code')
        .execute(),
    )
  const watch = (later = 0) => transaction(house.desk.store, { workspace: care }, (tx) => watchMail(tx, tx.now + later))

  it('is asked once, and taken back when it heals', async () => {
    const sales = await house.makeMailbox(care, 'silent@care.example')
    await transaction(house.desk.store, { workspace: care }, async (tx) => {
      // Nothing else waits.
      await tx.db
        .updateTable('inbound_mail')
        .set({ outcome: 'suppressed' })
        .where('workspace_id', '=', care)
        .where('outcome', 'is', null)
        .execute()
      await tx.db
        .updateTable('mail_account')
        .set({ failing_since: new Date(tx.now - 20 * 60_000) })
        .where('workspace_id', '=', care)
        .execute()
    })
    // A mail each hour for four weeks, and none for the last six.
    for (let hours = 6; hours < 27 * 24; hours += 1) await age(hours * HOUR, 'ticketed', sales)
    await age(6 * 60_000, null)
    await watch()
    await watch()
    expect(await open()).toMatchObject([
      { code: 'mailbox-late', data: { mailbox: 'support@care.example', minutes: 6 } },
      { code: 'mailbox-not-fetched', data: { mailbox: 'support@care.example', minutes: 20 } },
      { code: 'mailbox-silent', data: { mailbox: 'silent@care.example', hours: 6 }, once: `mailbox-silent ${sales}` },
    ])
    await transaction(house.desk.store, { workspace: care }, async ({ db }) => {
      const rows = db.updateTable('inbound_mail').set({ outcome: 'suppressed' }).where('workspace_id', '=', care)
      await rows.where('outcome', 'is', null).execute()
      await db.updateTable('mail_account').set({ failing_since: null }).where('workspace_id', '=', care).execute()
    })
    await age(60_000, 'ticketed', sales)
    await watch()
    expect(await open()).toEqual([])
  })

  it('is little room, told to those who run the installation until there is more', async () => {
    const { store } = house.desk
    await watchRoom(store, { free: 40 * 1024 ** 2, total: 10 * 1024 ** 3 })
    expect(await open()).toMatchObject([{ code: 'disk-full', data: { free: 40 } }])
    await watchRoom(store, { free: 2 * 1024 ** 3, total: 10 * 1024 ** 3 })
    expect(await open()).toEqual([])
  })

  it('are originals that are missing or damaged, until they are back', async () => {
    const [kept] = await send({ text: 'It leaks, too.' })
    const [spoilt] = await send({ text: 'It smells, too.' })
    const key = (id: string | undefined) =>
      transaction(house.desk.store, { workspace: care }, async ({ db }) => {
        const rows = db.selectFrom('inbound_mail').select('blob_key').where('workspace_id', '=', care)
        return (await rows.where('id', '=', id ?? '').executeTakeFirstOrThrow()).blob_key
      })
    const pathOf = (blob: string) => join(house.folder, 'blobs', care, blob.slice(0, 2), blob)
    const paths = [pathOf(await key(kept?.id)), pathOf(await key(spoilt?.id))] as const
    const bytes = paths.map((path) => readFileSync(path))
    rmSync(paths[0])
    writeFileSync(paths[1], 'something else')
    const check = async () => {
      await transaction(house.desk.store, { workspace: care }, ({ db }) =>
        db.updateTable('mailbox').set({ checked_at: null }).where('workspace_id', '=', care).execute(),
      )
      await checkBytes(house.desk.store, house.desk.blobs, care)
    }
    await check()
    const found = (await healthOf('support@care.example'))?.bytes
    expect(found).toMatchObject({ missing: 1, damaged: 1 })
    expect(found?.mails).toBe((found?.whole ?? 0) + 2)
    expect(await open()).toMatchObject([
      { code: 'mail-bytes-lost', data: { mailbox: 'support@care.example', count: 2 } },
    ])
    // Not read again before a day has gone.
    for (const [index, path] of paths.entries()) writeFileSync(path, bytes[index] ?? '')
    await checkBytes(house.desk.store, house.desk.blobs, care)
    expect(await open()).toHaveLength(1)
    await check()
    expect((await healthOf('support@care.example'))?.bytes).toMatchObject({ missing: 0, damaged: 0 })
    expect(await open()).toEqual([])
  })
})

function tooDeep(): string {
  const nested = Array.from(
    { length: 150 },
    (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
  )
  return `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`
}

/** A mail that came so long ago, by a row like the last; answers when. */
async function age(ms: number, outcome: 'ticketed' | null, mailbox = support): Promise<string> {
  return transaction(house.desk.store, { workspace: care }, async (tx) => {
    const like = await tx.db
      .selectFrom('inbound_mail')
      .select(['blob_key', 'sha256', 'size'])
      .where('workspace_id', '=', care)
      .executeTakeFirstOrThrow()
    const at = new Date(tx.now - ms)
    await tx.db
      .insertInto('inbound_mail')
      .values({
        workspace_id: care,
        id: tx.newId(),
        mailbox_id: mailbox,
        acceptance_id: randomUUID(),
        received_at: at,
        envelope_from: 'old@home.example',
        envelope_to: 'support@care.example',
        ...like,
        outcome,
        // Nobody else takes it in hand.
        lease_until: new Date(tx.now + HOUR),
      })
      .execute()
    return at.toISOString()
  })
}
