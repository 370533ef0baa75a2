import { createServer, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createSubmitter } from './smtp-submitter.ts'
import type { Submitter } from './submitter.ts'

type Taken = { from: string; to: string[]; bytes: string }

const open: { close: () => unknown }[] = []

afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close()
})

/** A mail server on loopback that says no where it is told to. */
async function serve(options: SMTPServerOptions = {}): Promise<{ taken: Taken[]; port: number }> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = Number(/^(\d{3})@/u.exec(address)?.[1] ?? 0)
      done(code === 0 ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const bytes = Buffer.concat(chunks).toString('latin1')
        if (bytes.includes('VIRUS')) return done(Object.assign(new Error('not this mail'), { responseCode: 554 }))
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), bytes })
        done()
      })
    },
    ...options,
  })
  // A client that leaves in the middle is no fault of the server.
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  open.push({ close: () => new Promise<void>((closed) => server.close(closed)) })
  return { taken, port: portOf(server.server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens nowhere')
  return address.port
}

function submitterTo(address: string): Submitter {
  const submitter = createSubmitter(address)
  open.push(submitter)
  return submitter
}

const BYTES = Buffer.from('From: desk@shop.example\r\nSubject: x\r\n\r\nline\r\n.dot\r\n..two\r\n')

describe('a server that takes mail', () => {
  it('gets the bytes as they are, for the envelope and not for the headers', async () => {
    const { taken, port } = await serve()
    const to = ['ada@example.com', 'bob@example.com']
    const submitter = submitterTo(`smtp://127.0.0.1:${port}`)
    expect(await submitter.submit({ from: 'bounce@shop.example', to }, BYTES)).toEqual({ accepted: to, refused: [] })
    expect(taken).toEqual([{ from: 'bounce@shop.example', to, bytes: BYTES.toString('latin1') }])
  })

  it('gets mail to which nothing shall bounce', async () => {
    const { taken, port } = await serve()
    await submitterTo(`smtp://127.0.0.1:${port}`).submit({ from: '', to: ['ada@example.com'] }, BYTES)
    expect(taken[0]?.from).toBe('')
  })

  it('gets many mails at a time', async () => {
    const { taken, port } = await serve()
    const submitter = submitterTo(`smtp://127.0.0.1:${port}`)
    const mails = Array.from({ length: 50 }, (_, at) =>
      submitter.submit({ from: '', to: [`a${at}@example.com`] }, BYTES),
    )
    expect((await Promise.all(mails)).every(({ accepted }) => accepted.length === 1)).toBe(true)
    expect(taken).toHaveLength(50)
  })
})

describe('a server that refuses', () => {
  it('some addresses is reported address by address', async () => {
    const { taken, port } = await serve()
    const answer = await submitterTo(`smtp://127.0.0.1:${port}`).submit(
      { from: 'a@shop.example', to: ['550@example.com', 'ada@example.com', '451@example.com'] },
      BYTES,
    )
    expect(answer.accepted).toEqual(['ada@example.com'])
    expect(answer.refused).toMatchObject([
      {
        address: '550@example.com',
        code: 550,
        permanent: true,
        atRecipient: true,
        text: expect.stringContaining('no such mailbox'),
      },
      { address: '451@example.com', code: 451, permanent: false },
    ])
    expect(taken).toHaveLength(1)
  })

  it('every address', async () => {
    const { taken, port } = await serve()
    const answer = await submitterTo(`smtp://127.0.0.1:${port}`).submit(
      { from: 'a@shop.example', to: ['550@example.com', '450@example.com'] },
      BYTES,
    )
    expect(answer).toMatchObject({ accepted: [], refused: [{ permanent: true }, { permanent: false }] })
    expect(taken).toEqual([])
  })

  it('the mail itself', async () => {
    const { port } = await serve()
    const to = ['ada@example.com']
    const answer = await submitterTo(`smtp://127.0.0.1:${port}`).submit({ from: '', to }, Buffer.from('\r\nVIRUS\r\n'))
    expect(answer).toMatchObject({ accepted: [], refused: [{ address: to[0], code: 554, permanent: true }] })
  })

  it('the sender', async () => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, done) =>
      done(Object.assign(new Error('not you'), { responseCode: 553 }))
    const { port } = await serve({ onMailFrom })
    const answer = await submitterTo(`smtp://127.0.0.1:${port}`).submit(
      { from: 'x@y.example', to: ['a@b.example'] },
      BYTES,
    )
    expect(answer.refused).toMatchObject([{ address: 'a@b.example', code: 553, permanent: true }])
    // It says nothing of whom it was for.
    expect(answer.refused[0]).not.toHaveProperty('atRecipient')
  })

  it('our password may take the mail when the password is mended', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) => done(new Error('wrong'), undefined)
    const { port } = await serve({ onAuth, authOptional: false, allowInsecureAuth: true })
    const answer = await submitterTo(`smtp://me:wrong@127.0.0.1:${port}`).submit(
      { from: '', to: ['a@b.example'] },
      BYTES,
    )
    expect(answer.refused).toMatchObject([{ code: 535, permanent: false }])
  })
})

describe('a server that is not there', () => {
  it('refuses nothing for ever', async () => {
    const { port } = await serve()
    await open.splice(0)[0]?.close()
    const answer = await submitterTo(`smtp://127.0.0.1:${port}`).submit({ from: '', to: ['a@b.example'] }, BYTES)
    expect(answer).toMatchObject({ accepted: [], refused: [{ address: 'a@b.example', code: null, permanent: false }] })
  })

  it('or hangs up in the middle, neither', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end('220 hello\r\n')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    open.push({ close: () => server.close() })
    const answer = await submitterTo(`smtp://127.0.0.1:${portOf(server)}`).submit(
      { from: '', to: ['a@b.example'] },
      BYTES,
    )
    expect(answer).toMatchObject({ accepted: [], refused: [{ code: null, permanent: false }] })
  })

  it('or shows a certificate that nobody vouches for, neither', async () => {
    const { port, taken } = await serve({ secure: true })
    const mail = [{ from: '', to: ['a@b.example'] }, BYTES] as const
    expect(await submitterTo(`smtps://127.0.0.1:${port}`).submit(...mail)).toMatchObject({
      accepted: [],
      refused: [{ permanent: false }],
    })
    expect(taken).toEqual([])
  })
})

it('gives the server no address that could be two', async () => {
  const { taken, port } = await serve()
  const submitter = submitterTo(`smtp://127.0.0.1:${port}`)
  for (const evil of ['a@b.example\r\nRCPT TO:<x@y.example>', 'a@b.example,c@d.example', '<a@b.example>', '']) {
    await expect(submitter.submit({ from: '', to: [evil] }, BYTES)).rejects.toMatchObject({ code: 'address' })
  }
  await expect(submitter.submit({ from: 'a b@c.example', to: ['a@b.example'] }, BYTES)).rejects.toMatchObject({
    code: 'address',
  })
  expect(taken).toEqual([])
})
