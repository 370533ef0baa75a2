import { ByteWindow } from './byte-window.ts'
import { isSeparatorLine, looksLikeField } from './separator-line.ts'
import { type Quoting, unquoted } from './unquoted.ts'

/** How a file says where a mail ends and what stands for a line that begins with `From `. */
export const MBOX_FORMATS = ['mboxrd', 'mboxo', 'mboxcl', 'mboxcl2'] as const

export type MboxFormat = (typeof MBOX_FORMATS)[number]

export interface MboxOptions {
  /** The largest mail that is kept whole, bytes; of a larger one its beginning. */
  readonly most: number
  /** Where it is known. Left out, each mail is looked at: whether its Content-Length ends where the next one begins. */
  readonly format?: MboxFormat | undefined
}

/** A mail as it lay in an mbox, with the quoting of `From ` undone. */
export interface MboxMail {
  /** Without the line that begins it and the blank one that ends it. */
  readonly bytes: Buffer<ArrayBuffer>
  /** Bytes that lay there, where that is more than are kept. */
  readonly wholeSize: number | undefined
  /** The line that begins it. */
  readonly separator: string
  /** Offset in the file behind it, bytes. */
  readonly end: number
}

/** Longer lines begin no mail. */
const LONGEST_SEPARATOR = 1_000
/** What is looked at behind a line that may begin a mail: that line and the next. */
const AHEAD = 2 * LONGEST_SEPARATOR
/** Longer headers are looked through for no Content-Length. */
const LONGEST_HEADER = 1 << 20
const FROM = Buffer.from('\nFrom ')
/** Before a separator so many bytes tell whether a blank line is there. */
const BLANK = 4
const NEWLINE = 10
const RETURN = 13

/**
 * The mails of an mbox, one after the other, however long it is: no more than one mail is held in memory. What stands before
 * the first line that begins a mail is passed over.
 */
export async function* mboxMails(chunks: AsyncIterable<Uint8Array>, options: MboxOptions): AsyncGenerator<MboxMail> {
  const file = new MboxFile(chunks)
  let begin = await file.findSeparator(0)
  while (begin !== undefined) {
    file.drop(begin)
    const line = await file.lineAt(0)
    file.drop(line.next)
    const mail: BodyEnd = (await endByLength(file, options)) ?? (await endBySeparator(file, options))
    const { kept, whole, next, quoting } = mail
    yield {
      bytes: unquoted(kept, quoting),
      wholeSize: whole > kept.length ? whole : undefined,
      separator: line.text,
      end: file.offset + (next ?? file.window.length),
    }
    begin = next
  }
}

interface BodyEnd {
  /** The mail, or its beginning. */
  readonly kept: Buffer<ArrayBuffer>
  /** Bytes of all of it. */
  readonly whole: number
  /** Where the next one begins in the window; undefined behind the last. */
  readonly next: number | undefined
  readonly quoting: Quoting
}

class MboxFile {
  readonly window = new ByteWindow()
  /** Of the window's first byte in the file. */
  offset = 0
  readonly #chunks: AsyncIterator<Uint8Array>
  #isOver = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Reads until the window has so many bytes, or there are no more. Answers whether it has them. */
  async reach(count: number): Promise<boolean> {
    while (this.window.length < count && !this.#isOver) {
      const { done, value } = await this.#chunks.next()
      if (done === true) this.#isOver = true
      else this.window.add(value)
    }
    return this.window.length >= count
  }

  drop(count: number): void {
    this.offset += count
    this.window.drop(count)
  }

  /** The line at a place, without its end, and where the next begins. Of a very long one the beginning. */
  async lineAt(at: number): Promise<{ readonly text: string; readonly next: number }> {
    await this.reach(at + LONGEST_SEPARATOR)
    const { bytes } = this.window
    const end = bytes.indexOf(NEWLINE, at)
    const next = end < 0 ? bytes.length : end + 1
    const last = end > at && bytes[end - 1] === RETURN ? end - 1 : end < 0 ? bytes.length : end
    return { text: bytes.toString('latin1', at, Math.min(last, at + LONGEST_SEPARATOR)), next }
  }

