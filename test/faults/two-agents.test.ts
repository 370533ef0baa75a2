import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiOf, type DeskApi } from '../running/desk-api.ts'
import { publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { type RunningDesk, removeDesks, startDesk } from '../running/start-desk.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const ROUNDS = LONG ? 500 : 20
const KEY = 'the-key-that-the-desk-began-with-1234'
const PASSWORD = 'correct horse battery staple'

const refusal = z.object({ status: z.literal(409), code: z.literal('ticket-moved'), kept: z.string(), seq: z.number() })

let desk: RunningDesk
let api: DeskApi
beforeAll(async () => {
  desk = await startDesk({ env: { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY } })
  api = apiOf(() => desk.url, KEY)
  await publishIn(desk, ALWAYS_OPEN)
})
afterAll(removeDesks)

/** Adds a person of the desk and signs them in as a browser does; answers the cookies. */
async function signIn(name: string): Promise<string> {
  const email = `${name}@care.example`
  await api.call('addStaff', { body: { name, email, password: PASSWORD, roles: ['agent'] } })
  const answer = await fetch(`${desk.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: desk.url },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

function reply(cookie: string, number: number, body: object): Promise<Response> {
  return fetch(`${desk.url}/api/v1/tickets/${number}/replies`, {
    method: 'POST',
    headers: {
      cookie,
      origin: desk.url,
      'avow-workspace': 'main',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  })
}

describe('two agents who answer one ticket at once', () => {
  it(`send one answer, and the other keeps their text, ${ROUNDS} times over`, async () => {
    const [anna, ben] = [await signIn('anna'), await signIn('ben')]
    const customer = { name: 'Carla', email: 'carla@home.example' }
    const body = { channel: 'phone', customer, subject: 'A call', text: 'It leaks.' }
    const { number, ...opened } = await api.call('createTicket', { body })
    let { seq, messages } = opened
    for (let round = 1; round <= ROUNDS; round++) {
      const texts = [`Anna in round ${round}`, `Ben in round ${round}`]
      const answers = await Promise.all(
        [anna, ben].map((cookie, index) => reply(cookie, number, { text: texts[index], seen: seq })),
      )
      const statuses = answers.map(({ status }) => status)
      expect(statuses.toSorted()).toEqual([201, 409])
      const loser = statuses.indexOf(409)
      const lost = refusal.parse(await answers[loser]?.json())
      expect(lost.kept).toBe(texts[loser])
      const ticket = await api.call('readTicket', { params: { number } })
      expect(lost.seq).toBe(ticket.seq)
      expect(ticket.messages).toBe(messages + 1)
      expect(ticket.entries.findLast(({ type }) => type === 'message.sent')?.text).toBe(texts[1 - loser])
      ;({ seq, messages } = ticket)
    }
  })
})
