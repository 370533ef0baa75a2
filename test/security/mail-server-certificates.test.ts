/** What a mail server shows us is verified, always: before a password is said, and before a mail is. */
import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createSubmitter,
  failureOf,
  openImap,
  type ServerTrust,
  trySmtp,
} from '../../packages/server/src/channels/email/index.ts'
import { EXPIRED_CERTIFICATE } from '../../packages/server/test/fixtures/expired-certificate.ts'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

interface Told {
  readonly port: number
  /** All that was said to it. */
  heard(): string
}

/** Whoever stands in the way: speaks as a mail server as far as STARTTLS, with the certificate, and listens. */
async function listener(
  protocol: 'imap' | 'smtp',
  security: 'tls' | 'starttls',
  certificate: typeof LOCALHOST_CERTIFICATE,
): Promise<Told> {
  let heard = ''
  const greeting =
    protocol === 'imap' ? '* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hello\r\n' : '220 hello ESMTP\r\n'
  const encrypt = (socket: Socket): TLSSocket => {
    const context = createSecureContext({ cert: certificate.certificate, key: certificate.key })
    const tls = new TLSSocket(socket, { isServer: true, secureContext: context })
    tls.on('error', () => undefined)
    tls.on('data', (data) => {
      heard += data.toString()
    })
    return tls
  }
  const answer = (socket: Socket, said: string): void => {
    heard += said
    const tag = said.split(' ')[0] ?? ''
    if (/STARTTLS/iu.test(said)) {
      socket.write(protocol === 'imap' ? `${tag} OK begin\r\n` : '220 begin\r\n')
      socket.removeAllListeners('data')
      encrypt(socket)
    } else if (protocol === 'smtp') socket.write('250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n')
    else socket.write(`* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n${tag} OK done\r\n`)
  }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (security === 'tls') {
      encrypt(socket).write(greeting)
      return
    }
    socket.write(greeting)
    socket.on('data', (data) => answer(socket, data.toString()))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  open.push(server)
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the server listens nowhere')
  return { port: at.port, heard: () => heard }
}

const SECRET = 'hush-hush'
const trusting = ({ certificate }: typeof LOCALHOST_CERTIFICATE): ServerTrust => ({ ca: certificate })

const BAD = [
  ['of nobody whom we know', 'localhost', LOCALHOST_CERTIFICATE, {}, 'certificate-unknown'],
  ['for another name', '127.0.0.1', LOCALHOST_CERTIFICATE, trusting(LOCALHOST_CERTIFICATE), 'certificate-name'],
  ['that has expired', 'localhost', EXPIRED_CERTIFICATE, trusting(EXPIRED_CERTIFICATE), 'certificate-expired'],
] as const

describe.each(['tls', 'starttls'] as const)('attack 30: a bad certificate is refused, by %s', (security) => {
  for (const [what, host, certificate, trust, failure] of BAD) {
    it(`by fetching over IMAP: one ${what}`, async () => {
      const { port, heard } = await listener('imap', security, certificate)
      const account = { host, port, security, username: 'care', password: SECRET }
      const error = await openImap(account, trust).catch((error: unknown) => error)
      expect(failureOf(error).code).toBe(failure)
      expect(heard()).not.toMatch(/LOGIN|AUTHENTICATE/iu)
    })

    it(`by sending over SMTP: one ${what}`, async () => {
      const { port, heard } = await listener('smtp', security, certificate)
      const account = { host, port, security, signIn: { username: 'care', password: SECRET } }
      expect(await trySmtp(account, trust)).toMatchObject({ code: failure })
      const submitter = createSubmitter(account, trust)
      const sent = await submitter.submit(
        { from: '', to: ['ada@home.example'] },
        Buffer.from('Subject: x\r\n\r\nx\r\n'),
      )
      await submitter.close()
      expect(sent).toMatchObject({ accepted: [], refused: [{ permanent: false }], failure: { code: failure } })
      expect(heard()).not.toMatch(/AUTH|MAIL FROM|Subject/iu)
    })
  }
})

describe('attack 30: encryption that was asked for is not done without', () => {
  it('where the server offers none, nothing is said', async () => {
    const heard: string[] = []
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write('220 hello ESMTP\r\n')
      socket.on('data', (data) => {
        heard.push(data.toString())
        socket.write(/^EHLO/iu.test(data.toString()) ? '250-here\r\n250 AUTH PLAIN\r\n' : '502 not that\r\n')
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    open.push(server)
    const at = server.address()
    const port = at !== null && typeof at === 'object' ? at.port : 0
    const signIn = { username: 'care', password: SECRET }
    expect(await trySmtp({ host: 'localhost', port, security: 'starttls', signIn })).toMatchObject({
      code: 'no-encryption',
    })
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM/u)
  })
})
