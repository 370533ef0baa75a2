/** A growing list of lengths of time (ms): mean, and percentiles by nearest rank. */
export class Times {
  private values = new Float64Array(16)
  private count = 0
  private sum = 0
  private sorted = true

  add(ms: number): void {
    if (this.count === this.values.length) {
      const grown = new Float64Array(2 * this.count)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.count++] = ms
    this.sum += ms
    this.sorted = false
  }

  get size(): number {
    return this.count
  }

  /** Null where there are none. */
  get mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count
  }

  /** The value at or below which `percent` of them lie, by nearest rank; it is always one of them. Null where there are none. */
  percentile(percent: number): number | null {
    if (this.count === 0) return null
    if (!this.sorted) this.values.subarray(0, this.count).sort()
    this.sorted = true
    const rank = Math.max(1, Math.ceil((percent / 100) * this.count))
    return this.values[rank - 1] as number
  }
}
