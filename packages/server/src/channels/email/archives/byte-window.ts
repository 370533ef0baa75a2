const FIRST_ROOM = 1 << 20

/** Bytes that were read and not yet taken: what comes is put behind, what was used is dropped in front. */
export class ByteWindow {
  #room = Buffer.allocUnsafe(FIRST_ROOM)
  #start = 0
  #end = 0

  /** Valid until the next call that adds or drops. */
  get bytes(): Buffer {
    return this.#room.subarray(this.#start, this.#end)
  }

  get length(): number {
    return this.#end - this.#start
  }

  add(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#room.length) this.#makeRoom(chunk.length)
    this.#room.set(chunk, this.#end)
    this.#end += chunk.length
  }

  drop(count: number): void {
    this.#start = Math.min(this.#start + count, this.#end)
  }

  #makeRoom(more: number): void {
    const held = this.bytes
    const wanted = held.length + more
    // Doubled, so that a mail of many chunks is not copied with each of them.
    const room = wanted > this.#room.length / 2 ? Buffer.allocUnsafe(wanted * 2) : this.#room
    room.set(held)
    this.#end = held.length
    this.#start = 0
    this.#room = room
  }
}
