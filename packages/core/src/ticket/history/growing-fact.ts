import type { FactValue } from '../event.ts'
import { readFactValue } from '../read-event.ts'
import { ByteStrings, hashOfBytes } from './byte-strings.ts'
import { grownIndices } from './growing.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

const SCRATCH = new Uint8Array(4096)

/** One fact: each distinct value once, known by the JSON it is written as, and in each row of facts the value's index. */
export class GrowingFact {
  readonly name: string
  readonly values: FactValue[] = []
  /** -1 where a row does not name the fact; shorter than the history where no later row does. */
  rows = new Int32Array(16).fill(-1)
  private readonly tokens = new ByteStrings()
  /** By token: the value's index. Two tokens may stand for one value (`1.5` and `1.50`). */
  private meaning = new Int32Array(16)

  constructor(name: string) {
    this.name = name
  }

  set(row: number, value: number): void {
    if (row >= this.rows.length) this.rows = grownIndices(this.rows, Math.max(2 * this.rows.length, row + 1), -1)
    this.rows[row] = value
  }

  /** Is the JSON at `bytes[start, end)`, perhaps no JSON at all, a value that a fact may have? */
  canRead(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.tokens.find(bytes, start, end, hashOfBytes(bytes, start, end)) >= 0) return true
    try {
      return readFactValue(JSON.parse(decodeUtf8(bytes, start, end))) !== undefined
    } catch {
      return false
    }
  }

  /** Index of the value that the JSON at `bytes[start, end)` stands for; it has to be a fact's value. */
  valueOfJson(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOfBytes(bytes, start, end)
    const token = this.tokens.find(bytes, start, end, hash)
    if (token >= 0) return this.meaning[token] as number
    const value = this.valueOf(readFactValue(JSON.parse(decodeUtf8(bytes, start, end))) ?? null)
    this.mean(this.tokens.intern(bytes, start, end, hash), value)
    return value
  }

  /** Index of a value. */
  valueOf(value: FactValue): number {
    const { bytes, length } = encodeUtf8(JSON.stringify(value), SCRATCH)
    const known = this.tokens.size
    const token = this.tokens.intern(bytes, 0, length, hashOfBytes(bytes, 0, length))
    if (token === known) this.mean(token, this.values.push(value) - 1)
    return this.meaning[token] as number
  }

  private mean(token: number, value: number): void {
    if (token >= this.meaning.length) this.meaning = grownIndices(this.meaning, 2 * (token + 1), -1)
    this.meaning[token] = value
  }
}
