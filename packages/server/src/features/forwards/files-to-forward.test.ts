import { FILE_LIMITS } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callForward } from '../../../test/forward-calls.ts'
import { callTicket, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { readMail } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { writeOut } from '../outbox/index.ts'
import type { NewMessage } from '../tickets/index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

interface Given {
  readonly name: string
  readonly type?: string
  readonly bytes?: string | Uint8Array
  readonly isInline?: boolean
}

const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(d.desk.store, { workspace: d.workspace }, work)
const read = (number: number) => callTicket(d.desk, 'readTicket', d.anna, number)
/** What a message has with it, kept as mail that came in is. */
const withFiles = async (...files: readonly Given[]): Promise<Pick<NewMessage, 'attachments'>> => ({
  attachments: await Promise.all(
    files.map(async ({ name, type = 'image/png', bytes = `bytes of ${name}`, isInline = false }) => ({
      blob: await d.desk.blobs.put(d.workspace, [Buffer.from(bytes)]),
      name,
      type,
      isInline,
    })),
  ),
})
const forward = (number: number, body: object) =>
  callForward(d.desk, d.anna, number, { to: ['parts@supplier.example'], ...body })
/** Ids of the files on a ticket by name, of its first message that has one of it. */
async function filesOn(number: number): Promise<Record<string, string>> {
  const { entries, absorbed } = await read(number)
  const all = [...entries, ...absorbed.flatMap((each) => each.entries)].filter(
    ({ type }) => type !== 'ticket.forwarded',
  )
  return Object.fromEntries(all.flatMap(({ attachments }) => attachments.map(({ id, name }) => [name, id])))
}
const rowsOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', d.workspace)
      .where('ticket_id', '=', ticket)
      .where('kind', '=', 'forward')
      .orderBy('id')
      .execute(),
  )
async function mailsOf(ticket: string) {
  return Promise.all(
    (await rowsOf(ticket)).map(async (row) => {
      const written = await run((tx) => writeOut(tx, d.desk.keys, row))
      if (written === undefined) throw new Error('not written')
      return readMail(new Uint8Array(await written.bytes(d.desk.blobs)))
    }),
  )
}
const filesIn = ({ attachments }: Awaited<ReturnType<typeof readMail>>) =>
  attachments.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString()])

