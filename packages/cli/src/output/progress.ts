import type { Io } from '../io.ts'

/** Milliseconds between two drawings. */
const PACE = 100
const WIDTH = 24

/** A bar on standard error while something long is done; nothing at all where that is no terminal. */
export class Progress {
  private readonly io: Io
  private readonly what: string
  private drawn = Number.NEGATIVE_INFINITY
  private visible = false
  private done = 0

  constructor(what: string, io: Io) {
    this.io = io
    this.what = what
  }

  /** So much of the whole is done; `total` is undefined where nobody knows the whole. */
  update(done: number, total: number | undefined): void {
    if (!this.io.stderr.isTerminal) return
    const now = performance.now()
    if (now - this.drawn < PACE) return
    this.drawn = now
    this.visible = true
    const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total)
    const bar =
      share === undefined
        ? '…'
        : `${'█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')} ${Math.floor(share * 100)} %`
    void this.io.stderr.write(`\r\x1b[K${this.what} ${bar}`)
  }

  /** So many bytes more are done than at the last call. */
  advance(by: number, total: number | undefined): void {
    this.done += by
    this.update(this.done, total)
  }

  /** Wipes the bar away. */
  async end(): Promise<void> {
    if (!this.visible) return
    this.visible = false
    await this.io.stderr.write('\r\x1b[K')
  }
}
