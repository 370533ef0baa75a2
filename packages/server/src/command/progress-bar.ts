const PACE = 100
const WIDTH = 24

/** A bar in a terminal while something long is done; nothing at all where nobody looks. */
export class ProgressBar {
  readonly #out: { readonly isTTY?: boolean; write(text: string): void }
  #drawn = Number.NEGATIVE_INFINITY

  constructor(out: { readonly isTTY?: boolean; write(text: string): void }) {
    this.#out = out
  }

  /** Is there somebody to whom it is shown? */
  get isShown(): boolean {
    return this.#out.isTTY === true
  }

  update(done: number, total: number): void {
    const now = performance.now()
    if (!this.isShown || total === 0 || now - this.#drawn < PACE) return
    this.#drawn = now
    const share = Math.min(1, done / total)
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    this.#out.write(`\r\u001b[K${bar} ${Math.floor(share * 100)} %`)
  }

  /** Wipes it away. */
  end(): void {
    if (this.#drawn > Number.NEGATIVE_INFINITY) this.#out.write('\r\u001b[K')
  }
}
