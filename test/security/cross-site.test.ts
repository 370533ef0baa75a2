import { ROUTES, type Route } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await openTestApp()
  cookie = (await app.signInAs(['admin'])).cookie
})
afterAll(() => app?.close())

const CHANGING = Object.entries<Route>(ROUTES).filter(([, { method }]) => method !== 'GET')
const ID = '018f0000-0000-7000-8000-000000000000'

describe.each(CHANGING)('%s', (_, { method, path }) => {
  const url = path.replace(/:(\w+)/g, (__, name) => (name === 'number' ? '1' : ID))

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site in a sandbox', { origin: 'null' }],
    ['a site whose name begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['our host under another port', { origin: 'http://127.0.0.1:1' }],
    ['nowhere that it names', {}],
    ['another site, by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of our site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses what comes with a session from %s', async (__, headers) => {
    const answer = await fetch(`${app.url}/api/v1${url}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: '{}',
    })
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([403, { code: 'cross-site' }])
  })
})

describe('signing in, out and changing a password', () => {
  it.each(['sign-in/email', 'sign-out', 'change-password', 'revoke-sessions'])(
    '%s is refused to another site',
    async (path) => {
      for (const headers of [{ origin: 'https://evil.example' }, { origin: 'https://evil.example', cookie }]) {
        const answer = await fetch(`${app.url}/api/auth/${path}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'a@b.example', password: 'whatever it is' }),
        })
        expect(answer.status).toBe(403)
      }
      expect((await app.ask('GET', '/api/v1/me', { cookie })).status).toBe(200)
    },
  )

  it('changes nothing by GET', async () => {
    for (const path of ['sign-out', 'revoke-sessions', 'change-password']) {
      const answer = await app.ask('GET', `/api/auth/${path}`, { cookie })
      expect(answer.status).toBe(404)
    }
    expect((await app.ask('GET', '/api/v1/me', { cookie })).status).toBe(200)
  })
})

it('lets the desk’s own pages through, under each name of loopback', async () => {
  const { port } = new URL(app.url)
  for (const origin of [app.url, `http://localhost:${port}`, `http://[::1]:${port}`]) {
    const answer = await app.ask('POST', '/api/v1/api-keys', {
      cookie,
      headers: { origin },
      body: { name: 'x', roles: ['viewer'] },
    })
    expect(answer.status).toBe(201)
  }
})

it('asks a key for no origin: it is sent by nobody’s browser', async () => {
  const key = await app.keyFor(['admin'])
  const answer = await fetch(`${app.url}/api/v1/api-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x', roles: ['viewer'] }),
  })
  expect(answer.status).toBe(201)
})
