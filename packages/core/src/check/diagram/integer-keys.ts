/**
 * Numbers short keys of integers, equal keys alike: bitsets of rows, or the branches of a node. Open addressing over
 * typed arrays, since a walk asks it for every branch.
 */
export class IntegerKeys {
  /** Keys known so far; the next new one gets this number. */
  size = 0
  private readonly width: number
  private slots = new Int32Array(64).fill(-1)
  private keys: Int32Array

  /** `width`: the length of every key. */
  constructor(width: number) {
    this.width = width
    this.keys = new Int32Array(32 * width)
  }

  /** The number of the key that stands in `source` from `offset` on; a new key is copied and numbered `size`. */
  number(source: Int32Array, offset: number): number {
    const mask = this.slots.length - 1
    let slot = this.hash(source, offset) & mask
    for (;;) {
      const known = this.slots[slot] as number
      if (known < 0) break
      if (this.equals(known, source, offset)) return known
      slot = (slot + 1) & mask
    }
    const added = this.size++
    if (this.keys.length < this.size * this.width) {
      const grown = new Int32Array(this.keys.length * 2)
      grown.set(this.keys)
      this.keys = grown
    }
    for (let word = 0; word < this.width; word++) this.keys[added * this.width + word] = source[offset + word] as number
    this.slots[slot] = added
    if (this.size * 2 > this.slots.length) this.grow()
    return added
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    const mask = this.slots.length - 1
    for (let key = 0; key < this.size; key++) {
      let slot = this.hash(this.keys, key * this.width) & mask
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = key
    }
  }

  private hash(source: Int32Array, offset: number): number {
    let hash = 0x811c9dc5
    for (let word = 0; word < this.width; word++) {
      hash = Math.imul(hash ^ (source[offset + word] as number), 0x01000193)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
    return hash ^ (hash >>> 16)
  }

  private equals(key: number, source: Int32Array, offset: number): boolean {
    const start = key * this.width
    for (let word = 0; word < this.width; word++) {
      if ((this.keys[start + word] as number) !== (source[offset + word] as number)) return false
    }
    return true
  }
}
