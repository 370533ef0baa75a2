/** Commitments of one kind counted together: a promise, a week, a row, a value. */
import type { CommitmentState } from '../decide/index.ts'
import { Times } from './times.ts'

export class Group {
  kept = 0
  broken = 0
  running = 0
  paused = 0
  cancelled = 0
  /** Told a later time after an earlier one (SPEC F4). */
  putOff = 0
  /** In `times` with the time waited so far: broken ones not yet fulfilled, and those given up (SPEC M2). */
  unfulfilled = 0
  readonly cancelledBy = new Map<string, number>()
  /** Counted time from start to fulfilment, ms, of kept, broken and given up ones (SPEC M2). */
  readonly times = new Times()

  /** `time` is null for a commitment that M2 leaves out. */
  add(state: CommitmentState, reason: string | null, putOff: boolean, time: number | null, fulfilled: boolean): void {
    this[state]++
    if (putOff) this.putOff++
    if (state === 'cancelled') this.cancelledBy.set(reason ?? '', (this.cancelledBy.get(reason ?? '') ?? 0) + 1)
    if (time === null) return
    this.times.add(time)
    if (!fulfilled) this.unfulfilled++
  }

  /** Kept and broken: what a share is of. */
  get judged(): number {
    return this.kept + this.broken
  }

  get total(): number {
    return this.judged + this.running + this.paused + this.cancelled
  }

  /** Kept ÷ (kept + broken), from 0 to 1 (SPEC M1); null where there are none. */
  get share(): number | null {
    return this.judged === 0 ? null : this.kept / this.judged
  }
}
