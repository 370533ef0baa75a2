/** Pictures that strangers' mails name on servers of their own: fetched by this server, which must not be led anywhere else. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Entry, Ticket } from '@avow/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { openRequest } from '../../packages/server/src/features/tickets/index.ts'
import {
  fetchOutward,
  isPublicAddress,
  type Outward,
  OutwardRefused,
  PUBLIC_WEB,
} from '../../packages/server/src/outward/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'

/** One dot. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"/>'

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/dot.gif': (_, reply) => void reply.writeHead(200, { 'set-cookie': 'a=b', 'content-type': 'text/html' }).end(GIF),
  '/dot.gif?a=1&b=2': (_, reply) => void reply.end(GIF),
  '/drawn.png': (_, reply) => void reply.writeHead(200, { 'content-type': 'image/png' }).end(SVG),
  '/page.jpg': (_, reply) => void reply.writeHead(200, { 'content-type': 'image/jpeg' }).end('<html><script>hit()'),
  '/large': (_, reply) => void reply.end(Buffer.concat([GIF, Buffer.alloc(5_000_000)])),
  '/endless': (_, reply) => {
    const more = (): boolean => (reply.destroyed ? false : reply.write(Buffer.alloc(65_536)))
    reply.on('drain', more)
    more()
  },
  '/packed': (_, reply) => void reply.writeHead(200, { 'content-encoding': 'gzip' }).end(GIF),
  '/gone': (_, reply) => void reply.writeHead(404).end(GIF),
  '/cut': (_, reply) => {
    reply.writeHead(200, { 'content-length': 1000 }).write(GIF)
    setImmediate(() => reply.destroy())
  },
  '/once': leadsTo('/dot.gif'),
  '/thrice': leadsTo('/twice'),
  '/twice': leadsTo('/once'),
  '/four-times': leadsTo('/thrice'),
  '/round': leadsTo('/round'),
  '/inside': leadsTo('http://inside.example/dot.gif'),
  '/metadata': leadsTo('http://169.254.169.254/latest/meta-data/'),
  '/file': leadsTo('file:///etc/passwd'),
}

function leadsTo(address: string): RequestListener {
  return (_, reply) => void reply.writeHead(302, { location: address }).end()
}

let server: Server
let port: number
let asked: IncomingMessage[]
let app: TestApp
let key: string
let resolved: Map<string, number>

beforeAll(async () => {
  server = createServer((request, reply) => {
    asked.push(request)
    const answer = ANSWERS[request.url ?? '']
    if (answer === undefined) reply.writeHead(500).end()
    else answer(request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  port = typeof at === 'object' && at !== null ? at.port : 0
  app = await openTestApp({ desk: { outward: { resolve: async (host) => addressesOf(host), mayReach } } })
  key = await app.keyFor(['viewer'])
})

afterAll(async () => {
  await app?.close()
  server?.closeAllConnections()
  server?.close()
})

beforeEach(() => {
  asked = []
  resolved = new Map()
})

/** The public web, and a server of the test. */
const mayReach = (address: string): boolean => address === '127.0.0.1' || isPublicAddress(address)

function addressesOf(host: string): readonly string[] {
  const times = (resolved.get(host) ?? 0) + 1
  resolved.set(host, times)
  switch (host) {
    case 'pictures.example':
      return ['127.0.0.1']
    // Means the server of the test at first, and something inside a moment later.
    case 'turning.example':
      return times === 1 ? ['127.0.0.1'] : ['10.0.0.5']
    case 'both.example':
      return ['127.0.0.1', '10.0.0.5']
    case 'inside.example':
      return ['10.0.0.5']
    default:
      return []
  }
}

