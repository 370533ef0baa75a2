/**
 * UTF-8 by our own hand: core knows neither Node's Buffer nor the page's TextDecoder. A lone surrogate, which a JSON
 * escape can name, is written as the three bytes of its number, so that every string comes back as it was.
 */

/** Writes `text` into `into`, which is grown where it is too short. Answers the bytes and how many there are. */
export function encodeUtf8(text: string, into: Uint8Array): { readonly bytes: Uint8Array; readonly length: number } {
  const bytes = into.length >= 3 * text.length ? into : new Uint8Array(Math.max(2 * into.length, 3 * text.length))
  let length = 0
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index)
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6)
      bytes[length++] = 0x80 | (code & 0x3f)
      continue
    }
    const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0
    if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00)
      index++
      bytes[length++] = 0xf0 | (code >> 18)
      bytes[length++] = 0x80 | ((code >> 12) & 0x3f)
    } else bytes[length++] = 0xe0 | (code >> 12)
    bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
    bytes[length++] = 0x80 | (code & 0x3f)
  }
  return { bytes, length }
}

/** A plain list: `fromCharCode` takes its arguments from one much quicker than from a typed array. */
const UNITS: number[] = new Array<number>(4096).fill(0)
const REPLACED = 0xfffd

/** The text of `bytes[start, end)`. What is not UTF-8 becomes U+FFFD, a byte at a time; written surrogates come back. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let units = 0
  let at = start
  while (at < end) {
    if (units > UNITS.length - 2) {
      text += textOf(units)
      units = 0
    }
    const first = bytes[at] as number
    if (first < 0x80) {
      UNITS[units++] = first
      at++
      continue
    }
    const length = lengthOf(bytes, at, end, true)
    if (length === 0) {
      UNITS[units++] = REPLACED
      at++
      continue
    }
    let code = length === 2 ? first & 0x1f : length === 3 ? first & 0x0f : first & 0x07
    for (let index = 1; index < length; index++) code = (code << 6) | ((bytes[at + index] as number) & 0x3f)
    at += length
    if (code >= 0x10000) {
      UNITS[units++] = 0xd800 + ((code - 0x10000) >> 10)
      code = 0xdc00 + ((code - 0x10000) & 0x3ff)
    }
    UNITS[units++] = code
  }
  return text + textOf(units)
}

function textOf(units: number): string {
  return Reflect.apply(String.fromCharCode, undefined, UNITS.slice(0, units))
}

/** Is `bytes[start, end)` well-formed UTF-8 (no surrogates, nothing longer than need be)? */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const length = (bytes[at] as number) < 0x80 ? 1 : lengthOf(bytes, at, end, false)
    if (length === 0) return false
    at += length
  }
  return true
}

/** How many bytes the character beginning at `at` (not ASCII) has; 0 where there is none. */
function lengthOf(bytes: Uint8Array, at: number, end: number, surrogates: boolean): number {
  const first = bytes[at] as number
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + length > end) return 0
  for (let index = 1; index < length; index++) if (((bytes[at + index] as number) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] as number
  if ((first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f))
    return 0
  return first === 0xed && second > 0x9f && !surrogates ? 0 : length
}
