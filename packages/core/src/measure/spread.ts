/** How commitments lie along their lines: fulfilled at what part of the time promised, from 0 to 200 % and beyond. */

export const SPREAD_BUCKETS = 40
/** Percent of the time promised in one bucket; the due time lies between two. */
export const SPREAD_STEP = 5

export class Spread {
  /** By bucket; the first half was kept, the second broken. */
  readonly counts = new Uint32Array(SPREAD_BUCKETS)
  /** Broken, and past 200 %. */
  beyond = 0

  /**
   * `part` is counted time ÷ counted time promised. The verdict decides the side (SPEC V2): what was answered at closed
   * hours after the due time may have counted no more than was promised, and is broken all the same.
   */
  add(kept: boolean, part: number): void {
    const half = SPREAD_BUCKETS / 2
    const bucket = Math.floor((part * 100) / SPREAD_STEP)
    const side = kept ? Math.min(Math.max(bucket, 0), half - 1) : Math.max(bucket, half)
    if (side >= SPREAD_BUCKETS) this.beyond++
    else this.counts[side] = (this.counts[side] as number) + 1
  }
}
