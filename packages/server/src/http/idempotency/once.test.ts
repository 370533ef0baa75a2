import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { HANDLERS } from '../../handlers.ts'
import { Refusal } from '../../refusal.ts'
import { markCarriedOut } from './carried-out.ts'
import { forgetAnswers } from './forget-answers.ts'

let app: TestApp
let key: string
/** Called after a key was made, before its answer is given. */
let meanwhile: () => Promise<void> = async () => undefined

beforeAll(async () => {
  app = await openTestApp({
    handlers: {
      ...HANDLERS,
      async createApiKey(call, desk) {
        const made = await HANDLERS.createApiKey(call, desk)
        await meanwhile()
        return made
      },
      async createTicket(call, desk) {
        const made = await HANDLERS.createTicket(call, desk)
        await meanwhile()
        return made
      },
    },
    eventHandlers: EVENT_HANDLERS.includes(markCarriedOut) ? EVENT_HANDLERS : [...EVENT_HANDLERS, markCarriedOut],
  })
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  key = await app.keyFor(['admin'])
})
afterEach(() => {
  meanwhile = async () => undefined
})
afterAll(() => app?.close())

let names = 0
const newName = () => `name ${names++}`

const create = (idempotencyKey: string, name: string, by = key) =>
  app.ask('POST', '/api/v1/api-keys', {
    key: by,
    headers: { 'idempotency-key': idempotencyKey },
    body: { name, roles: ['viewer'] },
  })

async function countOf(name: string): Promise<number> {
  const found = await app.desk.store.control
    .selectFrom('control.api_key')
    .select('id')
    .where('name', '=', name)
    .execute()
  return found.length
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

describe('a repeated request', () => {
  it('gets the first answer again, and nothing is done twice', async () => {
    const name = newName()
    const first = await create('k1', name)
    const again = await create('k1', name)
    expect([again.status, await again.text()]).toEqual([first.status, await first.text()])
    expect(await countOf(name)).toBe(1)
  })

  it('with another body is refused', async () => {
    await create('k2', newName())
    const other = await create('k2', newName())
    expect([other.status, await codeOf(other)]).toEqual([422, 'key-reused'])
  })

  it('is somebody else’s where somebody else sends it', async () => {
    const name = newName()
    await create('k3', name)
    await create('k3', name, await app.keyFor(['admin']))
    expect(await countOf(name)).toBe(2)
  })

  it('twenty times at once has one effect; all get the same answer, at once or when they ask again', async () => {
    const name = newName()
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (;;) {
          const answer = await create('k4', name)
          if (answer.status !== 409) return `${answer.status} ${await answer.text()}`
          expect(await codeOf(answer)).toBe('key-running')
          expect(answer.headers.get('retry-after')).toBe('1')
        }
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^201 /)
    expect(await countOf(name)).toBe(1)
  })

  it('is told to wait while the first runs', async () => {
    const name = newName()
    let go: () => void = () => undefined
    const reached = new Promise<void>((isReached) => {
      meanwhile = () => {
        isReached()
        return new Promise((resume) => {
          go = resume
        })
      }
    })
    const first = create('k5', name)
    await reached
    expect(await codeOf(await create('k5', name))).toBe('key-running')
    go()
    expect((await first).status).toBe(201)
  })

  it('runs where the first failed', async () => {
    const name = newName()
    meanwhile = async () => {
      throw new Refusal('database-away', 'for once')
    }
    expect((await create('k6', name)).status).toBe(503)
    meanwhile = async () => undefined
    expect((await create('k6', name)).status).toBe(201)
  })

  it('runs where the first died more than a minute ago, and not before', async () => {
    const name = newName()
    const age = (seconds: number) =>
      superuser(`update idempotent_answer set status = null, answer = null,
        created_at = now() - make_interval(secs => ${seconds}) where key = 'k7'`)
    await create('k7', name)
    await age(50)
    expect(await codeOf(await create('k7', name))).toBe('key-running')
    await age(61)
    expect((await create('k7', name)).status).toBe(201)
    expect(await countOf(name)).toBe(2)
  })

  it('is a new one after a day', async () => {
    const name = newName()
    await create('k8', name)
    await superuser(`update idempotent_answer set created_at = now() - interval '25 hours' where key = 'k8'`)
    expect((await create('k8', `${name}, changed`)).status).toBe(201)
  })

  it('never writes a ticket twice, not even where the process died before its answer was kept', async () => {
    const body = { channel: 'phone', customer: { name: 'Carla' }, subject: newName(), text: 'It leaks.' }
    const open = () => app.ask('POST', '/api/v1/tickets', { key, body, headers: { 'idempotency-key': 'k9' } })
    // As a process that dies here leaves it: committed, and no answer kept.
    meanwhile = async () => {
      throw new Error('as if it had died')
    }
    expect((await open()).status).toBe(500)
    meanwhile = async () => undefined
    // For all that is known it still runs.
    expect(await codeOf(await open())).toBe('key-running')
    await superuser(`update idempotent_answer set created_at = now() - interval '2 minutes' where key = 'k9'`)
    expect(await codeOf(await open())).toBe('key-done')
    const { rows } = await superuser(
      `select count(*)::int as count from ticket_preview where subject = '${body.subject}'`,
    )
    expect(rows).toEqual([{ count: 1 }])
  })
})

it('needs a key where a mail leaves', async () => {
  const answer = await app.ask('POST', '/api/v1/tickets', { key, body: {} })
  expect(await codeOf(answer)).toBe('bad-request')
  const body = { channel: 'phone', customer: { name: 'Carla' }, subject: 'A kettle', text: 'It leaks.' }
  expect(await codeOf(await app.ask('POST', '/api/v1/tickets', { key, body }))).toBe('key-missing')
})

it('refuses a key that is too long', async () => {
  const answer = await create('k'.repeat(201), newName())
  expect(await codeOf(answer)).toBe('bad-request')
})

it('keeps no secret that can be read in the database', async () => {
  const answer = await create('k10', newName())
  const { secret } = (await answer.json()) as { secret: string }
  const { rows } = await superuser(`select answer from idempotent_answer where key = 'k10'`)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

it('forgets answers that are older than a day, and no others', async () => {
  await create('old', newName())
  await create('young', newName())
  await superuser(`update idempotent_answer set created_at = now() - interval '25 hours' where key = 'old'`)
  expect(await forgetAnswers(app.desk.store, app.workspace)).toBe(1)
  const { rows } = await superuser(`select key from idempotent_answer where key in ('old', 'young')`)
  expect(rows).toEqual([{ key: 'young' }])
})

async function superuser(statement: string) {
  const client = await app.database.connect('postgres')
  return client.query(statement)
}
