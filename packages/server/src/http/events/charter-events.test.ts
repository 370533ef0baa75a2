import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { type Heard, type OpenStream, openStream } from '../../../test/event-stream.ts'

let d: DraftDesk
const open: OpenStream[] = []
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(async () => {
  for (const stream of open) stream.close()
  await d?.close()
})

async function listen(headers: Readonly<Record<string, string>>): Promise<OpenStream> {
  const stream = await openStream(`${d.app.url}/api/v1/events`, headers)
  open.push(stream)
  return stream
}

const isOf =
  (event: string, data: object = {}) =>
  (heard: Heard): boolean =>
    heard.event === event && JSON.stringify(heard.data) === JSON.stringify(data)

describe('browsers hear', () => {
  it('of each change of a draft, of versions, and of notices of their own; ids, and nothing else', async () => {
    const agent = await d.hire(['agent'])
    const foreign = await d.app.makeWorkspace('other')
    const ours = await listen({ cookie: agent.cookie })
    const key = await listen({ authorization: `Bearer ${await d.app.keyFor(['viewer'])}` })
    const theirs = await listen({ authorization: `Bearer ${await d.app.keyFor(['admin'], foreign)}` })

    const draft = await d.start(d.author, { note: 'secret' })
    await ours.until(isOf('draft', { id: draft.id, seq: 0 }))
    await d.replace(d.author, draft.id, '30 min', '20 min')
    await ours.until(isOf('draft', { id: draft.id, seq: 1 }))
    const count = () => ours.heard.filter(isOf('draft', { id: draft.id, seq: 1 })).length
    const before = count()
    const { body } = await d.submit(d.author, draft.id)
    await expect.poll(count).toBeGreaterThan(before)
    await d.approve(d.approver, body)
    for (const stream of [ours, key]) await stream.until(isOf('charter', { version: 2 }))
    await ours.until(isOf('notice'))
    expect(ours.heard.map(({ event }) => event)).not.toContain('ticket')
    expect(JSON.stringify(ours.heard)).not.toContain('secret')
    expect(key.heard.some(isOf('notice'))).toBe(false)
    expect(theirs.heard).toEqual([])
  })

  it('what they missed when they come back; a repeat says nothing new', async () => {
    const stream = await listen({ cookie: d.approver.cookie })
    await expect.poll(() => stream.lastId()).toMatch(/^\d{13}$/)
    stream.close()
    const draft = await d.start(d.author)
    await d.replace(d.author, draft.id, '24 h', '20 h')
    const again = () => listen({ cookie: d.approver.cookie, 'last-event-id': stream.lastId() ?? '' })
    for (const each of [await again(), await again()]) {
      await each.until(isOf('draft', { id: draft.id, seq: 1 }))
      await each.until(isOf('charter', { version: 2 }))
      await each.until(isOf('notice'))
    }
  })

  it('of a version once more when it comes into force', async () => {
    const draft = await d.start(d.author)
    await d.replace(d.author, draft.id, '20 min', '10 min')
    const effective = new Date(Date.now() + 8000).toISOString()
    const { body } = await d.submit(d.author, draft.id, effective)
    expect((await d.approve(d.approver, body)).status).toBe(201)
    // Who comes now hears nothing of its publication.
    const stream = await listen({ cookie: d.approver.cookie })
    await stream.until(isOf('charter', { version: 3 }))
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(effective))
  })
})
