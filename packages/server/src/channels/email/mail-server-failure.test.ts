import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { failureOf, SignInAgain, trySmtp } from './index.ts'

const open: { close: () => unknown }[] = []
afterEach(() => {
  for (const { close } of open.splice(0)) close()
})

const portOf = (at: unknown): number =>
  typeof at === 'object' && at !== null ? Number(Reflect.get(at, 'port')) : Number.NaN

async function smtp(): Promise<number> {
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'care' && password === 'right' ? done(null, { user: 'care' }) : done(new Error('not you')),
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  open.push({ close: () => server.close() })
  return portOf(server.server.address())
}

describe('what stands in the way of sending is said by a code of its own', () => {
  const at = { host: '127.0.0.1', security: 'none' } as const
  const care = (password: string) => ({ username: 'care', password })

  it('nothing, a wrong password, and a port where nobody answers', async () => {
    const port = await smtp()
    expect(await trySmtp({ ...at, port, signIn: care('right') })).toBeUndefined()
    expect(await trySmtp({ ...at, port, signIn: undefined })).toBeUndefined()
    const refused = await trySmtp({ ...at, port, signIn: care('wrong-one') })
    expect(refused).toMatchObject({ code: 'sign-in' })
    expect(refused?.said).not.toContain('wrong-one')
    expect(await trySmtp({ ...at, port: 1, signIn: undefined })).toMatchObject({ code: 'port-closed' })
  })

  it('a name that no machine has', async () => {
    const account = { host: 'no-such-host.invalid', port: 465, security: 'tls', signIn: undefined } as const
    expect(await trySmtp(account)).toMatchObject({ code: 'no-such-host' })
  })

  it('something else at the port, and something that hangs up', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    open.push({ close: () => server.close() })
    const port = portOf(server.address())
    for (const security of ['none', 'tls', 'starttls'] as const)
      expect(await trySmtp({ host: '127.0.0.1', port, security, signIn: undefined })).toMatchObject({
        code: expect.stringMatching(/^(no-answer|other)$/),
      })
  })
})

describe('an error', () => {
  const coded = (code: string, message = 'x') => failureOf(Object.assign(new Error(message), { code })).code
  it('of the clock, of a consent, or of anything else', () => {
    expect(['ETIMEDOUT', 'CONNECT_TIMEOUT', 'ETIMEOUT', 'GREETING_TIMEOUT'].map((code) => coded(code))).toEqual(
      Array(4).fill('too-slow'),
    )
    expect(failureOf(new SignInAgain('token has been revoked'))).toEqual({
      code: 'sign-in-again',
      said: 'token has been revoked',
    })
    expect(failureOf('what?\r\n now')).toEqual({ code: 'other', said: 'what? now' })
  })
})
