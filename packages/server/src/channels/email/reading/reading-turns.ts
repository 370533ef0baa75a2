/** What is to be read; `lane`: to whom it came. */
export interface Turn {
  readonly lane: string | undefined
}

export interface ReadingTurnsOptions {
  /** How many are read at a time. */
  readonly places: number
  /** For how long a lane is slow after something of it took long, ms. */
  readonly slowForMs: number
  /** For how long it has all places but one at most, ms. */
  readonly doubtedForMs: number
}

interface Waiting<T> {
  readonly turn: T
  /** It took long and was broken off: it is slow, and is not broken off again. */
  readonly wasBrokenOff: boolean
}

interface Running<T> extends Waiting<T> {
  /** It was begun as slow. */
  readonly isSlow: boolean
  tookLong: boolean
  isBreakingOff: boolean
}

/** Of so many lanes it is remembered which of them had its turn last. */
const MOST_LANES = 1_000

/**
 * Who is read next, so that what takes long holds up little else. Lanes are read in turn, each with as many places as are free;
 * but a lane of which something took long within the last `doubtedForMs` leaves one place to others, and what is slow never has
 * the last place: what was broken off, and all of a lane of which something took long within the last `slowForMs`. What turns out to be slow while all places are taken is broken off for somebody quick who waits, once, and read
 * later as slow. So a mail of a lane that is not slow waits, for each lane before it, as long as it takes to be seen as slow and
 * to replace a process, whatever is sent to however many others. Where there is one place, nothing is broken off.
 *
 * Times are ms of any clock that does not go back.
 */
export class ReadingTurns<T extends Turn> {
  readonly #places: number
  readonly #mostSlow: number
  readonly #slowForMs: number
  readonly #doubtedForMs: number
  #waiting: Waiting<T>[] = []
  readonly #running = new Map<T, Running<T>>()
  /** When the last of a lane that took long had ended. */
  readonly #lastSlow = new Map<string, number>()
  /** Lanes by their last turn, the one that waits for the next longest first. */
  readonly #lastTurns = new Map<string | undefined, number>()
  #turns = 0

  constructor({ places, slowForMs, doubtedForMs }: ReadingTurnsOptions) {
    this.#places = places
    this.#mostSlow = Math.max(1, places - 1)
    this.#slowForMs = slowForMs
    this.#doubtedForMs = doubtedForMs
  }

  add(turn: T): void {
    this.#waiting.push({ turn, wasBrokenOff: false })
  }

  /** What is to be begun now, where anything is. */
  next(now: number): T | undefined {
    if (this.#running.size >= this.#places) return undefined
    const hasRoomForSlow = this.#slowOnes().length < this.#mostSlow
    let next: Waiting<T> | undefined
    for (const each of this.#waiting) {
      if (!hasRoomForSlow && this.#isSlow(each, now)) continue
      if (this.#isDoubted(each.turn, now) && this.#countOf(each.turn) >= this.#mostSlow) continue
      if (next === undefined || this.#lastTurnOf(each.turn) < this.#lastTurnOf(next.turn)) next = each
    }
    if (next === undefined) return undefined
    const begun = { ...next, isSlow: this.#isSlow(next, now), tookLong: false, isBreakingOff: false }
    this.#waiting = this.#waiting.filter((each) => each !== next)
    this.#running.set(begun.turn, begun)
    this.#noteTurn(begun.turn)
    return begun.turn
  }

  /** What is to be broken off now for somebody who waits; `brokenOff` is to be called when it has ended. */
  toBreakOff(now: number): T | undefined {
    if (this.#running.size < this.#places || this.#slowOnes().length <= this.#mostSlow) return undefined
    const quick = this.#waiting.filter((each) => !this.#isSlow(each, now))
    const running = [...this.#running.values()]
    if (running.filter(({ isBreakingOff }) => isBreakingOff).length >= quick.length) return undefined
    // The one that was begun last loses least.
    const last = running.findLast((each) => each.tookLong && !each.wasBrokenOff && !each.isBreakingOff)
    if (last !== undefined) last.isBreakingOff = true
    return last?.turn
  }

  /** Something that is being read takes long. */
  takesLong(turn: T): void {
    const running = this.#running.get(turn)
    if (running !== undefined) running.tookLong = true
  }

  ended(turn: T, now: number): void {
    this.#end(turn, now)
  }

  /** It ended unread, and waits again. */
  brokenOff(turn: T, now: number): void {
    this.#end(turn, now)
    this.#waiting.push({ turn, wasBrokenOff: true })
  }

  /** For how long its lane is still slow, ms. */
  slowFor({ lane }: T, now: number): number {
    return Math.max(0, this.#lastSlowOf(lane) + this.#slowForMs - now)
  }

  /** Takes out all that waits. */
  clear(): readonly T[] {
    return this.#waiting.splice(0).map(({ turn }) => turn)
  }

  #end(turn: T, now: number): void {
    const { lane } = turn
    if (this.#running.get(turn)?.tookLong === true && lane !== undefined) this.#lastSlow.set(lane, now)
    this.#running.delete(turn)
    for (const [each, at] of this.#lastSlow) if (at + this.#doubtedForMs <= now) this.#lastSlow.delete(each)
  }

  #lastSlowOf(lane: string | undefined): number {
    return (lane === undefined ? undefined : this.#lastSlow.get(lane)) ?? -Infinity
  }

  #isDoubted({ lane }: T, now: number): boolean {
    return this.#lastSlowOf(lane) + this.#doubtedForMs > now
  }

  /** How many of its lane are being read. */
  #countOf({ lane }: T): number {
    return [...this.#running.values()].filter((each) => each.turn.lane === lane).length
  }

  #isSlow({ turn, wasBrokenOff }: Waiting<T>, now: number): boolean {
    const { lane } = turn
    if (wasBrokenOff) return true
    if (lane === undefined) return false
    if (this.slowFor(turn, now) > 0) return true
    return [...this.#running.values()].some((each) => each.tookLong && each.turn.lane === lane)
  }

  #slowOnes(): readonly Running<T>[] {
    return [...this.#running.values()].filter(
      ({ isSlow, tookLong, isBreakingOff }) => (isSlow || tookLong) && !isBreakingOff,
    )
  }

  #lastTurnOf({ lane }: T): number {
    return this.#lastTurns.get(lane) ?? 0
  }

  #noteTurn({ lane }: T): void {
    this.#turns += 1
    this.#lastTurns.delete(lane)
    this.#lastTurns.set(lane, this.#turns)
    if (this.#lastTurns.size <= MOST_LANES) return
    const [oldest] = this.#lastTurns.keys()
    this.#lastTurns.delete(oldest)
  }
}
