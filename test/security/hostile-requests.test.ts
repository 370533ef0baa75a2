import { connect } from 'node:net'
import { problem } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'

let app: TestApp
let key: string
beforeAll(async () => {
  app = await openTestApp()
  key = await app.keyFor(['admin'])
})
afterAll(() => app?.close())

/** What is answered, which must be problem details that tell nothing of how we are made. */
async function refused(answer: Response) {
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(text).not.toMatch(/node_modules|\.ts:\d|\\n +at |\bselect \b|\binsert /i)
  const read = problem.parse(JSON.parse(text))
  expect(read.status).toBe(answer.status)
  return read
}

async function create(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return refused(await app.ask('POST', '/api/v1/api-keys', { key, body, headers }))
}

describe('bodies', () => {
  it('refuses one of ten megabytes', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(10 * 1024 * 1024), roles: ['viewer'] })
    // The server may end the connection while it is still being sent.
    const answer = await app.ask('POST', '/api/v1/api-keys', { key, body }).catch(() => undefined)
    if (answer !== undefined) expect((await refused(answer)).code).toBe('body-too-large')
    expect((await app.ask('GET', '/api/v1/me', { key })).status).toBe(200)
  })

  it.each([
    ['nested ten thousand deep', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)},"roles":["viewer"]}`],
    ['with __proto__', '{"__proto__":{"roles":["admin"]},"name":"x","roles":["viewer"]}'],
    ['with constructor.prototype', '{"constructor":{"prototype":{"x":1}},"name":"x","roles":["viewer"]}'],
    ['with a name twice', '{"name":"x","roles":["viewer"],"roles":["admin"]}'],
    ['that is no JSON', '{name:1}'],
    ['that is a list', '[{"name":"x"}]'],
    ['that is null', 'null'],
    ['with a number beyond all', '{"name":1e999,"roles":["viewer"]}'],
    ['with a list for a word', '{"name":["x"],"roles":["viewer"]}'],
    ['with an object for a word', '{"name":{"toString":"x"},"roles":["viewer"]}'],
    ['with a role that there is not', '{"name":"x","roles":["owner"]}'],
  ])('refuses one %s', async (_, body) => {
    expect((await create(body)).code).toBe('bad-request')
  })

  it('says where it does not fit, and what was typed there', async () => {
    const { at } = await create({ name: '', roles: ['owner'] })
    expect(at).toMatchObject([{ path: 'name' }, { path: 'roles.0', typed: 'owner' }])
  })

  it('never says a password back', async () => {
    const answer = await app.ask('POST', '/api/v1/staff', {
      key,
      body: { name: 'Ben', email: 'ben@staff.example', password: 'too short', roles: ['viewer'] },
    })
    const text = await answer.clone().text()
    expect((await refused(answer)).at).toMatchObject([{ path: 'password' }])
    expect(text).not.toContain('too short')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/xml'])(
    'does not read %s',
    async (type) => {
      expect((await create('{"name":"x","roles":["viewer"]}', { 'content-type': type })).code).toBe(
        'unsupported-media-type',
      )
    },
  )

  it('takes nothing that the contract does not name', async () => {
    const answer = await app.ask('POST', '/api/v1/api-keys', {
      key,
      body: { name: 'x', roles: ['viewer'], workspace: 'other', workspace_id: 'other', id: 'mine', secret: 'known' },
    })
    const made: unknown = await answer.json()
    expect(made).toMatchObject({ roles: ['viewer'] })
    expect(JSON.stringify(made)).not.toMatch(/known|mine|other/)
  })
})

describe('queries and paths', () => {
  it.each([
    '?view=all&view=mine',
    '?view[]=all',
    '?veiw=all',
    '?__proto__[view]=all',
    '?view=nothing',
    '?limit=1e9',
    '?limit=-1',
    '?limit=10&limit=20',
    '?limit=0x10000',
    '?limit[$gt]=1',
    `?cursor=${'x'.repeat(501)}`,
    '?cursor=%00',
    "?cursor=' or 1=1 --",
  ])('refuses %s', async (query) => {
    const answer = await app.ask('GET', `/api/v1/tickets${query}`, { key })
    expect((await refused(answer)).code).toBe('bad-request')
  })

  it.each([
    '/api/v1/tickets/abc',
    '/api/v1/tickets/-1',
    '/api/v1/tickets/1.5',
    '/api/v1/tickets/99999999999999999999',
    '/api/v1/tickets/1%00',
    '/api/v1/tickets/1/attachments/..%2f..%2fsecret',
    '/api/v1/mail/messages/1%27--/raw',
  ])('refuses %s', async (path) => {
    expect((await refused(await app.ask('GET', path, { key }))).code).toBe('bad-request')
  })

  it.each([
    '/api/v1/nothing',
    '/api/v1',
    '/api/nothing',
    '/desk/../../etc/passwd',
    '/%2e%2e/secret',
    '/api/auth/sign-up/email',
  ])('finds nothing at %s', async (path) => {
    expect((await refused(await app.ask('GET', path, { key }))).code).toBe('not-found')
  })

  it('names the methods that an address has', async () => {
    const answer = await app.ask('PUT', '/api/v1/api-keys', { key, body: {} })
    expect(answer.headers.get('allow')).toBe('GET, POST')
    expect((await refused(answer)).code).toBe('method-not-allowed')
  })

  it('refuses an address that cannot be read', async () => {
    expect((await refused(await app.ask('GET', '/api/v1/%E0%A4%A', { key }))).code).toBe('bad-request')
  })

  it('refuses a key that stands in the address', async () => {
    expect((await app.ask('GET', `/api/v1/me?key=${key}&token=${key}&access_token=${key}`)).status).toBe(401)
  })
})

describe('headers', () => {
  it('names itself by the public address, whatever host is asked for', async () => {
    const answer = await raw(
      app.url,
      `GET /api/v1/nothing HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toContain(app.url)
    expect(answer).not.toContain('evil.example')
  })

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a header folded', 'X-A: 1\r\n\tb\r\n\r\n'],
    ['headers without end', `X-A: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('refuses a request with %s', async (_, rest) => {
    const answer = await raw(app.url, `POST /api/v1/api-keys HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${rest}`)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  it('gives up on who never ends their headers', async () => {
    const since = Date.now()
    expect(await raw(app.url, 'GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /)
    expect(Date.now() - since).toBeLessThan(20_000)
  })

  it('lets nothing of an answer be sniffed, framed or kept', async () => {
    const { headers } = await app.ask('GET', '/api/v1/me', { key })
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'referrer-policy': 'same-origin',
    })
    expect(headers.has('access-control-allow-origin')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
  })

  it('lets no other origin read', async () => {
    const asked = await app.ask('OPTIONS', '/api/v1/me', {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    })
    expect(asked.headers.has('access-control-allow-origin')).toBe(false)
  })
})

/** Says bytes to a server, and answers what comes back. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}
