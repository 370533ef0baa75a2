import { createServer } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDns } from '../../../../test/dns-server.ts'
import { LOCALHOST_CERTIFICATE } from '../../../../test/fixtures/localhost-certificate.ts'
import type { MailServer } from '../mail-server.ts'
import { type GuessOptions, guessServers } from './guess-servers.ts'
import { KNOWN_PROVIDERS } from './known-providers.ts'
import { reachesImap, reachesSmtp } from './reach.ts'

let dns: Awaited<ReturnType<typeof startDns>>
beforeAll(async () => {
  dns = await startDns({
    'SRV _imaps._tcp.mill.example': [
      { priority: 20, port: 993, target: 'late.mill.example' },
      { priority: 10, port: 1993, target: 'Post.mill.example' },
    ],
    'SRV _submission._tcp.mill.example': [{ priority: 1, port: 587, target: 'out.mill.example' }],
    'SRV _imaps._tcp.hosted.example': [{ priority: 1, port: 993, target: 'imap.hoster.example' }],
    'SRV _submissions._tcp.hosted.example': [{ priority: 1, port: 465, target: 'smtp.hoster.example' }],
    'SRV _submission._tcp.hosted.example': [{ priority: 1, port: 587, target: 'old.hoster.example' }],
    'SRV _imaps._tcp.none.example': [{ priority: 0, port: 0, target: '' }],
    'MX shop.example': [
      { priority: 5, target: 'shop-example.mail.protection.outlook.com' },
      { priority: 50, target: 'backup.shop.example' },
    ],
    'MX evil.example': [{ priority: 5, target: 'mx.notgoogle.com' }],
  })
})
afterAll(() => dns.close())

const nobody = { imap: async () => false, smtp: async () => false }
const guess = (address: string, reaches: GuessOptions['reaches'] & object = nobody) =>
  guessServers(address, { resolver: dns.resolver, reaches })

describe('the servers of an address', () => {
  it('are those of its provider, where that is well known, whoever’s domain it is', async () => {
    expect(await guess('Ada@Gmail.com')).toMatchObject({
      by: 'known',
      fetching: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      sending: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
      wantsOwnPassword: true,
      consent: 'google',
      isElsewhere: false,
    })
    expect(await guess('care@shop.example')).toMatchObject({
      by: 'known',
      fetching: { host: 'outlook.office365.com' },
      consent: 'microsoft',
    })
    expect(await guess('x@evil.example')).toMatchObject({ by: 'none', consent: undefined })
  })

  it('are those that its domain names; names outside of it are for a person to look at', async () => {
    expect(await guess('care@mill.example')).toMatchObject({
      by: 'dns',
      fetching: { host: 'post.mill.example', port: 1993, security: 'tls' },
      sending: { host: 'out.mill.example', port: 587, security: 'starttls' },
      isElsewhere: false,
    })
    expect(await guess('care@hosted.example')).toMatchObject({
      by: 'dns',
      fetching: { host: 'imap.hoster.example' },
      sending: { host: 'smtp.hoster.example', port: 465, security: 'tls' },
      isElsewhere: true,
    })
  })

  it('are else the first of the usual names that answers', async () => {
    const asked: string[] = []
    const reaching = (hosts: readonly string[]) => async (server: MailServer) => {
      asked.push(`${server.host}:${server.port}`)
      return hosts.includes(`${server.host}:${server.port}`)
    }
    const imap = reaching(['mail.none.example:993', 'none.example:993'])
    const smtp = reaching(['mail.none.example:587', 'mail.none.example:465'])
    expect(await guess('care@none.example', { imap, smtp })).toMatchObject({
      by: 'tried',
      fetching: { host: 'mail.none.example', port: 993, security: 'tls' },
      sending: { host: 'mail.none.example', port: 465, security: 'tls' },
      isElsewhere: false,
    })
    expect(asked).toContain('imap.none.example:993')
    expect(await guess('care@nothing.example')).toEqual({
      by: 'none',
      fetching: undefined,
      sending: undefined,
      isElsewhere: false,
      wantsOwnPassword: false,
      consent: undefined,
    })
  })
})

it('every known server is reached encrypted', () => {
  for (const { fetching, sending } of KNOWN_PROVIDERS) {
    expect(fetching).toMatchObject({ port: 993, security: 'tls' })
    expect(`${sending.port} ${sending.security}`).toMatch(/^(465 tls|587 starttls)$/)
  }
  const domains = KNOWN_PROVIDERS.flatMap((each) => each.domains)
  expect(new Set(domains).size).toBe(domains.length)
})

it('a server answers where it speaks as it should and its certificate is good', async () => {
  const { certificate: cert, key } = LOCALHOST_CERTIFICATE
  const imap = createServer({ cert, key }, (socket) => {
    socket.on('error', () => undefined)
    socket.write('* OK here\r\n')
  })
  const smtp = new SMTPServer({ secure: true, cert, key, logger: false })
  smtp.on('error', () => undefined)
  await new Promise<void>((listening) => imap.listen(0, '127.0.0.1', listening))
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening))
  const portOf = (at: unknown): number => Number(Reflect.get(Object(at), 'port'))
  const server = (of: { address(): unknown }): MailServer => ({
    host: 'localhost',
    port: portOf(of.address()),
    security: 'tls',
  })
  const trust = { ca: cert }
  expect(await reachesImap(server(imap), trust)).toBe(true)
  expect(await reachesSmtp(server(smtp.server), trust)).toBe(true)
  // Without trust in its certificate, and each asked for the other.
  expect(await reachesImap(server(imap))).toBe(false)
  expect(await reachesSmtp(server(smtp.server))).toBe(false)
  expect(await reachesImap(server(smtp.server), trust)).toBe(false)
  expect(await reachesImap({ ...server(imap), port: 1 }, trust)).toBe(false)
  await new Promise<void>((closed) => smtp.close(() => closed()))
  imap.close()
})
