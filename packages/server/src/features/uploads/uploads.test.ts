import { randomUUID } from 'node:crypto'
import { FILE_LIMITS } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FileDesk, openFileDesk } from '../../../test/file-desk.ts'
import { readMail } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { tidyWorkspace } from '../../jobs/nightly/housekeeping.ts'
import { startOutbox } from '../../jobs/outbox/index.ts'

let d: FileDesk
beforeAll(async () => {
  d = await openFileDesk()
})
afterAll(() => d.close())

const codeOf = async (answer: Promise<Response> | Response): Promise<string> => {
  const body: unknown = await (await answer).json()
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}
/** The mails that arrived for a ticket, read. */
const mailsOf = async (number: number) => {
  const { customer } = await d.read(number)
  const received = (await d.send()).filter(({ to }) => to.includes(customer?.email ?? ''))
  return Promise.all(received.map(({ mail }) => readMail(new Uint8Array(Buffer.from(mail, 'latin1')))))
}
const bytesOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const blobsOf = async (): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const { key } of d.app.desk.blobs.list(d.app.workspace)) keys.push(key)
  return keys
}

describe('a file in an answer', () => {
  it('is uploaded, stands with the answer, and is a part of the mail that arrives', async () => {
    const { number } = await d.open()
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 256))
    const [one, other] = [await d.upload(d.anna, bytes), await d.upload(d.anna, 'Μια απόδειξη')]
    const answer = await d.say(d.anna, number, [
      { upload: one, name: 'photo.png', type: 'image/png' },
      { upload: other, name: 'Απόδειξη Ιανουαρίου.txt', type: 'text/plain; charset=utf-8' },
    ])
    expect(answer.status).toBe(201)
    const sent = (await d.read(number)).entries.findLast(({ type }) => type === 'message.sent')
    expect(sent?.attachments).toMatchObject([
      { name: 'photo.png', type: 'image/png', size: 100_000, is_inline: false },
      { name: 'Απόδειξη Ιανουαρίου.txt', type: 'text/plain', size: 23, is_inline: false },
    ])

    const [mail, ...more] = await mailsOf(number)
    expect(more).toEqual([])
    expect(mail?.attachments.map(({ name, type, isInline }) => ({ name, type, isInline }))).toEqual([
      { name: 'photo.png', type: 'image/png', isInline: false },
      { name: 'Απόδειξη Ιανουαρίου.txt', type: 'text/plain', isInline: false },
    ])
    expect(bytesOf(mail?.attachments[0]?.bytes ?? new Uint8Array())).toBe(bytes.toString('hex'))
    expect(mail?.text).toContain('Here it is.')
    const raw = (await d.send()).at(-1)?.mail ?? ''
    expect(raw).toMatch(/^Content-Disposition: attachment; filename=photo\.png\r$/m)
    // RFC 2231, in pieces where it is long.
    expect(raw).toMatch(/filename\*0?\*?=utf-8''%CE%91/i)
    expect(
      (
        await d.app.ask('GET', `/api/v1/tickets/${number}/attachments/${sent?.attachments[0]?.id}`, {
          cookie: d.ben.cookie,
        })
      ).status,
    ).toBe(200)
  })

  it('is sent once, however often the answer is: the same key gives the same answer, another finds it gone', async () => {
    const { number } = await d.open()
    const file = { upload: await d.upload(d.anna, 'once'), name: 'once.txt' }
    const key = randomUUID()
    expect((await d.say(d.anna, number, [file], { key })).status).toBe(201)
    expect((await d.say(d.anna, number, [file], { key })).status).toBe(201)
    const again = await d.say(d.anna, number, [file])
    expect([again.status, await codeOf(again)]).toEqual([409, 'file-gone'])
    expect(await mailsOf(number)).toHaveLength(1)
  })

  it('waits on where the answer was refused, with the text', async () => {
    const { number } = await d.open()
    const file = { upload: await d.upload(d.anna, 'kept'), name: 'kept.txt' }
    await d.say(d.ben, number, [], { text: 'Mine first.' })
    const refused = await d.app.ask('POST', `/api/v1/tickets/${number}/replies`, {
      cookie: d.anna.cookie,
      headers: { 'idempotency-key': randomUUID() },
      body: { text: 'Too late.', files: [file], seen: 0 },
    })
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'ticket-moved', kept: 'Too late.' }])
    expect((await d.say(d.anna, number, [file])).status).toBe(201)
  })

  it('of a note never leaves', async () => {
    const { number } = await d.open()
    const before = (await d.send()).length
    const file = { upload: await d.upload(d.anna, 'inside'), name: 'inside.txt' }
    expect((await d.say(d.anna, number, [file], { as: 'notes' })).status).toBe(201)
    expect((await d.read(number)).entries.findLast(({ type }) => type === 'note.added')?.attachments).toMatchObject([
      { name: 'inside.txt', size: 6 },
    ])
    expect(await d.send()).toHaveLength(before)
  })

  it('that is lost before the mail leaves is told: nothing is sent without it', async () => {
    const { number } = await d.open()
    await d.say(d.anna, number, [{ upload: await d.upload(d.anna, `lost ${randomUUID()}`), name: 'lost.txt' }])
    const { blob_key } = await transaction(d.app.desk.store, { workspace: d.app.workspace }, ({ db }) =>
      db
        .selectFrom('attachment')
        .select('blob_key')
        .where('workspace_id', '=', d.app.workspace)
        .where('name', '=', 'lost.txt')
        .executeTakeFirstOrThrow(),
    )
    await d.app.desk.blobs.delete(d.app.workspace, blob_key)
    expect(await mailsOf(number)).toEqual([])
    const ticket = await d.read(number)
    expect(ticket.entries.findLast(({ type }) => type === 'message.sent')?.delivery).toBe('given-up')
    const attention: unknown = await (await d.app.ask('GET', '/api/v1/attention', { cookie: d.anna.cookie })).json()
    expect(JSON.stringify(attention)).toContain('mail-not-delivered')
  })

  it('that is not what was kept is not sent either', async () => {
    const { number } = await d.open()
    const id = await d.upload(d.anna, `whole ${randomUUID()}`)
    await d.say(d.anna, number, [{ upload: id, name: 'changed.txt' }])
    const { desk, workspace } = d.app
    const { blob_key } = await transaction(desk.store, { workspace }, ({ db }) =>
      db
        .selectFrom('attachment')
        .select('blob_key')
        .where('workspace_id', '=', workspace)
        .where('name', '=', 'changed.txt')
        .executeTakeFirstOrThrow(),
    )
    await desk.blobs.delete(workspace, blob_key)
    await desk.blobs.put(workspace, [Buffer.from('something else')], blob_key)
    expect(await mailsOf(number)).toEqual([])
  })
})

