/** Where the parts of JSON end in bytes, for the plain shapes that a line of a history has. -1: look at it with JSON.parse. */

const PLAIN = 0
const QUOTE = 1
const HIGH = 2
const STOP = 3
const BACKSLASH = 0x5c
/** The letters that may follow a backslash. */
const ESCAPED: readonly number[] = [...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0))
/** What a byte means inside a string: escapes and control characters stop a plain one, and the line's end does so too. */
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x22 ? QUOTE : byte < 0x20 || byte === 0x5c ? STOP : byte < 0x80 ? PLAIN : HIGH,
)

/** The strings of JSON in bytes. Lines end with a line feed, at which everything stops. */
export class JsonStrings {
  /** A byte above ASCII was passed since this was last put back. */
  high = false

  /** The closing quote of a string without escapes whose text begins at `start`, or -1. */
  closingQuote(bytes: Uint8Array, start: number): number {
    for (let at = start; ; at++) {
      const found = CLASS[bytes[at] as number]
      if (found === PLAIN) continue
      if (found === QUOTE) return at
      if (found === STOP) return -1
      this.high = true
    }
  }

  /** As `closingQuote`, for a string whose text nobody asks for: it may have escapes. */
  closingQuoteOfAny(bytes: Uint8Array, start: number): number {
    for (let at = start; ; at++) {
      const found = CLASS[bytes[at] as number]
      if (found === QUOTE) return at
      if (found === HIGH) this.high = true
      if (found !== STOP) continue
      if (bytes[at] !== BACKSLASH) return -1
      at++
      if (bytes[at] === 0x75) {
        for (const end = at + 4; at < end; at++) if (!isHexDigit(bytes[at + 1])) return -1
      } else if (!ESCAPED.includes(bytes[at] ?? 0)) return -1
    }
  }

  /** The end of a list or object that begins at `start` and holds no other, or -1. Whether it is well formed is not asked. */
  flatEnd(bytes: Uint8Array, start: number): number {
    const close = bytes[start] === 0x5b ? 0x5d : 0x7d
    for (let at = start + 1; ; at++) {
      const byte = bytes[at] as number
      if (byte === close) return at + 1
      if (byte === 0x22) {
        at = this.closingQuote(bytes, at + 1)
        if (at < 0) return -1
      } else if (byte === 0x0a || byte > 0x7f || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d)
        return -1
    }
  }
}

/** The end of a number, `true`, `false` or `null` that begins at `start`, or -1. */
export function literalEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start] as number
  if (first === 0x74) return wordEnd(bytes, start, TRUE)
  if (first === 0x66) return wordEnd(bytes, start, FALSE)
  if (first === 0x6e) return wordEnd(bytes, start, NULL)
  let at = first === 0x2d ? start + 1 : start
  if (!isDigit(bytes[at])) return -1
  if (bytes[at] === 0x30) at++
  else at = digitsEnd(bytes, at)
  if (bytes[at] === 0x2e) {
    if (!isDigit(bytes[at + 1])) return -1
    at = digitsEnd(bytes, at + 1)
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++
    if (!isDigit(bytes[at])) return -1
    at = digitsEnd(bytes, at)
  }
  return at
}

/** The end of `null`, or -1. */
export function nullEnd(bytes: Uint8Array, start: number): number {
  return bytes[start] === 0x6e ? wordEnd(bytes, start, NULL) : -1
}

/** The end of a whole number without sign, leading zeros or more than 15 digits, or -1: it reads the same as its text. */
export function plainCountEnd(bytes: Uint8Array, start: number): number {
  if (!isDigit(bytes[start])) return -1
  const end = digitsEnd(bytes, start)
  if (end - start > 15 || (bytes[start] === 0x30 && end > start + 1)) return -1
  const after = bytes[end]
  return after === 0x2e || after === 0x65 || after === 0x45 ? -1 : end
}

/** The whole number that `plainCountEnd` found. */
export function plainCount(bytes: Uint8Array, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) number = number * 10 + (bytes[at] as number) - 0x30
  return number
}

/** The first byte from `at` on that is no space. The line's end is none here. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at
  for (let byte = bytes[next]; byte === 0x20 || byte === 0x09 || byte === 0x0d; byte = bytes[next]) next++
  return next
}

const TRUE = Uint8Array.of(0x74, 0x72, 0x75, 0x65)
const FALSE = Uint8Array.of(0x66, 0x61, 0x6c, 0x73, 0x65)
const NULL = Uint8Array.of(0x6e, 0x75, 0x6c, 0x6c)

/** The end of a word of which the first letter is known to stand at `start`, or -1. */
function wordEnd(bytes: Uint8Array, start: number, word: Uint8Array): number {
  for (let index = 1; index < word.length; index++) if (bytes[start + index] !== word[index]) return -1
  return start + word.length
}

function digitsEnd(bytes: Uint8Array, start: number): number {
  let at = start
  while (isDigit(bytes[at])) at++
  return at
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function isHexDigit(byte: number | undefined): boolean {
  return byte !== undefined && (isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66))
}
