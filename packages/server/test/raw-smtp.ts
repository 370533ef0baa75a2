import { createConnection, type Socket } from 'node:net'

/** A conversation over SMTP, byte by byte, as no well-bred client would have it. */
export interface RawSmtp {
  readonly socket: Socket
  /** Sends bytes as they are. */
  send(bytes: string | Buffer): void
  /** The next whole reply, its lines joined by LF. */
  reply(): Promise<string>
  /** Sends a command line and answers the reply. */
  say(line: string): Promise<string>
  /** Settled when the other side has ended. */
  readonly ended: Promise<void>
  close(): void
}

/** Connects and reads the greeting. */
export async function rawSmtp(port: number): Promise<RawSmtp> {
  const socket = createConnection(port, '127.0.0.1')
  socket.on('error', () => undefined)
  let text = ''
  const waiting: ((reply: string) => void)[] = []
  const look = (): void => {
    for (;;) {
      const end = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(text)?.[0]
      const next = end === undefined ? undefined : waiting.shift()
      if (end === undefined || next === undefined) return
      text = text.slice(end.length)
      next(end.trimEnd().replaceAll('\r\n', '\n'))
    }
  }
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    look()
  })
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.once('close', () => {
    for (const answer of waiting.splice(0)) answer('')
  })
  const smtp: RawSmtp = {
    socket,
    ended,
    send: (bytes) => void socket.write(bytes),
    reply: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        look()
        if (socket.destroyed) for (const answer of waiting.splice(0)) answer('')
      }),
    say(line) {
      smtp.send(`${line}\r\n`)
      return smtp.reply()
    },
    close: () => socket.destroy(),
  }
  await smtp.reply()
  return smtp
}

/** Dots behind line breaks doubled, as RFC 5321 §4.5.2 has it, and the end. */
export function stuffed(mail: Buffer | string): Buffer {
  const text = Buffer.isBuffer(mail) ? mail.toString('latin1') : Buffer.from(mail).toString('latin1')
  const body = text.replace(/^\./, '..').replaceAll('\r\n.', '\r\n..')
  return Buffer.from(`${body}${body === '' || body.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1')
}

export interface RawMail {
  readonly from?: string
  readonly to: readonly string[]
  /** Sent as it stands, dot-stuffed. */
  readonly mail: Buffer | string
}

/** One mail in a session that has said EHLO; answers the reply to the whole, or to what refused it. */
export async function sendRaw(smtp: RawSmtp, { from = 'carla@home.example', to, mail }: RawMail): Promise<string> {
  const sender = await smtp.say(`MAIL FROM:<${from}>`)
  if (!sender.startsWith('250')) return sender
  for (const recipient of to) {
    const reply = await smtp.say(`RCPT TO:<${recipient}>`)
    if (!reply.startsWith('250')) return reply
  }
  const ready = await smtp.say('DATA')
  if (!ready.startsWith('354')) return ready
  smtp.send(stuffed(mail))
  return smtp.reply()
}

/** A session of its own for one mail. */
export async function sendOne(port: number, mail: RawMail): Promise<string> {
  const smtp = await rawSmtp(port)
  try {
    await smtp.say('EHLO client.example')
    return await sendRaw(smtp, mail)
  } finally {
    smtp.close()
  }
}
