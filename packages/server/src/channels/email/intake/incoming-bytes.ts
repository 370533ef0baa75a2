import type { SMTPServerDataStream } from 'smtp-server'

/** More bytes came than a mail may have. */
export class MailTooLarge extends Error {
  override readonly name = 'MailTooLarge'
}

/** A sender that goes on and on after its mail was too large is cut off at so many times the limit. */
const PATIENCE = 2

/**
 * The bytes of a mail as they come in. A mail that grows beyond `most` bytes is read to its end all the same, since the
 * answer to it may not come before, and then throws MailTooLarge; one that does not end is cut off.
 */
export async function* incomingBytes(stream: SMTPServerDataStream, most: number): AsyncIterable<Uint8Array> {
  let size = 0
  // Whoever stops reading here leaves the rest to readToEnd.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size <= most) yield chunk
    else if (size > most * PATIENCE) {
      stream.destroy()
      break
    }
  }
  if (size > most) throw new MailTooLarge(`more than ${most} bytes`)
}

/** Takes in what is left of a mail that was given up, so that the sender hears the answer behind it. */
export function readToEnd(stream: SMTPServerDataStream, most: number): Promise<void> {
  return new Promise((resolve) => {
    if (stream.readableEnded || stream.destroyed) return resolve()
    stream
      .once('close', resolve)
      .once('end', resolve)
      .once('error', () => resolve())
    stream.on('data', () => {
      if (stream.byteLength > most * PATIENCE) stream.destroy()
    })
    stream.resume()
  })
}
