const CR = 0x0d
const LF = 0x0a

/** Watches bytes go by and notes whether an LF stood without a CR before it, or a CR without an LF behind it. */
export class BareNewlines {
  #found = false
  #afterCr = false

  see(chunk: Uint8Array): void {
    if (this.#found || chunk.length === 0) return
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (this.#afterCr && bytes[0] !== LF) this.#found = true
    for (let at = bytes.indexOf(LF); at >= 0 && !this.#found; at = bytes.indexOf(LF, at + 1))
      this.#found = at === 0 ? !this.#afterCr : bytes[at - 1] !== CR
    const last = bytes.length - 1
    for (let at = bytes.indexOf(CR); at >= 0 && at < last && !this.#found; at = bytes.indexOf(CR, at + 1))
      this.#found = bytes[at + 1] !== LF
    this.#afterCr = bytes[last] === CR
  }

  /** Whether there was one, once all bytes were seen. */
  get found(): boolean {
    return this.#found || this.#afterCr
  }
}
