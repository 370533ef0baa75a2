import { parseInstant } from '../read-event.ts'
import { decodeUtf8 } from './utf8.ts'

/** Reads instants from bytes, remembering the last date: lines that follow each other are mostly of one day. */
export class InstantReader {
  /** `2026-01-05T` as it was written last, and its midnight. */
  private readonly date = new Uint8Array(11)
  private midnight = Number.NaN

  /** UTC ms of the instant written in `bytes[start, end)`, as `parseInstant` reads it; NaN where it is none. */
  read(bytes: Uint8Array, start: number, end: number): number {
    // 2026-01-05T10:00:00Z, perhaps with .123 before the Z
    const length = end - start
    if ((length !== 20 && length !== 24) || bytes[end - 1] !== 0x5a) return parsed(bytes, start, end)
    const hour = pair(bytes, start + 11)
    const minute = pair(bytes, start + 14)
    const second = pair(bytes, start + 17)
    let ms = 0
    let marked = bytes[start + 13] === 0x3a && bytes[start + 16] === 0x3a
    if (length === 24) {
      const last = pair(bytes, start + 21)
      ms = pair(bytes, start + 20) * 10 + (last % 10)
      marked = marked && bytes[start + 19] === 0x2e && last < 100
    }
    if (!marked || !(hour < 24 && minute < 60 && second < 60 && ms < 1000)) return parsed(bytes, start, end)
    const inDay = ((hour * 60 + minute) * 60 + second) * 1000 + ms
    if (!this.isDate(bytes, start)) {
      const instant = parsed(bytes, start, end)
      if (Number.isNaN(instant) || bytes[start + 10] !== 0x54) return instant
      this.midnight = instant - inDay
      for (let index = 0; index < 11; index++) this.date[index] = bytes[start + index] as number
    }
    return this.midnight + inDay
  }

  private isDate(bytes: Uint8Array, start: number): boolean {
    const { date } = this
    // From the end, where dates that follow each other differ first.
    for (let index = 10; index >= 0; index--) if (bytes[start + index] !== date[index]) return false
    return true
  }
}

function parsed(bytes: Uint8Array, start: number, end: number): number {
  return end - start > 40 ? Number.NaN : (parseInstant(decodeUtf8(bytes, start, end)) ?? Number.NaN)
}

/** Two digits as a number; far above any part of an instant where one is no digit. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 0x30
  const ones = (bytes[at + 1] as number) - 0x30
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? 1_000_000 : tens * 10 + ones
}
