import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Store, transaction } from '../../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../../packages/server/src/event-handlers.ts'
import { addApiKey, revokeApiKey } from '../../packages/server/src/features/api-keys/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { openRequest, receiveMessage } from '../../packages/server/src/features/tickets/index.ts'
import { endSessions } from '../../packages/server/src/http/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type Heard, type OpenStream, openStream } from '../../packages/server/test/event-stream.ts'
import { publish } from '../../packages/server/test/publish.ts'

let app: TestApp
let foreign: string
/** As another process of the server has it. */
let elsewhere: Store
const open: OpenStream[] = []

beforeAll(async () => {
  app = await openTestApp()
  foreign = await app.makeWorkspace('other')
  elsewhere = await app.database.openStore(EVENT_HANDLERS)
  for (const workspace of [app.workspace, foreign]) await publish(app.desk.store, workspace, ALWAYS_OPEN)
})
afterAll(async () => {
  for (const stream of open) stream.close()
  await app?.close()
})

async function listen(headers: Readonly<Record<string, string>>, query = ''): Promise<OpenStream> {
  const stream = await openStream(`${app.url}/api/v1/events${query}`, headers)
  open.push(stream)
  return stream
}

const withKey = async (workspace = app.workspace) => ({
  authorization: `Bearer ${await app.keyFor(['viewer'], workspace)}`,
})

function writeIn(workspace = app.workspace, store: Store = elsewhere): Promise<{ ticket: string; number: number }> {
  return transaction(store, { workspace }, async (tx) =>
    openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
      message: { subject: 'A kettle', text: 'It leaks.' },
    }),
  )
}

const isOf =
  ({ ticket }: { readonly ticket: string }) =>
  ({ event, data }: Heard) =>
    event === 'ticket' && (data as { ticket: string }).ticket === ticket

