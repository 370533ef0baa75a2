import type { Ticket } from '@avow/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'

let app: TestApp
let key: string
beforeAll(async () => {
  app = await openTestApp()
  key = await app.keyFor(['agent'])
})
afterAll(() => app?.close())

const ask = async (path: string, once: string, body: object, by = key) => {
  const answer = await app.ask('POST', `/api/v1/tickets${path}`, {
    key: by,
    headers: { 'idempotency-key': once },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}
const open = async (once: string) => {
  const body = {
    channel: 'phone',
    customer: { name: 'Carla', email: 'carla@home.example' },
    subject: 'A kettle',
    text: 'It leaks.',
  }
  return JSON.parse((await ask('', once, body)).text) as Ticket
}

it('a merge that is sent twice under one key is done once, and answered alike', async () => {
  const [ticket, into] = [await open('one'), await open('two')]
  const merge = () => ask(`/${ticket.number}/merge`, 'merge', { into: into.number })
  const [first, again] = [await merge(), await merge()]
  expect(first.status).toBe(200)
  expect(again).toEqual(first)
  expect((JSON.parse(again.text) as Ticket).absorbed).toHaveLength(1)

  const [message] = ticket.entries.filter(({ type }) => type === 'message.received')
  const move = () => ask(`/${ticket.number}/moves`, 'move', { messages: [message?.id], to: null })
  const [moved, more] = [await move(), await move()]
  expect(moved.status).toBe(200)
  expect(more).toEqual(moved)
})

it('neither is for who only reads', async () => {
  const [ticket, into] = [await open('three'), await open('four')]
  const viewer = await app.keyFor(['viewer'])
  const calls = [
    ask(`/${ticket.number}/merge`, 'v1', { into: into.number }, viewer),
    ask(`/${ticket.number}/moves`, 'v2', { messages: ['any'], to: null }, viewer),
  ]
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403])
})
