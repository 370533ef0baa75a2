import { randomUUID } from 'node:crypto'
import type { Draft, DraftEdit } from '@avow/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(() => d?.close())

const edit = (person: TestPerson, { id }: Draft, base: number, splices: object[], name: string = randomUUID()) =>
  d.call(person, 'POST', `/drafts/${id}/edits`, { base, splices, edit: name })
const change = (text: string, old: string, fresh: string) => ({
  at: text.indexOf(old),
  remove: old.length,
  insert: fresh,
})
const applied = (text: string, edits: readonly DraftEdit[]): string =>
  edits
    .flatMap(({ splices }) => splices)
    .reduce((now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove), text)

describe('starting a draft', () => {
  it('begins from the version in force, from another one, or from a text', async () => {
    expect(await d.start(d.author, { note: 'Faster' })).toMatchObject({
      seq: 0,
      state: 'writing',
      base: 1,
      note: 'Faster',
      source: ALWAYS_OPEN,
      created_by: { id: d.author.person },
      authors: [{ id: d.author.person }],
      submission: null,
    })
    expect(await d.start(d.author, { from: 1 })).toMatchObject({ base: 1, source: ALWAYS_OPEN })
    expect(await d.start(d.author, { source: 'not a charter at all: [' })).toMatchObject({ base: null })
    expect(await d.call(d.author, 'POST', '/drafts', { from: 7 })).toMatchObject({ status: 404 })
    expect(await d.call(d.author, 'POST', '/drafts', { from: 1, source: 'x' })).toMatchObject({ status: 400 })
    expect(await d.call(d.author, 'POST', '/drafts', { source: 'a\u0000b' })).toMatchObject({ status: 400 })
    expect((await d.call(d.approver, 'GET', '/drafts')).body.items).toHaveLength(3)
  })

  it('needs something to begin from', async () => {
    const bare = await d.app.makeWorkspace('bare')
    const { cookie } = await d.app.signInAs(['author'], bare)
    const start = (body: object) => d.app.ask('POST', '/api/v1/drafts', { cookie, body })
    expect(await (await start({})).json()).toMatchObject({ code: 'no-charter' })
    expect((await start({ source: ALWAYS_OPEN })).status).toBe(201)
  })
})