describe('mails with files', () => {
  it('are sent two at a time, and mails without any do not wait for them', async () => {
    await d.send()
    const large = Buffer.alloc(200_000, 'x')
    for (const _ of [1, 2, 3]) {
      const { number } = await d.open()
      await d.say(d.anna, number, [{ upload: await d.upload(d.anna, large), name: 'large.bin' }])
    }
    await d.say(d.anna, (await d.open()).number, [])
    const [release, twoBegun, smallSent] = [0, 1, 2].map(() => Promise.withResolvers<undefined>())
    let [inHand, most, sent] = [0, 0, 0]
    const outbox = startOutbox({
      ...d.app.desk,
      isFolder: false,
      everyMs: 3_600_000,
      submitter: {
        async submit({ to }, bytes) {
          if (bytes.length < large.length) smallSent?.resolve(undefined)
          else {
            inHand += 1
            most = Math.max(most, inHand)
            if (inHand === 2) twoBegun?.resolve(undefined)
            await release?.promise
            inHand -= 1
          }
          sent += 1
          return { accepted: to, refused: [] }
        },
        close: async () => undefined,
      },
    })
    const run = outbox.runOnce()
    await Promise.all([twoBegun?.promise, smallSent?.promise])
    release?.resolve(undefined)
    await run
    await outbox.close()
    expect([most, sent]).toEqual([2, 4])
  })
})

