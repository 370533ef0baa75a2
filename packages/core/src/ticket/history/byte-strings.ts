import { grownBytes, grownCounts, grownIndices } from './growing.ts'

const FIRST_SIZE = 16

/**
 * Texts as UTF-8 bytes, each kept once in one pool and known by its index. A million names of tickets take their bytes
 * and three numbers each, where a Set of strings takes ten times that.
 */
export class ByteStrings {
  private pool = new Uint8Array(16 * FIRST_SIZE)
  private ends = new Uint32Array(FIRST_SIZE)
  private hashes = new Int32Array(FIRST_SIZE)
  /** Open addressing: index + 1, 0 for a free place. Twice as many as texts at least. */
  private slots = new Int32Array(2 * FIRST_SIZE)
  private count = 0

  get size(): number {
    return this.count
  }

  /** The index of `bytes[start, end)`, or -1. `hash` is theirs by `hashOfBytes`. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] as number) - 1
      if (index < 0) return -1
      if (this.hashes[index] === hash && this.isAt(index, bytes, start, end)) return index
    }
  }

  /** The index of `bytes[start, end)`, taken in where they are new: then it is the former `size`. */
  intern(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const known = this.find(bytes, start, end, hash)
    if (known >= 0) return known
    if (this.count === this.ends.length) this.grow()
    const used = this.startOf(this.count)
    const length = end - start
    if (used + length > this.pool.length) {
      this.pool = grownBytes(this.pool, Math.max(2 * this.pool.length, used + length))
    }
    for (let index = 0; index < length; index++) this.pool[used + index] = bytes[start + index] as number
    const index = this.count++
    this.ends[index] = used + length
    this.hashes[index] = hash
    this.place(index, hash)
    return index
  }

  /** Is the text at `index` equal to `bytes[start, end)`? */
  isAt(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool } = this
    const from = this.startOf(index)
    if ((this.ends[index] as number) - from !== end - start) return false
    for (let at = start; at < end; at++) if (pool[from + at - start] !== bytes[at]) return false
    return true
  }

  /** The text at `index`: its bytes are `pool[start, end)` as handed to `read`. */
  read<T>(index: number, read: (pool: Uint8Array, start: number, end: number) => T): T {
    return read(this.pool, this.startOf(index), this.ends[index] as number)
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] as number)
  }

  private grow(): void {
    const size = 2 * this.ends.length
    this.ends = grownCounts(this.ends, size)
    this.hashes = grownIndices(this.hashes, size, 0)
    this.slots = new Int32Array(2 * size)
    for (let index = 0; index < this.count; index++) this.place(index, this.hashes[index] as number)
  }

  private place(index: number, hash: number): void {
    const mask = this.slots.length - 1
    let slot = placeOf(hash) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = index + 1
  }
}

/** A hash of `bytes[start, end)`, 32 bits. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return hash
}

/** The last bytes of names that count up barely reach the low bits. */
function placeOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7
}
