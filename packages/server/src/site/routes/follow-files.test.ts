import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FileDesk, openFileDesk } from '../../../test/file-desk.ts'
import { transaction } from '../../db/index.ts'
import { makeLink } from '../../features/links/index.ts'
import { receiveMessage } from '../../features/tickets/index.ts'
import { registerSite } from '../register-site.ts'

let d: FileDesk
beforeAll(async () => {
  d = await openFileDesk({ site: registerSite })
})
afterAll(() => d.close())

const linkTo = async (ticket: string, purpose: 'follow' | 'rate' = 'follow', days = 30) => {
  const { desk, workspace } = d.app
  const token = await transaction(desk.store, { workspace }, (tx) => makeLink(tx, { ticket, purpose, days }))
  return `/w/acme/requests/${token}`
}
const get = (path: string) => d.app.ask('GET', path, { headers: { 'accept-language': 'en' } })
const attach = async (number: number, name: string, type: string, as: 'replies' | 'notes' = 'replies') => {
  const upload = await d.upload(d.anna, `<script>alert(1)</script> ${name} ${randomUUID()}`)
  expect((await d.say(d.anna, number, [{ upload, name, type }], { as })).status).toBe(201)
  const { entries } = await d.read(number)
  return entries.flatMap(({ attachments }) => attachments).at(-1)?.id
}

describe('files on the page of a request', () => {
  it('are those of answers, to be had as downloads that nothing runs of', async () => {
    const { ticket, number } = await d.open()
    const path = await linkTo(ticket)
    for (const [name, type, served] of [
      ['bill.pdf', 'application/pdf', 'application/octet-stream'],
      ['page.html', 'text/html', 'application/octet-stream'],
      ['drawing.svg', 'image/svg+xml', 'application/octet-stream'],
      ['photo.png', 'image/png', 'image/png'],
      ['Απόδειξη.txt', 'text/plain', 'text/plain; charset=utf-8'],
    ] as const) {
      const id = await attach(number, name, type)
      const page = await (await get(path)).text()
      expect(page).toContain(`<a href="${path}/files/${id}" download><bdi>${name}</bdi></a>`)
      const file = await get(`${path}/files/${id}`)
      expect(file.status).toBe(200)
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': served,
        'content-disposition': expect.stringMatching(/^attachment; filename="/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(await file.text()).toContain(`<script>alert(1)</script> ${name}`)
    }
  })

  it('are never those of a note, nor what came from the customer, nor those of another request', async () => {
    const { ticket, number } = await d.open()
    const path = await linkTo(ticket)
    const note = await attach(number, 'kept-inside.txt', 'text/plain', 'notes')
    const { desk, workspace } = d.app
    const blob = await desk.blobs.put(workspace, [Buffer.from('theirs')])
    await transaction(desk.store, { workspace, tickets: [ticket] }, (tx) =>
      receiveMessage(tx, ticket, {
        subject: 'Re',
        text: 'With a photo.',
        attachments: [{ blob, name: 'theirs.png', type: 'image/png', isInline: false }],
      }),
    )
    const theirs = (await d.read(number)).entries.flatMap(({ attachments }) => attachments).at(-1)
    expect(theirs?.name).toBe('theirs.png')
    const forwarded = await d.app.ask('POST', `/api/v1/tickets/${number}/forwards`, {
      cookie: d.anna.cookie,
      headers: { 'idempotency-key': randomUUID() },
      body: { to: ['parts@supplier.example'], files: [theirs?.id] },
    })
    expect(forwarded.status).toBe(201)
    const copy = (await d.read(number)).entries.find(({ type }) => type === 'ticket.forwarded')?.attachments[0]
    expect(copy?.name).toBe('theirs.png')
    const other = await d.open()
    const others = await attach(other.number, 'other.txt', 'text/plain')
    const page = await (await get(path)).text()
    expect(page).not.toContain('kept-inside')
    expect(page.split('theirs.png')).toHaveLength(2)
    for (const id of [note, theirs?.id, copy?.id, others, randomUUID(), 'x', '%2e%2e'])
      expect((await get(`${path}/files/${id}`)).status, String(id)).toBe(404)
  })

  it('need the link that follows this request, while it is good', async () => {
    const { ticket, number } = await d.open()
    const id = await attach(number, 'bill.pdf', 'application/pdf')
    expect((await get(`${await linkTo(ticket, 'rate')}/files/${id}`)).status).toBe(404)
    expect((await get(`${await linkTo(ticket, 'follow', -1)}/files/${id}`)).status).toBe(410)
    expect((await get(`/w/acme/requests/made-up/files/${id}`)).status).toBe(404)
    const path = await linkTo(ticket)
    await d.app.makeWorkspace('other')
    expect((await get(`${path.replace('/acme/', '/other/')}/files/${id}`)).status).toBe(404)
    expect((await get(`${path}/files/${id}`)).status).toBe(200)
  })

  it('are asked for so often in an hour and no more', async () => {
    const { ticket, number } = await d.open()
    const path = await linkTo(ticket)
    const id = await attach(number, 'bill.pdf', 'application/pdf')
    const seen = new Set<number>()
    for (let asked = 0; asked < 201; asked++) seen.add((await get(`${path}/files/${id}`)).status)
    expect([...seen]).toEqual([200, 429])
  })
})
