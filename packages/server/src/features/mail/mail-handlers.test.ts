import { buffer } from 'node:stream/consumers'
import type { Permission } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { type Letter, letterOf, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { raiseAttention } from '../attention/index.ts'
import { mailHandlers } from './index.ts'

let house: MailHouse
let care: string
let other: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  other = await house.database.makeWorkspace('other')
  await publish(house.database.store, care, ALWAYS_OPEN)
  await house.makeMailbox(care, 'support@care.example')
  await house.makeMailbox(care, 'sales@care.example')
  await house.makeMailbox(other, 'help@other.example')
})
afterAll(() => house.close())

const accessTo = (workspace: string): Access => ({
  workspace,
  slug: 'care',
  person: undefined,
  actor: 'key:test',
  roles: ['lead'],
  permissions: new Set<Permission>(),
  now: Date.now(),
})
const callIn = (workspace: string) => {
  const common = {
    params: undefined,
    query: undefined,
    body: undefined,
    access: accessTo(workspace),
    signal: new AbortController().signal,
  }
  return {
    count: async () => (await mailHandlers.countIntake(common, house.desk)).items,
    list: (
      query: {
        mailbox?: string
        outcome?: 'suppressed' | 'pending' | 'to-look-at'
        cursor?: string
        limit?: number
      } = {},
    ) => mailHandlers.listMail({ ...common, query: { limit: 50, ...query } }, house.desk),
    raw: async (id: string) =>
      buffer((await mailHandlers.readRawMail({ ...common, params: { id } }, house.desk)).body as never),
    ticket: (id: string) => mailHandlers.ticketFromMail({ ...common, params: { id } }, house.desk),
    content: (id: string) => mailHandlers.readMail({ ...common, params: { id } }, house.desk),
    leave: (id: string) => mailHandlers.leaveMail({ ...common, params: { id } }, house.desk),
    retry: (id: string) => mailHandlers.retryMail({ ...common, params: { id } }, house.desk),
    sendNow: (id: string) => mailHandlers.retryOutgoing({ ...common, params: { id } }, house.desk),
    outgoing: (query: { cursor?: string; limit?: number; mailbox?: string; state?: 'waiting' | 'given-up' } = {}) =>
      mailHandlers.listOutgoing({ ...common, query: { limit: 50, ...query } }, house.desk),
    readOutgoing: (id: string) => mailHandlers.readOutgoing({ ...common, params: { id } }, house.desk),
  }
}
const send = async (letter: Letter) => (await post(house, care, letter))[0]?.id ?? ''

/** Nested too deep. */
const unreadable = () => {
  const nested = Array.from(
    { length: 150 },
    (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
  )
  return `X-No: ${++count}\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`
}
let count = 0
const attention = async () =>
  (
    await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('attention')
        .select('once')
        .where('workspace_id', '=', care)
        .where('settled_at', 'is', null)
        .execute(),
    )
  ).map(({ once }) => once)