describe('an upload', () => {
  it('sent twice is one, and another file under its id is refused', async () => {
    const before = await blobsOf()
    const id = randomUUID()
    for (const _ of [1, 2]) {
      const answer = await d.put(d.anna, 'twice', id)
      expect([answer.status, await answer.json()]).toEqual([200, { id, size: 5 }])
    }
    expect(await codeOf(d.put(d.anna, 'other', id))).toBe('key-reused')
    expect(await codeOf(d.put(d.ben, 'twice', id))).toBe('key-reused')
    expect(await blobsOf()).toHaveLength(before.length + 1)
  })

  it('is dropped with its bytes, by its uploader alone', async () => {
    const before = await blobsOf()
    const id = await d.upload(d.anna, 'dropped')
    const drop = ({ cookie }: { readonly cookie: string }) => d.app.ask('DELETE', `/api/v1/uploads/${id}`, { cookie })
    expect((await drop(d.ben)).status).toBe(204)
    expect(await blobsOf()).toHaveLength(before.length + 1)
    for (const _ of [1, 2]) expect((await drop(d.anna)).status).toBe(204)
    expect(await blobsOf()).toEqual(expect.arrayContaining([...before]))
    expect(await blobsOf()).toHaveLength(before.length)
    const { number } = await d.open()
    expect(await codeOf(d.say(d.anna, number, [{ upload: id, name: 'a.txt' }]))).toBe('file-gone')
  })

  it('is good for 20 hours, and a day later its bytes are gone; what went along stays', async () => {
    const { desk, database, workspace } = d.app
    const { number } = await d.open()
    const sent = { upload: await d.upload(d.anna, `stays ${randomUUID()}`), name: 'stays.txt' }
    await d.say(d.anna, number, [sent])
    const late = await d.upload(d.anna, 'late')
    const superuser = await database.connect('postgres')
    await superuser.query("update upload set made_at = made_at - interval '20 hours 1 second' where id = $1", [late])
    expect(await codeOf(d.say(d.anna, number, [{ upload: late, name: 'late.txt' }]))).toBe('file-gone')
    const inADay = { ...desk, clock: () => Date.now() + 25 * 3_600_000 }
    expect(await tidyWorkspace(inADay, workspace)).toMatchObject({ uploads: 1 })
    const { rows } = await superuser.query('select from upload where id = $1', [late])
    expect(rows).toEqual([])
    const { attachments } = (await d.read(number)).entries.findLast(({ type }) => type === 'message.sent') ?? {}
    const left = await blobsOf()
    const { rows: kept } = await superuser.query('select blob_key from attachment where id = $1', [
      attachments?.[0]?.id,
    ])
    expect(left).toContain(kept[0]?.blob_key)
    const { rows: named } = await superuser.query('select from blob where workspace_id = $1', [workspace])
    expect(left.length).toBeLessThanOrEqual(named.length)
    expect((await mailsOf(number))[0]?.attachments.map(({ name }) => name)).toEqual(['stays.txt'])
  })

  it('of nobody, of a colleague, or of another workspace goes along with nothing', async () => {
    const other = await d.app.makeWorkspace('other')
    const sam = await d.app.signInAs(['agent'], other)
    const { number } = await d.open()
    for (const upload of [randomUUID(), await d.upload(d.ben, 'theirs'), await d.upload(sam, 'foreign')]) {
      const file = { upload, name: 'a.txt' }
      expect(await codeOf(d.say(d.anna, number, [file]))).toBe('file-gone')
      expect(await codeOf(d.say(d.anna, number, [file], { as: 'notes' }))).toBe('file-gone')
    }
    expect(await mailsOf(number)).toEqual([])
  })

  it('needs its own content type, and somebody who may write', async () => {
    const viewer = await d.app.signInAs(['viewer'])
    expect((await d.put(viewer, 'no')).status).toBe(403)
    expect((await d.put({ cookie: '' }, 'no')).status).toBe(401)
    const json = await d.app.ask('PUT', `/api/v1/uploads/${randomUUID()}`, { cookie: d.anna.cookie, body: {} })
    expect(json.status).toBe(415)
    const elsewhere = await d.app.ask('POST', `/api/v1/tickets/1/notes`, {
      cookie: d.anna.cookie,
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(elsewhere.status).toBe(415)
  })

  it('with nothing in it, or too much, leaves nothing behind', async () => {
    const before = await blobsOf()
    expect(await codeOf(d.put(d.anna, ''))).toBe('file-refused')
    const large = await d.put(d.anna, Buffer.alloc(FILE_LIMITS.each + 1))
    expect([large.status, await codeOf(large)]).toEqual([413, 'body-too-large'])
    // Of no length that is told beforehand.
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000
        if (sent > FILE_LIMITS.each + 2_000_000) controller.close()
        else controller.enqueue(Buffer.alloc(1_000_000))
      },
    })
    expect(await codeOf(d.put(d.anna, endless))).toBe('body-too-large')
    expect((await d.put(d.anna, Buffer.alloc(FILE_LIMITS.each))).status).toBe(200)
    expect(await blobsOf()).toHaveLength(before.length + 1)
  })
})

