import { SMTPStream } from 'smtp-server/lib/smtp-stream.js'

const CR = 0x0d
const LF = 0x0a
const DOT = 0x2e
/** What a dot must follow to begin a line (RFC 5321 §2.3.8): a bare LF or CR ends none. */
const LINE_BREAK_AND_DOT = Buffer.from('\r\n.')

type Done = (error?: Error | null) => void

/**
 * Parts commands from mail, as smtp-server does, but reads mail by the letter of RFC 5321 §4.1.1.4 and §4.5.2: it ends with
 * CRLF . CRLF alone, and only a dot behind CRLF is taken out. Whoever takes a bare LF for the end of a line reads another
 * mail, or one mail more, than was sent.
 */
export class MailStream extends SMTPStream {
  /** Called with what came in while mail is sent; `done` when more may come. */
  override _feedDataStream(chunk: Buffer, done: Done): void {
    const bytes = this._lastBytes === false ? chunk : Buffer.concat([this._lastBytes, chunk])
    this._lastBytes = false
    const content: Buffer[] = []
    let from = 0
    for (let dot = this.#firstDot(bytes); dot !== undefined; dot = nextDot(bytes, from)) {
      const what = readDot(bytes, dot)
      if (what === 'unsure') {
        // The line break is kept with it, by which it is known again.
        const held = Math.max(from, dot - 2)
        content.push(bytes.subarray(from, held))
        this._lastBytes = bytes.subarray(held)
        this.#give(content, done)
        return
      }
      content.push(bytes.subarray(from, dot))
      if (what === 'end') {
        this.#end(content, bytes.subarray(dot + 3), done)
        return
      }
      this._atDataStart = false
      from = dot + 1
    }
    const held = bytes.length - unfinishedBreak(bytes, from)
    content.push(bytes.subarray(from, held))
    if (held < bytes.length) this._lastBytes = bytes.subarray(held)
    this.#give(content, done)
  }

  #firstDot(bytes: Buffer): number | undefined {
    if (this._atDataStart && bytes[0] === DOT) return 0
    if (bytes.length > 0) this._atDataStart = false
    return nextDot(bytes, 0)
  }

  #give(content: readonly Buffer[], done: Done): void {
    const bytes = joined(content)
    const stream = this._dataStream
    if (bytes.length === 0 || stream === null) return done()
    this._countDataBytes(bytes.length)
    if (!stream.writable || stream.write(bytes) || stream.destroyed) return done()
    // A stream that its reader gave up never drains, it only closes.
    const goOn = (): void => {
      stream.off('drain', goOn).off('close', goOn)
      done()
    }
    stream.on('drain', goOn).on('close', goOn)
  }

  #end(content: readonly Buffer[], rest: Buffer, done: Done): void {
    const bytes = joined(content)
    this._countDataBytes(bytes.length)
    this._endDataMode(bytes.length > 0 ? bytes : false, rest, done)
  }
}

function nextDot(bytes: Buffer, from: number): number | undefined {
  const found = bytes.indexOf(LINE_BREAK_AND_DOT, from)
  return found < 0 ? undefined : found + 2
}

/** What the dot that begins a line is, as far as the bytes behind it tell. */
function readDot(bytes: Buffer, dot: number): 'end' | 'stuffed' | 'unsure' {
  const left = bytes.length - dot - 1
  if (left === 0 || (left === 1 && bytes[dot + 1] === CR)) return 'unsure'
  return bytes[dot + 1] === CR && bytes[dot + 2] === LF ? 'end' : 'stuffed'
}

/** How many bytes at the end may be the beginning of a line break and a dot. */
function unfinishedBreak(bytes: Buffer, from: number): number {
  const { length } = bytes
  if (length - from >= 2 && bytes[length - 2] === CR && bytes[length - 1] === LF) return 2
  return length > from && bytes[length - 1] === CR ? 1 : 0
}

function joined(pieces: readonly Buffer[]): Buffer {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
}
