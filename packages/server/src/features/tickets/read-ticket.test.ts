import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callTicket, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { readAttachment } from './read-attachment.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const read = (number: number) => callTicket(d.desk, 'readTicket', d.anna, number)
const blob = (text: string) => d.desk.blobs.put(d.workspace, [Buffer.from(text)])
const file = async (name: string, type: string, text = name) => ({
  blob: await blob(text),
  name,
  type,
  isInline: false,
})

describe('a message', () => {
  it('has its parts, its sender, and why the sender is doubted', async () => {
    const { ticket, number } = await d.open()
    await d.write(ticket, {
      text: 'New part',
      quoted: '> old part',
      html: '<p>New part <img data-src="https://t.example/1.gif"></p>',
      from: { name: 'C. Customer', address: 'c2@customer.example' },
      doubt: 'another-address',
      language: 'en',
    })
    expect(lastEntry(await read(number), 'message.received')).toMatchObject({
      text: 'New part',
      quoted: '> old part',
      html: '<p>New part <img data-src="https://t.example/1.gif"></p>',
      has_remote_images: true,
      from: { name: 'C. Customer', address: 'c2@customer.example' },
      doubt: 'another-address',
      language: 'en',
      fields: { channel: 'email', subject: 'Re: The kettle leaks' },
    })
  })
})

describe('attachments', () => {
  it('stand with their message and are downloads; only harmless types say what they are', async () => {
    const { number } = await d.open({
      message: {
        attachments: [
          { ...(await file('photo.png', 'image/png')), isInline: true, contentId: 'photo@mail' },
          await file('note.txt', 'text/plain; charset=iso-8859-1'),
          await file('page.html', 'text/html'),
          await file('drawing.svg', 'image/svg+xml'),
          await file('../invoice\u202efdp.exe', 'application/pdf'),
        ],
      },
    })
    const message = lastEntry(await read(number), 'message.received')
    expect(message?.attachments[0]).toMatchObject({
      name: 'photo.png',
      is_inline: true,
      content_id: 'photo@mail',
      size: 9,
    })
    const got = await Promise.all(
      (message?.attachments ?? []).map(async ({ id }) => {
        const bytes = await readAttachment(d.desk.store, d.desk.blobs, d.workspace, { number, attachment: id })
        const body = Buffer.isBuffer(bytes.body) ? bytes.body : await buffer(Readable.from(bytes.body))
        return [bytes.type, bytes.fileName, body.toString()]
      }),
    )
    expect(got).toEqual([
      ['image/png', 'photo.png', 'photo.png'],
      ['text/plain; charset=utf-8', 'note.txt', 'note.txt'],
      ['application/octet-stream', 'page.html', 'page.html'],
      ['application/octet-stream', 'drawing.svg', 'drawing.svg'],
      ['application/octet-stream', '_invoice_fdp.exe', '../invoice\u202efdp.exe'],
    ])
  })

  it('are found through their own ticket and workspace alone', async () => {
    const one = await d.open({ message: { attachments: [await file('a.txt', 'text/plain', 'secret')] } })
    const other = await d.open()
    const attachment = lastEntry(await read(one.number), 'message.received')?.attachments[0]?.id ?? ''
    const get = (workspace: string, number: number) =>
      readAttachment(d.desk.store, d.desk.blobs, workspace, { number, attachment })
    for (const [workspace, number] of [
      [d.workspace, other.number],
      [d.stranger.workspace, one.number],
    ] as const)
      expect((await refusalOf(get(workspace, number))).code).toBe('not-found')
  })
})