describe('what goes along', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\report.pdf', 'report.pdf'],
    ['a\r\nBcc: evil@example.com\r\n.pdf', 'a Bcc_ evil@example.com .pdf'],
    ['invoice\u202efdp.txt', 'invoicefdp.txt'],
    ['in\u200bvoi\ufeffce.pdf', 'invoice.pdf'],
    ['con.txt', '_con.txt'],
    ['', '1.bin'],
    ['…', '….bin'],
    [`${'α'.repeat(9_996)}.pdf`, `${'α'.repeat(116)}.pdf`],
  ])('has a safe name: %j', async (given, safe) => {
    const { number } = await d.open()
    await d.say(d.anna, number, [{ upload: await d.upload(d.anna, randomUUID()), name: given }])
    const [mail] = await mailsOf(number)
    const name = safe === '….bin' ? '…' : safe
    expect(mail?.attachments.map((file) => file.name)).toEqual([name])
    expect(mail?.headers.some((header) => header.name === 'bcc')).toBe(false)
    const sent = (await d.read(number)).entries.findLast(({ type }) => type === 'message.sent')
    expect(sent?.attachments[0]?.name).toBe(name)
  })

  it.each([
    ['text/html', 'text/html'],
    ['TEXT/Plain; charset=x', 'text/plain'],
    ['multipart/mixed', 'application/octet-stream'],
    ['message/rfc822', 'application/octet-stream'],
    ['image/png\r\nX-Evil: 1', 'application/octet-stream'],
    ['nonsense', 'application/octet-stream'],
  ])('has a type that a part of a mail may have: %j', async (given, type) => {
    const { number } = await d.open()
    await d.say(d.anna, number, [{ upload: await d.upload(d.anna, randomUUID()), name: 'a.bin', type: given }])
    const [mail] = await mailsOf(number)
    expect(mail?.attachments.map((file) => file.type)).toEqual([type])
  })

  it('is neither a program, nor too many, nor too large, nor named twice; nothing is used up by being refused', async () => {
    const { number } = await d.open()
    const upload = await d.upload(d.anna, 'x')
    for (const name of ['run.exe', 'invoice.pdf.JS', 'a.bat. .', 'x.e\u200bxe', 'a.lnk\u202e'])
      expect(await codeOf(d.say(d.anna, number, [{ upload, name }]))).toBe('file-refused')
    expect(
      await codeOf(
        d.say(
          d.anna,
          number,
          [1, 2].map((n) => ({ upload, name: `${n}.txt` })),
        ),
      ),
    ).toBe('file-refused')
    const many = await Promise.all(
      Array.from({ length: FILE_LIMITS.most + 1 }, async (_, n) => ({
        upload: await d.upload(d.anna, `${n}`),
        name: `${n}.txt`,
      })),
    )
    expect(await codeOf(d.say(d.anna, number, many))).toBe('file-refused')
    const half = Buffer.alloc(FILE_LIMITS.together / 2 + 1)
    const large = [
      { upload: await d.upload(d.anna, half), name: 'a.bin' },
      { upload: await d.upload(d.anna, half), name: 'b.bin' },
    ]
    expect(await codeOf(d.say(d.anna, number, large))).toBe('file-refused')
    expect(await mailsOf(number)).toEqual([])
    expect((await d.say(d.anna, number, many.slice(1))).status).toBe(201)
    expect((await mailsOf(number))[0]?.attachments).toHaveLength(FILE_LIMITS.most)
  })
})