describe('the event stream', () => {
  it('tells of a ticket that changed in another process: its id, number and seq, nothing else', async () => {
    const stream = await listen(await withKey())
    const made = await writeIn()
    const { data } = await stream.until(isOf(made))
    expect(data).toEqual({ ticket: made.ticket, number: made.number, seq: expect.any(Number) })
  })

  it('tells nobody of another company’s tickets', async () => {
    const ours = await listen(await withKey())
    const theirs = await listen(await withKey(foreign))
    const hidden = await writeIn(foreign)
    await theirs.until(isOf(hidden))
    await ours.until(isOf(await writeIn()))
    expect(ours.heard.some(isOf(hidden))).toBe(false)
  })

  it('names no workspace by a pattern or another company’s name', async () => {
    const { cookie } = await app.signInAs(['agent'])
    for (const workspace of ['other', '*', '%', '%25', 'acme,other', '../other']) {
      const stream = await listen({ cookie }, `?workspace=${encodeURIComponent(workspace)}`)
      expect(stream.status).toBe(404)
    }
    expect((await listen({ cookie }, '?workspace=acme')).status).toBe(200)
    expect((await listen({ cookie }, '?workspace=acme&workspace=other')).status).toBe(400)
  })

  it('tells what was missed to a client that comes back', async () => {
    const headers = await withKey()
    const stream = await listen(headers)
    const before = await writeIn()
    await stream.until(isOf(before))
    stream.close()
    const missed = [await writeIn(), await writeIn()]
    const again = await listen({ ...headers, 'last-event-id': stream.lastId() ?? '' })
    for (const each of missed) await again.until(isOf(each))
    expect(again.heard.some(({ data }) => JSON.stringify(data).includes('Carla'))).toBe(false)
  })

  it('has a cursor before anything happened', async () => {
    const stream = await listen(await withKey(await app.makeWorkspace('quiet')))
    await expect.poll(() => stream.lastId()).toMatch(/^\d{13}$/)
  })

  it.each(['abc', '-1', '99999999999999999999', '1; drop', ''])('takes %j as no cursor', async (id) => {
    expect((await listen({ ...(await withKey()), 'last-event-id': id })).status).toBe(200)
  })

  it('misses nothing where the connection that listens is cut', async () => {
    const stream = await listen(await withKey())
    await stream.until(isOf(await writeIn()))
    const superuser = await app.database.connect('postgres')
    const { rows } = await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = $1 and (query ilike 'listen %' or query = 'select')`,
      [app.database.name],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (let round = 0; round < 5; round++) await stream.until(isOf(await writeIn()))
  })

  it('asks the tables where it cannot listen', async () => {
    const deaf = await openTestApp({
      events: {
        connect: async () => {
          throw new Error('no connection to be had')
        },
      },
    })
    try {
      await publish(deaf.desk.store, deaf.workspace, ALWAYS_OPEN)
      const key = await deaf.keyFor(['viewer'])
      const stream = await openStream(`${deaf.url}/api/v1/events`, { authorization: `Bearer ${key}` })
      for (let round = 0; round < 2; round++) {
        const made = await writeIn(deaf.workspace, deaf.desk.store)
        await stream.until(isOf(made))
      }
      stream.close()
    } finally {
      await deaf.close()
    }
  })

  it('tells each change of a ticket', async () => {
    const stream = await listen(await withKey())
    const made = await writeIn()
    await stream.until(isOf(made))
    await transaction(elsewhere, { workspace: app.workspace, tickets: [made.ticket] }, (tx) =>
      receiveMessage(tx, made.ticket, { subject: 'Re: A kettle', text: 'Still.' }),
    )
    const seqs = () => stream.heard.filter(isOf(made)).map(({ data }) => (data as { seq: number }).seq)
    await expect.poll(() => seqs().length).toBeGreaterThanOrEqual(2)
    expect(seqs()).toEqual([...seqs()].sort((a, b) => a - b))
  })
})

describe('an open stream is closed within five seconds', () => {
  const FIVE_SECONDS = 5000

  async function expectClosed(stream: OpenStream, since: number): Promise<void> {
    await stream.ended
    expect(Date.now() - since).toBeLessThan(FIVE_SECONDS)
  }

  it('after its session was ended', async () => {
    const { cookie, user } = await app.signInAs(['agent'])
    const stream = await listen({ cookie })
    const since = Date.now()
    await endSessions(app.desk, user)
    await expectClosed(stream, since)
    expect((await listen({ cookie })).status).toBe(401)
  })

  it('after its person signed out', async () => {
    const { cookie } = await app.signInAs(['agent'])
    const stream = await listen({ cookie })
    const since = Date.now()
    await app.ask('POST', '/api/auth/sign-out', { cookie, body: {} })
    await expectClosed(stream, since)
  })

  it.each([
    ['its person’s roles were lowered', { roles: ['author'] }],
    ['its person lost every role', { roles: [] }],
    ['its person was disabled', { disabled_at: new Date() }],
  ])('after %s', async (_, change) => {
    const { cookie, user } = await app.signInAs(['agent'])
    const stream = await listen({ cookie })
    const since = Date.now()
    await app.desk.store.control.updateTable('control.member').set(change).where('user_id', '=', user).execute()
    await expectClosed(stream, since)
  })

  it('after its key was revoked', async () => {
    const { id, secret } = await addApiKey(app.desk.store, { workspace: app.workspace, name: 'x', roles: ['viewer'] })
    const stream = await listen({ authorization: `Bearer ${secret}` })
    const since = Date.now()
    await revokeApiKey(app.desk.store, app.workspace, id)
    await expectClosed(stream, since)
  })

  it('and no other is', async () => {
    const { cookie } = await app.signInAs(['agent'])
    const stays = await listen({ cookie })
    const goes = await app.signInAs(['agent'])
    const gone = await listen({ cookie: goes.cookie })
    await endSessions(app.desk, goes.user)
    await gone.ended
    await stays.until(isOf(await writeIn()))
  })
})

describe('streams in number', () => {
  it('are twenty a caller', async () => {
    const headers = await withKey()
    for (let count = 0; count < 20; count++) expect((await listen(headers)).status).toBe(200)
    expect((await listen(headers)).status).toBe(429)
    open.at(-2)?.close()
    await expect.poll(async () => (await listen(headers)).status).toBe(200)
  })

  it('end in good order when the server stops, with a while to wait before coming back', async () => {
    const stopping = await openTestApp()
    const key = await stopping.keyFor(['viewer'])
    const streams = await Promise.all(
      Array.from({ length: 10 }, () => openStream(`${stopping.url}/api/v1/events`, { authorization: `Bearer ${key}` })),
    )
    const closed = stopping.close()
    const waits = (await Promise.all(streams.map(({ ended }) => ended))).map((text) =>
      Number(/retry: (\d+)\n\n$/.exec(text)?.[1]),
    )
    await closed
    for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(500)
    expect(new Set(waits).size).toBeGreaterThan(1)
  })
})
