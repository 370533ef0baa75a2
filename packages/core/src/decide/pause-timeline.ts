/**
 * The pauses of one ticket in the order of their starts, shared by all its runs; each run looks at the kinds that stop
 * its own clock. One pause at most is open.
 */
export class PauseTimeline {
  /** Bits of PAUSE. */
  readonly kinds: number[] = []
  readonly starts: number[] = []
  /** NaN while open. */
  readonly ends: number[] = []
  count = 0
  /** Rises with every change, so that a reckoning knows when it is stale. */
  version = 0
  private openKind = 0

  clear(): void {
    this.count = 0
    this.version = 0
    this.openKind = 0
  }

  /** A pause is going on. */
  get isOpen(): boolean {
    return this.openKind !== 0
  }

  /** The pauses as they stood at an instant: later ones are not in it, and one that lasted longer ends there. */
  upTo(instant: number): PauseTimeline {
    const cut = new PauseTimeline()
    for (let index = 0; index < this.count; index++) {
      const start = this.starts[index] as number
      const end = this.ends[index] as number
      if (start < instant) cut.insert(this.kinds[index] as number, start, end <= instant ? end : instant)
    }
    return cut
  }

  /** Makes `kind` (0 for none) the open pause from `at` on. */
  set(kind: number, at: number): void {
    if (kind === this.openKind) return
    this.version++
    if (this.openKind !== 0) {
      if (this.starts[this.count - 1] === at) this.count--
      else this.ends[this.count - 1] = at
    }
    this.openKind = kind
    if (kind === 0) return
    this.kinds[this.count] = kind
    this.starts[this.count] = at
    this.ends[this.count] = Number.NaN
    this.count++
  }

  /** Puts in a pause that is over, keeping the order of starts. */
  insert(kind: number, start: number, end: number): void {
    this.version++
    let index = this.count++
    while (index > 0 && (this.starts[index - 1] as number) > start) {
      this.kinds[index] = this.kinds[index - 1] as number
      this.starts[index] = this.starts[index - 1] as number
      this.ends[index] = this.ends[index - 1] as number
      index--
    }
    this.kinds[index] = kind
    this.starts[index] = start
    this.ends[index] = end
  }
}
