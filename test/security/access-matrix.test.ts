import { type ProblemCode, permissionsOf, ROLES, ROUTES, type Role, type Route } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addApiKey, revokeApiKey } from '../../packages/server/src/features/api-keys/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { CALLS } from './calls.ts'
import { type Company, foundCompany, markOf } from './company.ts'

type Name = keyof typeof ROUTES
interface Asker {
  readonly cookie?: string
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Refusals by which a caller is turned away at the door; all others come from within. */
const AT_THE_DOOR: readonly (ProblemCode | undefined)[] = ['not-signed-in', 'not-allowed', 'unknown-workspace']
/** Parameters that every company has values of. */
const OF_ITS_OWN = ['number', 'version', 'promise', 'run', 'upload', 'template']
const NAMES = Object.keys(ROUTES).filter((name): name is Name => name in ROUTES)

let app: TestApp
let acme: Company
const sessions = new Map<Role, string>()
const keys = new Map<Role, string>()
let strangerSession: string
let strangerKey: string

beforeAll(async () => {
  app = await openTestApp()
  const foreign = await app.makeWorkspace('other')
  const reader = await app.signInAs(['viewer'])
  acme = await foundCompany(app, 'acme', reader.person, app.workspace)
  const stranger = await app.signInAs(['admin'], foreign)
  strangerSession = stranger.cookie
  strangerKey = await app.keyFor(['admin'], foreign)
  await foundCompany(app, 'other', stranger.person, foreign)
  for (const role of ROLES) {
    sessions.set(role, (await app.signInAs([role])).cookie)
    keys.set(role, await app.keyFor([role]))
  }
})
afterAll(() => app?.close())

describe.each(NAMES)('%s', (name) => {
  const route: Route = ROUTES[name]

  it.each(ROLES)('lets in by session who has its permission, and nobody else: %s', async (role) => {
    await expectFor(role, { cookie: sessions.get(role) ?? '' })
  })

  it.each(ROLES)('lets in by key who has its permission, and nobody else: %s', async (role) => {
    await expectFor(role, { key: keys.get(role) ?? '' })
  })

  it('turns away who is nobody', async () => {
    for (const asker of [{}, { cookie: 'avow.session_token=made-up.made-up' }, { key: 'avow_made-up' }]) {
      const { status, code } = await call(name, acme, asker)
      expect([status, code]).toEqual([401, 'not-signed-in'])
    }
  })

  it('turns away a revoked key', async () => {
    const { id, secret } = await addApiKey(app.desk.store, { workspace: acme.workspace, name: 'old', roles: ['admin'] })
    await revokeApiKey(app.desk.store, acme.workspace, id)
    const { status, code } = await call(name, acme, { key: secret })
    expect([status, code]).toEqual([401, 'not-signed-in'])
  })

  it('turns away a person who was disabled', async () => {
    const { cookie, user } = await app.signInAs(['admin'])
    await app.desk.store.control
      .updateTable('control.member')
      .set({ disabled_at: new Date() })
      .where('user_id', '=', user)
      .execute()
    const { status, code } = await call(name, acme, { cookie })
    expect([status, code]).toEqual([404, 'unknown-workspace'])
  })

  it('does not let an administrator of another company in by naming this one', async () => {
    for (const asker of [{ cookie: strangerSession }, { key: strangerKey }]) {
      const { status, code } = await call(name, acme, { ...asker, headers: { 'avow-workspace': 'acme' } })
      expect([status, code]).toEqual([404, 'unknown-workspace'])
    }
  })

  it('gives nothing of this company to one who knows its ids', async () => {
    for (const asker of [{ cookie: strangerSession }, { key: strangerKey }]) {
      const { status, text } = await call(name, acme, asker)
      // Numbers of tickets and versions, clauses and runs are a company's own, and ids of uploads their callers': they name something of theirs. Templates ship, and
      // are everybody's. Every other id names nothing.
      const ids = Object.keys(CALLS[name](acme).params ?? {}).filter((param) => !OF_ITS_OWN.includes(param))
      if (ids.length > 0) expect(status, text).toBe(404)
      expect(text).not.toContain(markOf('acme'))
    }
  })

  async function expectFor(role: Role, asker: Asker): Promise<void> {
    const isAllowed = route.who === 'member' || permissionsOf([role]).has(route.who)
    const { status, code, text } = await call(name, acme, asker)
    if (isAllowed) {
      expect(AT_THE_DOOR, text).not.toContain(code)
      expect(CALLS[name](acme).answers ?? [200], text).toContain(status)
    } else expect([status, code]).toEqual([403, 'not-allowed'])
  }
})

let calls = 0

async function call(name: Name, company: Company, asker: Asker) {
  const { method, path }: Route = ROUTES[name]
  const { params = {}, query, body } = CALLS[name](company)
  const asked = query === undefined ? '' : `?${new URLSearchParams(query)}`
  const url = path.replace(/:(\w+)/g, (_, param: string) => String(params[param])) + asked
  const key = method === 'POST' ? { 'idempotency-key': `${name}-${calls++}` } : {}
  const answer = await app.ask(method, `/api/v1${url}`, {
    ...asker,
    headers: { ...key, ...asker.headers },
    ...(body === undefined ? {} : { body }),
  })
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return { status: answer.status, code: undefined, text: 'a stream' }
  }
  const text = await answer.text()
  return { status: answer.status, code: codeOf(answer, text), text }
}

function codeOf(answer: Response, text: string): ProblemCode | undefined {
  return answer.headers.get('content-type')?.startsWith('application/problem+json') ? JSON.parse(text).code : undefined
}
