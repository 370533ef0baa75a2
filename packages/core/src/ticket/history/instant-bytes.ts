import { parseInstant } from '../read-event.ts'
import { decodeUtf8 } from './utf8.ts'

const MS_OF_DAY = 86_400_000

/** Reads instants from bytes, remembering the last date: lines that follow each other are mostly of one day. */
export class InstantReader {
  private date = -1
  private midnight = 0

  /** UTC ms of the instant written in `bytes[start, end)`, as `parseInstant` reads it; NaN where it is none. */
  read(bytes: Uint8Array, start: number, end: number): number {
    // 2026-01-05T10:00:00Z, perhaps with .123 before the Z
    const length = end - start
    if ((length !== 20 && length !== 24) || bytes[end - 1] !== 0x5a || bytes[start + 10] !== 0x54) return this.odd(bytes, start, end)
    const year = pair(bytes, start) * 100 + pair(bytes, start + 2)
    const month = pair(bytes, start + 5)
    const day = pair(bytes, start + 8)
    const hour = pair(bytes, start + 11)
    const minute = pair(bytes, start + 14)
    const second = pair(bytes, start + 17)
    const ms = length === 20 ? 0 : digit(bytes[start + 20]) * 100 + pair(bytes, start + 21)
    const marks =
      bytes[start + 4] === 0x2d &&
      bytes[start + 7] === 0x2d &&
      bytes[start + 13] === 0x3a &&
      bytes[start + 16] === 0x3a &&
      (length === 20 || bytes[start + 19] === 0x2e)
    if (!marks || !(hour < 24 && minute < 60 && second < 60 && ms < 1000)) return this.odd(bytes, start, end)
    const date = year * 10_000 + month * 100 + day
    if (date !== this.date) {
      const midnight = this.odd(bytes, start, end) - ((hour * 60 + minute) * 60 + second) * 1000 - ms
      if (!(midnight % MS_OF_DAY === 0)) return Number.NaN
      this.date = date
      this.midnight = midnight
    }
    return this.midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  }

  private odd(bytes: Uint8Array, start: number, end: number): number {
    return end - start > 40 ? Number.NaN : (parseInstant(decodeUtf8(bytes, start, end)) ?? Number.NaN)
  }
}

/** Two digits as a number; far above any part of an instant where one is no digit. */
function pair(bytes: Uint8Array, at: number): number {
  return digit(bytes[at]) * 10 + digit(bytes[at + 1])
}

function digit(byte: number | undefined): number {
  const value = (byte ?? 0) - 0x30
  return value >= 0 && value <= 9 ? value : 1_000_000
}
