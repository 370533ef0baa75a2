import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { ArchiveFile } from './archive-files.ts'
import { mailStamps } from './mail-stamps.ts'
import { type MboxFormat, mboxMails } from './mbox.ts'
import { deliveredAt, senderOf } from './separator-line.ts'

/** A mail that lay in an archive. */
export interface ArchivedMail {
  /** As it was, the quoting of an mbox undone. */
  readonly bytes: Buffer<ArrayBuffer>
  /** Bytes of all of it, where that is more than are kept. */
  readonly wholeSize: number | undefined
  /** When it was received, as a machine noted it; UTC ms. */
  readonly arrived: number
  /** Of the envelope, empty for the null return path; where nobody noted it the address that the mail says it is from. */
  readonly envelopeFrom: string
  /** Bytes of its file read with it. */
  readonly read: number
}

export interface ArchivedMailOptions {
  /** The largest mail that is kept whole, bytes. */
  readonly most: number
  readonly format?: MboxFormat | undefined
}

const CHUNK = 1 << 18

/** The mails of a file, in their order; no more than one is held in memory. Throws what the file system says. */
export async function* archivedMails(
  { path, kind, size, at }: ArchiveFile,
  { most, format }: ArchivedMailOptions,
): AsyncGenerator<ArchivedMail> {
  if (kind === 'mail') {
    const bytes = await beginningOf(path, most)
    yield { bytes, wholeSize: size > bytes.length ? size : undefined, read: size, ...stampsOf(bytes, '', at) }
    return
  }
  let before = 0
  for await (const mail of mboxMails(createReadStream(path, { highWaterMark: CHUNK }), { most, format })) {
    const { bytes, wholeSize, separator, end } = mail
    yield { bytes, wholeSize, read: end - before, ...stampsOf(bytes, separator, at) }
    before = end
  }
}

/**
 * When a mail came and from whom: as the last server noted it in the mail, else as the mbox says, else as the file does. A
 * Date header is believed nowhere: its author writes it.
 */
function stampsOf(bytes: Buffer, separator: string, at: number): Pick<ArchivedMail, 'arrived' | 'envelopeFrom'> {
  const { received, returnPath, from } = mailStamps(bytes)
  return {
    arrived: received ?? deliveredAt(separator) ?? at,
    envelopeFrom: returnPath ?? senderOf(separator) ?? from ?? '',
  }
}

async function beginningOf(path: string, most: number): Promise<Buffer<ArrayBuffer>> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, most))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}