/** A ticket whose mail shows these pictures, as the desk reads it. */
async function showing(addresses: readonly string[]): Promise<{ readonly number: number; readonly entry: Entry }> {
  const { workspace, desk } = app
  const html = addresses.map((each) => `<img data-src="${each.replaceAll('&', '&amp;')}" />`).join('')
  const { number } = await transaction(desk.store, { workspace }, async (tx) =>
    openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
      message: { subject: 'Look', text: 'Look', html },
    }),
  )
  const read = await app.ask('GET', `/api/v1/tickets/${number}`, { key })
  const ticket: Ticket = JSON.parse(await read.text())
  const entry = ticket.entries.find(({ type }) => type === 'message.received')
  if (entry === undefined) throw new Error('no message')
  return { number, entry }
}

const load = (number: number, seq: number, place: number, by = key): Promise<Response> =>
  app.ask('GET', `/api/v1/tickets/${number}/messages/${seq}/pictures/${place}`, { key: by })

/** Status, code and whether the picture's server was asked, for a mail that shows this picture. */
async function tried(address: string): Promise<{ readonly status: number; readonly code?: unknown }> {
  const { number, entry } = await showing([address])
  const answer = await load(number, entry.seq, 0)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (answer.status === 200) return { status: 200 }
  return { status: answer.status, code: JSON.parse(bytes.toString()).code }
}

const here = (path: string, host = 'pictures.example'): string => `http://${host}:${port}${path}`

describe('a picture of another server', () => {
  it('is fetched by this server for who may read the ticket: no cookie, no referrer; as bytes that cannot run', async () => {
    const { number, entry } = await showing([here('/dot.gif'), here('/dot.gif?a=1&b=2')])
    expect(entry).toMatchObject({
      has_remote_images: true,
      remote_images: [here('/dot.gif'), here('/dot.gif?a=1&b=2')],
    })
    expect(asked).toEqual([])
    const answer = await load(number, entry.seq, 0)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(GIF)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/gif',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment',
      'cache-control': 'private, max-age=3600, immutable',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox;")
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await load(number, entry.seq, 1)).status).toBe(200)
    expect(asked.map(({ url }) => url)).toEqual(['/dot.gif', '/dot.gif?a=1&b=2'])
    for (const { headers } of asked) {
      expect(headers.host).toBe(`pictures.example:${port}`)
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
    }
  })

  it('is had by its place in a stored message alone: nobody names an address, and no stranger reads it', async () => {
    const { number, entry } = await showing([here('/dot.gif')])
    const stranger = await app.keyFor(['admin'], await app.makeWorkspace(`other-${number}`))
    expect((await load(number, entry.seq, 1)).status).toBe(404)
    expect((await load(number, entry.seq + 1, 0)).status).toBe(404)
    expect((await load(number + 1000, entry.seq, 0)).status).toBe(404)
    expect((await load(number, entry.seq, 0, stranger)).status).toBe(404)
    expect((await load(number, entry.seq, 0, 'nobody')).status).toBe(401)
    expect(asked).toEqual([])
  })

  it.each([
    ['vector graphics that call themselves PNG', '/drawn.png'],
    ['a page that calls itself JPEG', '/page.jpg'],
    ['more than five megabytes', '/large'],
    ['something without end', '/endless'],
    ['something packed', '/packed'],
    ['no picture but a refusal', '/gone'],
    ['less than was announced', '/cut'],
    ['a redirect too many', '/four-times'],
    ['redirects in a circle', '/round'],
  ])('is not shown where %s comes', async (_, path) => {
    expect(await tried(here(path))).toEqual({ status: 502, code: 'picture-not-loaded' })
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  it('may be three redirects away', async () => {
    expect(await tried(here('/thrice'))).toEqual({ status: 200 })
    expect(asked).toHaveLength(4)
  })
})

