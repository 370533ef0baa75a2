import { buffer } from 'node:stream/consumers'
import type { Permission } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { type Letter, letterOf, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import type { Access } from '../../http/handler.ts'
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
    list: (query: { mailbox?: string; outcome?: 'suppressed'; cursor?: string; limit?: number } = {}) =>
      mailHandlers.listMail({ ...common, query: { limit: 50, ...query } }, house.desk),
    raw: async (id: string) =>
      buffer((await mailHandlers.readRawMail({ ...common, params: { id } }, house.desk)).body as never),
    ticket: (id: string) => mailHandlers.ticketFromMail({ ...common, params: { id } }, house.desk),
    outgoing: (query: { cursor?: string; limit?: number } = {}) =>
      mailHandlers.listOutgoing({ ...common, query: { limit: 50, ...query } }, house.desk),
    readOutgoing: (id: string) => mailHandlers.readOutgoing({ ...common, params: { id } }, house.desk),
  }
}
const send = async (letter: Letter) => (await post(house, care, letter))[0]?.id ?? ''

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
    const nested = Array.from(
      { length: 150 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
    )
    const raw = `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('')}`
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
})
