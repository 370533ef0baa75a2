import { SMTPServer } from 'smtp-server'

/** A mail server of the world outside that takes everything, and remembers it. */
export interface Receiver {
  readonly port: number
  /** Each mail that it answered with 250. */
  readonly taken: readonly ReceivedMail[]
  stop(): Promise<void>
}

export interface ReceivedMail {
  readonly to: string
  readonly messageId: string
}

export function receiveMail(): Promise<Receiver> {
  const taken: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, reply) {
      let text = ''
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      stream.once('end', () => {
        const messageId = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? ''
        taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId })
        reply()
      })
    },
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.server.address()
      if (at === null || typeof at === 'string') reject(new Error('no port'))
      else resolve({ port: at.port, taken, stop: () => new Promise((done) => server.close(done)) })
    })
  })
}