describe('edits of a draft', () => {
  it('by two people are joined, and each is told what the other wrote', async () => {
    const draft = await d.start(d.author)
    const first = await edit(d.author, draft, 0, [change(draft.source, '30 min of', '20 min of')])
    expect(first).toMatchObject({ status: 201, body: { seq: 1 } })
    const second = await edit(d.other, draft, 0, [change(draft.source, 'target: 2 h of', 'target: 3 h of')])
    expect(second).toMatchObject({
      status: 201,
      body: { seq: 2, edits: [{ seq: 1 }, { seq: 2, by: { id: d.other.person } }] },
    })
    const now = await d.read(draft.id)
    expect(now.source).toBe(ALWAYS_OPEN.replace('30 min of', '20 min of').replace('target: 2 h of', 'target: 3 h of'))
    expect(now).toMatchObject({ seq: 2, changed_by: { id: d.other.person } })
    expect(now.authors.map(({ id }) => id).sort()).toEqual([d.author.person, d.other.person].sort())
    expect(applied(draft.source, second.body.edits)).toBe(now.source)
    const listed = await d.call(d.approver, 'GET', `/drafts/${draft.id}/edits?after=1`)
    expect(listed.body.items).toMatchObject([{ seq: 2 }])
  })

  it('of one place are not joined: the second is refused, and nothing is lost', async () => {
    const draft = await d.start(d.author)
    await edit(d.author, draft, 0, [change(draft.source, '30 min', '20 min')])
    const refused = await edit(d.other, draft, 0, [change(draft.source, '30 min', '40 min')])
    expect(refused).toMatchObject({ status: 409, body: { code: 'draft-moved', seq: 1 } })
    const now = await d.read(draft.id)
    expect(now.source).toContain('20 min')
    expect(await edit(d.other, draft, 1, [change(now.source, '20 min', '40 min')])).toMatchObject({ status: 201 })
  })

  it('sent twice are one', async () => {
    const draft = await d.start(d.author)
    const name = randomUUID()
    const send = () => edit(d.author, draft, 0, [change(draft.source, '30 min', '20 min')], name)
    const [first, ...again] = [await send(), ...(await Promise.all([send(), send()]))]
    await edit(d.other, draft, 1, [{ at: 0, remove: 0, insert: '# Hello\n' }])
    for (const each of [...again, await send()]) expect(each).toEqual(first)
    expect((await d.read(draft.id)).seq).toBe(2)
  })

  it('may leave the draft as faulty as they like, but no text that cannot be kept', async () => {
    const draft = await d.start(d.author)
    expect(await edit(d.author, draft, 0, [{ at: 0, remove: 300, insert: '}{ "' }])).toMatchObject({ status: 201 })
    const { source, seq } = await d.read(draft.id)
    for (const [splice, path] of [
      [{ at: source.length, remove: 1, insert: '' }, 'splices'],
      [{ at: 0, remove: 0, insert: '\u0000' }, 'splices'],
      [{ at: 0, remove: 0, insert: '\ud83d' }, 'splices'],
    ] as const)
      expect(await edit(d.author, draft, seq, [splice])).toMatchObject({
        status: 400,
        body: { code: 'bad-request', at: [{ path }] },
      })
    expect(await edit(d.author, draft, 99, [{ at: 0, remove: 0, insert: 'x' }])).toMatchObject({ status: 400 })
    expect(await d.read(draft.id)).toMatchObject({ seq, source })
  })

  it('may cut a character in two where another half is put beside', async () => {
    const draft = await d.start(d.author, { source: 'a😀b' })
    expect(await edit(d.author, draft, 0, [{ at: 2, remove: 1, insert: '😁'.slice(1) }])).toMatchObject({ status: 201 })
    expect((await d.read(draft.id)).source).toBe('a😁b')
  })

  it('are over once it is given up', async () => {
    const draft = await d.start(d.author)
    expect(await d.call(d.other, 'PATCH', `/drafts/${draft.id}`, { note: 'Why' })).toMatchObject({
      body: { note: 'Why' },
    })
    expect(await d.call(d.author, 'DELETE', `/drafts/${draft.id}`)).toMatchObject({ status: 204 })
    const refused = { status: 409, body: { code: 'draft-closed' } }
    expect(await edit(d.author, draft, 0, [{ at: 0, remove: 0, insert: 'x' }])).toMatchObject(refused)
    expect(await d.call(d.author, 'DELETE', `/drafts/${draft.id}`)).toMatchObject(refused)
    expect(await d.submit(d.author, draft.id)).toMatchObject(refused)
    expect(await d.read(draft.id)).toMatchObject({ state: 'withdrawn', source: ALWAYS_OPEN })
  })

  it('of two people at once, in any interleaving, come to one text for all, and none is lost', async () => {
    const places = Array.from({ length: 12 }, (_, index) => `line ${index}: old`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.integer({ min: 0, max: 1 }), place: fc.nat(11), reads: fc.boolean() }), {
          minLength: 2,
          maxLength: 16,
        }),
        async (moves) => {
          const draft = await d.start(d.author, { source: places.join('\n') })
          const clients = [d.author, d.other].map((person) => ({ person, seq: 0, text: draft.source }))
          const kept: string[] = []
          for (const [index, { who, place, reads }] of moves.entries()) {
            const client = clients[who] ?? clients[0]
            if (client === undefined) throw new Error('nobody writes')
            if (reads) await catchUp(client, draft)
            // Each writes on the text that they see, in lines of their own.
            const mine = place - (place % 2) + who
            const start = client.text.indexOf(`line ${mine}:`)
            const end = client.text.indexOf('\n', start)
            const at = end < 0 ? client.text.length : end
            const answer = await edit(client.person, draft, client.seq, [{ at, remove: 0, insert: ` +${index}` }])
            expect(answer.status).toBe(201)
            kept.push(`+${index}`)
            client.text = applied(client.text, answer.body.edits)
            client.seq = answer.body.seq
          }
          for (const client of clients) await catchUp(client, draft)
          const { source } = await d.read(draft.id)
          expect(clients.map(({ text }) => text)).toEqual([source, source])
          for (const word of kept) expect(source.split(/[ \n]/)).toContain(word)
        },
      ),
      { numRuns: 12 },
    )
  })
})

async function catchUp(client: { seq: number; text: string; person: TestPerson }, { id }: Draft): Promise<void> {
  const { body } = await d.call(client.person, 'GET', `/drafts/${id}/edits?after=${client.seq}`)
  client.text = applied(client.text, body.items)
  client.seq = body.items.at(-1)?.seq ?? client.seq
}