describe('files of what is forwarded', () => {
  it('go along where they are named, in every mail; the others are told by name; the entry has them as downloads', async () => {
    const { ticket, number } = await d.open({
      message: await withFiles(
        { name: 'lid.png' },
        { name: 'bill.pdf', type: 'application/pdf' },
        { name: 'logo.png', isInline: true },
      ),
    })
    const files = await filesOn(number)
    const after = await forward(number, { cc: ['boss@supplier.example'], files: [files['logo.png'], files['lid.png']] })
    const mails = await mailsOf(ticket)
    expect(mails).toHaveLength(2)
    for (const mail of mails) {
      expect(filesIn(mail)).toEqual([
        ['logo.png', 'image/png', 'bytes of logo.png'],
        ['lid.png', 'image/png', 'bytes of lid.png'],
      ])
      expect(mail.text.replaceAll(/[\u2068\u2069]/gu, '')).toMatch(
        /\nFiles \(attached\): lid\.png \(16 bytes\), logo\.png \(17 bytes\)\nFiles \(not attached\): bill\.pdf \(17 bytes\)\n/u,
      )
    }
    const entry = lastEntry(after, 'ticket.forwarded')
    expect(entry?.attachments.map(({ name, is_inline }) => [name, is_inline])).toEqual([
      ['logo.png', false],
      ['lid.png', false],
    ])
    expect(entry?.fields).toEqual({})
    // Another workspace has no such file, and neither has another ticket of this one.
    const other = await d.open()
    expect((await refusalOf(forward(other.number, { files: [files['lid.png']] }))).code).toBe('not-forwarded')
  })

  it('go along from a ticket that was merged, and by a forward without words', async () => {
    const email = 'nora@customer.example'
    const one = await d.open({ email, message: await withFiles({ name: 'of-one.png' }) })
    const into = await d.open({ email })
    await callTicket(d.desk, 'mergeTicket', d.anna, one.number, { into: into.number })
    const files = await filesOn(into.number)
    await forward(into.number, { files: [files['of-one.png']] })
    const [mail] = await mailsOf(into.ticket)
    expect(mail && filesIn(mail)).toEqual([['of-one.png', 'image/png', 'bytes of of-one.png']])
  })

  it('do not go along of a message that is not forwarded: another one, a note, what a stranger wrote', async () => {
    const { ticket, number } = await d.open({ message: await withFiles({ name: 'first.png' }) })
    await d.write(ticket, await withFiles({ name: 'second.png' }))
    await d.write(ticket, { ...(await withFiles({ name: 'strange.png' })), doubt: 'not-a-participant' })
    const files = await filesOn(number)
    const first = (await read(number)).entries.find(({ type }) => type === 'message.received')?.id
    for (const [name, messages] of [
      ['second.png', [first]],
      ['strange.png', undefined],
    ] as const)
      expect(await refusalOf(forward(number, { text: 'Kept.', files: [files[name]], messages }))).toMatchObject({
        code: 'not-forwarded',
        details: { at: [{ path: 'files.0' }], kept: 'Kept.' },
      })
    expect(await rowsOf(ticket)).toEqual([])
    // Of several messages that are chosen, those of each.
    const second = (await read(number)).entries.filter(({ type }) => type === 'message.received')[1]?.id
    await forward(number, { messages: [second, first], files: [files['second.png'], files['first.png']] })
    expect((await mailsOf(ticket))[0]?.attachments.map(({ name }) => name)).toEqual(['second.png', 'first.png'])
  })

  it('are refused where mail servers would refuse them, where one is named twice, or its bytes are lost', async () => {
    const big = new Uint8Array(FILE_LIMITS.together / 2).fill(1)
    const { ticket, number } = await d.open({
      message: await withFiles(
        { name: 'run.exe', type: 'application/octet-stream' },
        { name: 'a.bin', type: 'application/octet-stream', bytes: big },
        { name: 'b.bin', type: 'application/octet-stream', bytes: new Uint8Array([...big, 2]) },
        { name: 'lost.png' },
      ),
    })
    const files = await filesOn(number)
    const refused = async (...names: readonly string[]) =>
      refusalOf(forward(number, { files: names.map((name) => files[name]) }))
    expect(await refused('a.bin', 'run.exe')).toMatchObject({
      code: 'file-refused',
      details: { at: [{ path: 'files.1' }] },
    })
    expect(await refused('a.bin', 'b.bin')).toMatchObject({
      code: 'file-refused',
      details: { at: [{ path: 'files' }] },
    })
    expect(await refused('a.bin', 'a.bin')).toMatchObject({ code: 'file-refused' })
    const { blob_key } = await run(({ db }) =>
      db
        .selectFrom('attachment')
        .select('blob_key')
        .where('workspace_id', '=', d.workspace)
        .where('id', '=', files['lost.png'] ?? '')
        .executeTakeFirstOrThrow(),
    )
    await d.desk.blobs.delete(d.workspace, blob_key)
    expect(await refused('a.bin', 'lost.png')).toMatchObject({
      code: 'file-gone',
      details: { at: [{ path: 'files.1' }] },
    })
    expect(await rowsOf(ticket)).toEqual([])
    // Larger than an upload may be, it goes along all the same: it was not uploaded.
    await forward(number, { files: [files['a.bin']] })
    expect(await rowsOf(ticket)).toHaveLength(1)
  })

  it('are the customer’s: they are erased with them', async () => {
    const { ticket, number } = await d.open({
      email: 'zed@customer.example',
      message: await withFiles({ name: 'zed.png' }),
    })
    const files = await filesOn(number)
    const after = await forward(number, { files: [files['zed.png']] })
    const owners = await run(({ db }) =>
      db
        .selectFrom('attachment as f')
        .innerJoin('person_key as k', (join) =>
          join
            .on('k.workspace_id', '=', d.workspace)
            .onRef('k.workspace_id', '=', 'f.workspace_id')
            .onRef('k.ticket_id', '=', 'f.ticket_id')
            .onRef('k.key', '=', 'f.person'),
        )
        .select('k.person_id')
        .where('f.workspace_id', '=', d.workspace)
        .where('f.ticket_id', '=', ticket)
        .execute(),
    )
    expect(owners).toEqual([{ person_id: after.customer?.id }, { person_id: after.customer?.id }])
  })
})