describe('attack 62: a picture that leads inside', () => {
  it.each(['/inside', '/metadata', '/file'])('a redirect to %s is judged anew, and not followed', async (path) => {
    expect(await tried(here(path))).toEqual({ status: 422, code: 'picture-not-allowed' })
    expect(asked).toHaveLength(1)
  })

  it('a name that turns inside after it was judged is not asked a second time', async () => {
    expect(await tried(here('/dot.gif', 'turning.example'))).toEqual({ status: 200 })
    expect(resolved.get('turning.example')).toBe(1)
    expect(await tried(here('/dot.gif', 'turning.example'))).toMatchObject({ code: 'picture-not-allowed' })
    expect(asked).toHaveLength(1)
  })

  it('a name that has an address inside beside a public one is refused whole', async () => {
    expect(await tried(here('/dot.gif', 'both.example'))).toMatchObject({ code: 'picture-not-allowed' })
    expect(asked).toEqual([])
  })

  it('without a policy of the tests, this machine and every port but the web’s are refused', async () => {
    for (const address of [
      'http://127.0.0.1/',
      `http://127.0.0.1:${port}/dot.gif`,
      'http://192.0.0.8:25/',
      'http://8.8.8.8:25/',
    ])
      await expect(ask(address, PUBLIC_WEB)).rejects.toThrow(OutwardRefused)
    expect(PUBLIC_WEB.mayReach('8.8.8.8', 80)).toBe(true)
    expect(PUBLIC_WEB.mayReach('2606:4700::1111', 443)).toBe(true)
    expect(PUBLIC_WEB.mayReach('8.8.8.8', 8080)).toBe(false)
    expect(asked).toEqual([])
  })

  /** Any port, so that nothing but the address is judged. */
  const anyPort: Outward = { ...PUBLIC_WEB, mayReach: isPublicAddress }

  const ask = (address: string, outward = anyPort): Promise<Buffer> =>
    fetchOutward(address, { outward, accept: 'image/*', mostBytes: 1000, deadlineMs: 60_000 })

  it.each([
    ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '017700000001', '0177.0.0.1', '0x7f000001'],
    ...['0x7f.1', '0x7f.0x0.0x0.0x1', '127.0.0.1.', '１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1'],
    ...['localhost', 'LOCALHOST', '0', '0.0.0.0', '00000000'],
    ...['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b:1::10.0.0.1]', '[2002:7f00:1::]', '[2002:a00:1::1]'],
    ...[
      '[2001::7f00:1]',
      '[fe80::1]',
      '[fc00::1]',
      '[fd00:ec2::254]',
      '[ff02::1]',
      '[fec0::1]',
      '[2001:db8::1]',
      '[100::1]',
    ],
    ...['10.0.0.1', '012.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', '100.127.255.255'],
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '169.254.170.2', '100.100.100.200', '168.63.129.16'],
    ...[
      '192.0.0.192',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '255.255.255.255',
      '240.0.0.1',
    ],
  ])('at %s is refused, and nothing is connected to', async (host) => {
    await expect(ask(`http://${host}:${port}/dot.gif`)).rejects.toThrow(OutwardRefused)
    expect(asked).toEqual([])
  })

  it.each([
    ...['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::', '::ffff:10.0.0.1', 'fe80::1%lo', 'fd00::1'],
    ...['64:ff9b::a00:1', '2002:a00:1::1', '100.64.0.1', '0.0.0.0', 'nonsense', ''],
  ])('behind a name that means %s is refused', async (address) => {
    await expect(
      ask(`http://picture.example:${port}/`, { ...anyPort, resolve: async () => [address] }),
    ).rejects.toThrow(OutwardRefused)
    expect(asked).toEqual([])
  })

  it.each([
    ...['file:///etc/passwd', 'ftp://pictures.example/a.gif', 'gopher://127.0.0.1/', 'data:image/gif;base64,R0lGOD'],
    ...[
      'javascript:hit()',
      '//127.0.0.1/',
      'http://user:pass@pictures.example/',
      'http://8.8.8.8@127.0.0.1/',
      'http://',
    ],
  ])('as %s is refused', async (address) => {
    await expect(ask(address)).rejects.toThrow(OutwardRefused)
    expect(asked).toEqual([])
  })

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'does not make %s an address inside',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})