describe('the mail of a workspace', () => {
  it('is counted by mailbox, and the parts add up', async () => {
    const before = (await callIn(care).count()).find(({ mailbox }) => mailbox === 'support@care.example')
    expect(before).toMatchObject({ received: 0, pending: 0 })
    await send({})
    await send({ headers: { 'Auto-Submitted': 'auto-replied' } })
    await send({ to: ['support@care.example', 'sales@care.example'] })
    const counts = await callIn(care).count()
    expect(counts.map(({ mailbox, received }) => [mailbox, received])).toEqual([
      ['sales@care.example', 1],
      ['support@care.example', 3],
    ])
    for (const { received, ticketed, appended, suppressed, quarantined, pending } of counts)
      expect(ticketed + appended + suppressed + quarantined + pending).toBe(received)
    expect(await callIn(other).count()).toMatchObject([{ mailbox: 'help@other.example', received: 0 }])
  })

  it('is listed, the newest first, page by page', async () => {
    const raw = letterOf({ from: 'Paula Page <paula@home.example>', subject: 'Pages' })
    const id = await send({ raw })
    const all = (await callIn(care).list()).items
    expect(all[0]).toMatchObject({
      id,
      mailbox: 'support@care.example',
      from: 'paula@home.example',
      from_name: 'Paula Page',
      subject: 'Pages',
      outcome: 'ticketed',
      reason: null,
      text: 'It is broken.',
      size: raw.length,
      raw: `/api/v1/mail/messages/${id}/raw`,
    })
    expect(all[0]?.ticket).toEqual(expect.any(Number))
    const paged: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await callIn(care).list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      paged.push(...items.map((each) => each.id))
      if (next === null) break
      cursor = next
    }
    expect(paged).toEqual(all.map((each) => each.id))
    const suppressed = (await callIn(care).list({ outcome: 'suppressed' })).items
    expect(suppressed.map(({ reason }) => reason)).toEqual(['automatic'])
    expect((await callIn(care).list({ mailbox: 'sales@care.example' })).items).toHaveLength(1)
    await expect(callIn(care).list({ cursor: 'x' })).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('gives its bytes as they were received, to its own workspace alone', async () => {
    const raw = letterOf({ text: 'bytes' })
    const id = await send({ raw })
    expect((await callIn(care).raw(id)).toString()).toBe(raw)
    await expect(callIn(other).raw(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be made a ticket by hand where it was set aside, once', async () => {
    const id = await send({
      from: 'away@home.example',
      text: 'I am away until May.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    const ticket = await callIn(care).ticket(id)
    expect(ticket).toMatchObject({ subject: 'The lamp', customer: { email: 'away@home.example' } })
    expect(ticket.entries.map(({ type }) => type)).toEqual(['ticket.created', 'message.received'])
    const row = (await callIn(care).list()).items.find((each) => each.id === id)
    expect(row).toMatchObject({ outcome: 'ticketed', reason: 'by-hand', ticket: ticket.number })
    await expect(callIn(care).ticket(id)).rejects.toMatchObject({ code: 'mail-settled' })
    await expect(callIn(other).ticket(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('that cannot be read becomes a ticket with the raw mail beside it', async () => {
    const raw = unreadable()
    const id = await send({ raw })
    const ticket = await callIn(care).ticket(id)
    expect(ticket.entries[1]?.attachments).toMatchObject([
      { name: 'message.eml', type: 'message/rfc822', size: raw.length },
    ])
  })

  it('that leaves is listed with how far it got, and read from the folder', async () => {
    await send({ from: 'out@home.example' })
    expect((await callIn(care).outgoing()).items[0]).toMatchObject({ to: 'out@home.example', kind: 'acknowledgement' })
    await house.settle()
    const { items, next } = await callIn(care).outgoing({ limit: 1 })
    expect(items).toMatchObject([{ state: 'in-folder', attempts: 1, last_error: null }])
    expect((await callIn(care).outgoing({ limit: 1, cursor: next ?? '' })).items[0]?.id).not.toBe(items[0]?.id)
    const { body } = await callIn(care).readOutgoing(items[0]?.id ?? '')
    expect(house.sent()).toContain(String(body))
    await expect(callIn(other).readOutgoing(items[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows what stands in it, made safe, and of one that cannot be read its beginning', async () => {
    const html = '<p onclick="alert(1)">It is <b>broken</b>.<script>alert(2)</script></p>'
    const id = await send({ text: html, headers: { 'Content-Type': 'text/html', 'Auto-Submitted': 'auto-replied' } })
    const shown = await callIn(care).content(id)
    expect(shown).toMatchObject({ text: 'It is broken.', is_raw: false })
    expect(shown.html).toContain('<b>broken</b>')
    expect(shown.html).not.toMatch(/script|onclick/)
    const raw = unreadable()
    expect(await callIn(care).content(await send({ raw }))).toMatchObject({
      text: expect.stringContaining('boundary=b0'),
      html: null,
      is_raw: true,
    })
    await expect(callIn(other).content(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is left where it is, and asks for nobody any more', async () => {
    const id = await send({ raw: unreadable() })
    expect(await attention()).toContain(`mail-quarantined ${id}`)
    expect((await callIn(care).list({ outcome: 'to-look-at' })).items).toContainEqual(expect.objectContaining({ id }))
    await expect(callIn(other).leave(id)).rejects.toMatchObject({ code: 'not-found' })
    await callIn(care).leave(id)
    await callIn(care).leave(id)
    expect(await attention()).not.toContain(`mail-quarantined ${id}`)
    expect((await callIn(care).list({ outcome: 'to-look-at' })).items.map((each) => each.id)).not.toContain(id)
    expect((await callIn(care).list()).items.find((each) => each.id === id)).toMatchObject({
      left: true,
      outcome: 'quarantined',
    })
    const ticketed = await send({})
    await expect(callIn(care).leave(ticketed)).rejects.toMatchObject({ code: 'mail-settled' })
  })

  it('is read once more where it could not be read, and counts as pending until then', async () => {
    const id = await send({ raw: unreadable() })
    await expect(callIn(other).retry(id)).rejects.toMatchObject({ code: 'not-found' })
    await callIn(care).retry(id)
    expect(await attention()).not.toContain(`mail-quarantined ${id}`)
    await expect(callIn(care).ticket(id)).rejects.toMatchObject({ code: 'mail-settled' })
    expect((await callIn(care).list({ outcome: 'pending' })).items.map((each) => each.id)).toContain(id)
    // It is what it was: set aside again, and asking again.
    await expect
      .poll(async () => (await callIn(care).list({ outcome: 'to-look-at' })).items.map((each) => each.id), {
        timeout: 60_000,
      })
      .toContain(id)
    expect(await attention()).toContain(`mail-quarantined ${id}`)
    await expect(callIn(care).retry(await send({}))).rejects.toMatchObject({ code: 'mail-settled' })
  })

  it('of ours that was given up is sent at once', async () => {
    await send({ from: 'gone@home.example' })
    const [written] = (await callIn(care).outgoing({ state: 'waiting', mailbox: 'support@care.example' })).items
    const id = written?.id ?? ''
    expect((await callIn(care).outgoing({ state: 'waiting', mailbox: 'sales@care.example' })).items).toEqual([])
    await transaction(house.database.store, { workspace: care }, async (tx) => {
      const at = new Date(tx.now)
      await tx.db
        .updateTable('outbox')
        .set({ given_up_at: at, due: new Date(tx.now + 3_600_000), last_error: '550 no' })
        .where('workspace_id', '=', care)
        .where('id', '=', id)
        .execute()
      await raiseAttention(tx, { once: `mail-not-delivered ${id}`, code: 'mail-not-delivered' })
    })
    expect((await callIn(care).outgoing({ state: 'given-up' })).items.map((each) => each.id)).toEqual([id])
    await expect(callIn(other).sendNow(id)).rejects.toMatchObject({ code: 'not-found' })
    await callIn(care).sendNow(id)
    expect(await attention()).not.toContain(`mail-not-delivered ${id}`)
    await house.settle()
    expect((await callIn(care).outgoing()).items.find((each) => each.id === id)).toMatchObject({ state: 'in-folder' })
    await expect(callIn(care).sendNow(id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
