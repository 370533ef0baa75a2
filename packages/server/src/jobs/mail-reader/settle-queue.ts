import type { ReadyMail } from '../../features/mail/index.ts'

/** Settles some mails of one workspace together. Never rejects. */
type SettleTogether = (mails: readonly ReadyMail[]) => Promise<void>

/**
 * Mail that was read and waits to be settled. Tickets of one workspace get their numbers one after the other, so its mail is
 * settled in one transaction at a time, which takes all that came together meanwhile.
 */
export class SettleQueue {
  readonly #settle: SettleTogether
  readonly #most: number
  readonly #onRoom: () => void
  readonly #waiting = new Map<string, ReadyMail[]>()
  readonly #running = new Map<string, Promise<void>>()
  #size = 0

  /** `most`: how many are settled together; `onRoom`: called when some were. */
  constructor(settle: SettleTogether, most: number, onRoom: () => void) {
    this.#settle = settle
    this.#most = most
    this.#onRoom = onRoom
  }

  /** How many are not settled yet. */
  get size(): number {
    return this.#size
  }

  add(mail: ReadyMail): void {
    const { workspace } = mail.row
    this.#size += 1
    const waiting = this.#waiting.get(workspace)
    if (waiting === undefined) this.#waiting.set(workspace, [mail])
    else waiting.push(mail)
    if (!this.#running.has(workspace)) this.#running.set(workspace, this.#run(workspace))
  }

  /** Settled when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values())
  }

  async #run(workspace: string): Promise<void> {
    for (;;) {
      // What becomes ready in this turn of the loop comes along.
      await new Promise((resolve) => setImmediate(resolve))
      const mails = this.#waiting.get(workspace)?.splice(0, this.#most) ?? []
      if (mails.length === 0) break
      await this.#settle(mails)
      this.#size -= mails.length
      this.#onRoom()
    }
    this.#waiting.delete(workspace)
    this.#running.delete(workspace)
  }
}
