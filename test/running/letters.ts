import { createHash, randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'

/** A mail as a customer writes one. */
export interface Letter {
  readonly from: string
  readonly to: string
  readonly messageId: string
  /** Hexadecimal SHA-256 of the bytes between DATA and the final dot. */
  readonly sha256: string
  readonly raw: string
}

export interface NewLetter {
  readonly from?: string
  readonly to: string
  readonly subject?: string
  readonly text?: string
  readonly inReplyTo?: string
}

/** Writes a letter, with words of its own that no other has. */
export function letter({ from, to, subject = 'The kettle leaks', text = 'What now?', inReplyTo }: NewLetter): Letter {
  const id = randomUUID()
  const sender = from ?? `customer-${id}@home.example`
  const messageId = `<${id}@home.example>`
  const raw = [
    `From: Carla Customer <${sender}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    `Date: ${new Date().toUTCString()}`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    `It is about ${id}.`,
    '',
  ].join('\r\n')
  return { from: sender, to, messageId, raw, sha256: createHash('sha256').update(raw).digest('hex') }
}

/** What became of one try to send: the server's reply code, or undefined where the connection ended without one. */
export async function trySending(port: number, { from, to, raw }: Letter): Promise<number | undefined> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ envelope: { from, to }, raw })
    return Number(response.slice(0, 3))
  } catch (error) {
    return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined
  } finally {
    transport.close()
  }
}

/** Sends a letter that is expected to be taken. */
export async function send(port: number, sent: Letter): Promise<Letter> {
  const code = await trySending(port, sent)
  if (code !== 250) throw new Error(`the letter was answered with ${code}`)
  return sent
}