  /** Where the first line from `at` on stands that begins a mail; what was looked through may be dropped by `passed`. */
  async findSeparator(from: number, passed: (looked: number) => number = () => 0): Promise<number | undefined> {
    let at = from
    if (at === 0 && (await this.#beginsMail(0, true))) return 0
    for (;;) {
      const found = this.window.bytes.indexOf(FROM, at)
      if (found >= 0) {
        if (await this.#beginsMail(found + 1, isBlankBefore(this.window.bytes, found + 1))) return found + 1
        at = found + 1
        continue
      }
      // The sign may lie across the end of what was read, and what stands before it is asked about.
      const looked = Math.max(at, this.window.length - FROM.length)
      at = looked - passed(Math.max(0, looked - BLANK))
      if (!(await this.reach(this.window.length + 1))) return undefined
    }
  }

  async #beginsMail(at: number, isAfterBlank: boolean): Promise<boolean> {
    await this.reach(at + AHEAD)
    const { text, next } = await this.lineAt(at)
    if (!text.startsWith('From ')) return false
    const isField = looksLikeField((await this.lineAt(next)).text)
    return isSeparatorLine(text) ? isAfterBlank || isField : isAfterBlank && isField
  }
}

/** The end that Content-Length names, where a mail begins there, or nothing comes. */
async function endByLength(file: MboxFile, { most, format }: MboxOptions): Promise<BodyEnd | undefined> {
  if (format === 'mboxrd' || format === 'mboxo') return undefined
  const body = await bodyOf(file, most)
  if (body === undefined || body.at + body.length > most) return undefined
  const end = body.at + body.length
  await file.reach(end + AHEAD)
  const { bytes } = file.window
  if (bytes.length < end) return undefined
  let next = end
  for (let blank = 0; blank < 2 && next < bytes.length; blank++) {
    if (bytes[next] === RETURN && bytes[next + 1] === NEWLINE) next += 2
    else if (bytes[next] === NEWLINE) next += 1
  }
  const isLast = next === bytes.length
  if (!isLast && !isSeparatorLine((await file.lineAt(next)).text)) return undefined
  const kept = Buffer.from(file.window.bytes.subarray(0, end))
  const isQuoted = format === 'mboxcl' || (format !== 'mboxcl2' && !kept.includes(FROM, Math.max(0, body.at - 1)))
  return { kept, whole: end, next: isLast ? undefined : next, quoting: isQuoted ? 'once' : 'none' }
}

/** Where the body begins, and the Content-Length of the header above it. */
async function bodyOf(file: MboxFile, most: number): Promise<{ at: number; length: number } | undefined> {
  const limit = Math.min(most, LONGEST_HEADER)
  for (let wanted = 4_096; ; wanted *= 4) {
    const isMore = await file.reach(wanted)
    const { bytes } = file.window
    const at = headerEnd(bytes)
    if (at !== undefined) {
      const found = /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/imu.exec(bytes.toString('latin1', 0, at))
      return found === null ? undefined : { at, length: Number(found[1]) }
    }
    if (!isMore || wanted >= limit) return undefined
  }
}

/** The end that the next line beginning a mail makes. */
async function endBySeparator(file: MboxFile, { most, format }: MboxOptions): Promise<BodyEnd> {
  const quoting: Quoting = format === 'mboxo' || format === 'mboxcl' ? 'once' : format === 'mboxcl2' ? 'none' : 'each'
  let kept: Buffer<ArrayBuffer> | undefined
  let dropped = 0
  // Of a mail that is too large the beginning is taken, and the rest let go as it comes.
  const next = await file.findSeparator(0, (looked) => {
    if (kept === undefined) {
      if (file.window.length <= most + AHEAD) return 0
      kept = Buffer.from(file.window.bytes.subarray(0, most))
    }
    dropped += looked
    file.drop(looked)
    return looked
  })
  const { bytes } = file.window
  const end = withoutBlank(bytes, next ?? bytes.length, dropped)
  const whole = dropped + end
  if (kept === undefined) return { kept: Buffer.from(bytes.subarray(0, Math.min(end, most))), whole, next, quoting }
  return { kept, whole, next, quoting }
}

/** The blank line before a separator belongs to it, unless it is the one that ends the header. */
function withoutBlank(bytes: Buffer, end: number, dropped: number): number {
  if (!isBlankBefore(bytes, end)) return end
  const before = end - (bytes[end - 2] === RETURN ? 2 : 1)
  return dropped === 0 && headerEnd(bytes.subarray(0, before)) === undefined ? end : before
}

/** Is what stands before `at` an empty line? */
function isBlankBefore(bytes: Buffer, at: number): boolean {
  if (at === 0) return true
  if (bytes[at - 1] !== NEWLINE) return false
  const before = at - (bytes[at - 2] === RETURN ? 2 : 1)
  return before === 0 || bytes[before - 1] === NEWLINE
}

/** Where the first empty line ends. */
function headerEnd(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] === NEWLINE) return at + 2
    if (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE) return at + 3
  }
  return undefined
}
