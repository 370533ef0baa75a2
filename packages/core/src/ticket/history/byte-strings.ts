import { grownBytes, grownCounts } from './growing.ts'
import { decodeUtf8 } from './utf8.ts'

const FIRST_SIZE = 16
const READ_AT_ONCE = 2048
/** Most lists of a single ticket's history stay empty, and then take no memory of their own. */
const NO_BYTES = new Uint8Array()
const NO_ENDS = new Uint32Array()
const NO_PLACES = new Int32Array(2)

/**
 * Texts as UTF-8 bytes, each kept once in one pool and known by its index. A million names of tickets take their bytes
 * and a few numbers each, where a Map of strings takes ten times that.
 */
export class ByteStrings {
  private pool = NO_BYTES
  private ends = NO_ENDS
  /**
   * Open addressing, two numbers a place: hash, and index + 1 (0 for a free place), side by side because a look at far
   * memory is what a look-up costs. Twice as many places as texts at least.
   */
  private places = NO_PLACES
  private count = 0

  get size(): number {
    return this.count
  }

  /** The index of `bytes[start, end)`, or -1. `hash` is theirs by `hashOfBytes`. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const { places } = this
    const last = places.length - 1
    for (let place = firstPlace(hash) & last; ; place = (place + 2) & last) {
      const index = (places[place + 1] as number) - 1
      if (index < 0) return -1
      if (places[place] === hash && this.isAt(index, bytes, start, end)) return index
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
      this.pool = grownBytes(this.pool, Math.max(8 * FIRST_SIZE, 2 * this.pool.length, used + length))
    }
    for (let index = 0; index < length; index++) this.pool[used + index] = bytes[start + index] as number
    const index = this.count++
    this.ends[index] = used + length
    put(this.places, hash, index + 1)
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

  /** What `read` makes of the text at `index`, which is `pool[start, end)` there. */
  read<T>(index: number, read: (pool: Uint8Array, start: number, end: number) => T): T {
    return read(this.pool, this.startOf(index), this.ends[index] as number)
  }

  /** All texts in the order of their indices. */
  all(): string[] {
    const texts: string[] = []
    for (let index = 0; index < this.count; index++) {
      const start = this.startOf(index)
      let last = index
      while (last + 1 < this.count && (this.ends[last + 1] as number) - start <= READ_AT_ONCE) last++
      // Many short texts are read at once and cut apart, where bytes are letters.
      const text = decodeUtf8(this.pool, start, this.ends[last] as number)
      const cut = text.length === (this.ends[last] as number) - start
      for (; index <= last; index++) {
        const [from, to] = [this.startOf(index), this.ends[index] as number]
        texts.push(cut ? text.slice(from - start, to - start) : decodeUtf8(this.pool, from, to))
      }
      index--
    }
    return texts
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] as number)
  }

  private grow(): void {
    const size = Math.max(FIRST_SIZE, 2 * this.ends.length)
    this.ends = grownCounts(this.ends, size)
    const before = this.places
    this.places = new Int32Array(4 * size)
    for (let place = 0; place < before.length; place += 2) {
      const index = before[place + 1] as number
      if (index > 0) put(this.places, before[place] as number, index)
    }
  }
}

/** A hash of `bytes[start, end)`, 32 bits. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return hash
}

function put(places: Int32Array, hash: number, index: number): void {
  const last = places.length - 1
  let place = firstPlace(hash) & last
  while (places[place + 1] !== 0) place = (place + 2) & last
  places[place] = hash
  places[place + 1] = index
}

/** An even number; what stands in the low bits of names that count up has to come from all of the hash. */
function firstPlace(hash: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 6) & ~1
}
