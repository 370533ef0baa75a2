/** Of a mail, what its turn depends on. */
export interface QueuedMail {
  /** Id of its mailbox. */
  readonly mailbox: string
  /** Bytes. */
  readonly size: number
}

/** How much is begun at a time, in all and of one mailbox; a mailbox of which nothing is begun may begin one of any size. */
export interface QueueLimits {
  readonly mails: number
  readonly mailsOfOne: number
  readonly bytes: number
  readonly bytesOfOne: number
}

interface Begun {
  mails: number
  bytes: number
}

/**
 * Mail that waits to be begun, and what is begun and not ended. Each mailbox has its own share, which nobody else can take, and
 * there are many shares: what came to one mailbox never fills the places of others, however long it takes or however much it is.
 * Within these the oldest is begun first.
 */
export class MailQueue<M extends QueuedMail> {
  readonly #limits: QueueLimits
  readonly #waiting = new Map<string, { readonly mail: M; readonly place: number }[]>()
  readonly #begun = new Map<string, Begun>()
  readonly #all: Begun = { mails: 0, bytes: 0 }
  #added = 0
  #size = 0

  constructor(limits: QueueLimits) {
    this.#limits = limits
  }

  /** How many wait. */
  get size(): number {
    return this.#size
  }

  /** How many that wait could be begun now. */
  get ready(): number {
    let ready = 0
    for (const [mailbox, mails] of this.#waiting)
      if (this.#hasRoom(mails[0]?.mail)) ready += Math.min(mails.length, this.#leftOf(mailbox))
    return ready
  }

  add(mail: M): void {
    const waiting = this.#waiting.get(mail.mailbox)
    const queued = { mail, place: this.#added++ }
    if (waiting === undefined) this.#waiting.set(mail.mailbox, [queued])
    else waiting.push(queued)
    this.#size += 1
  }

  /** Takes out the oldest of those whose mailbox has room; `end` is to be called for it. */
  begin(): M | undefined {
    let oldest: { readonly mail: M; readonly place: number } | undefined
    for (const [first] of this.#waiting.values())
      if (first !== undefined && this.#hasRoom(first.mail) && first.place < (oldest?.place ?? Infinity)) oldest = first
    if (oldest === undefined) return undefined
    const { mail } = oldest
    const waiting = this.#waiting.get(mail.mailbox)
    waiting?.shift()
    if (waiting?.length === 0) this.#waiting.delete(mail.mailbox)
    this.#size -= 1
    this.#count(mail, 1)
    return mail
  }

  end(mail: M): void {
    this.#count(mail, -1)
  }

  /** Mailboxes of which so many wait that more of them would only wait out its lease. */
  crowded(most: number): readonly string[] {
    return [...this.#waiting].filter(([, mails]) => mails.length >= most).map(([mailbox]) => mailbox)
  }

  /** Takes out all that waits. */
  clear(): readonly M[] {
    const all = [...this.#waiting.values()].flat().map(({ mail }) => mail)
    this.#waiting.clear()
    this.#size = 0
    return all
  }

  #hasRoom(mail: M | undefined): boolean {
    if (mail === undefined || this.#all.mails >= this.#limits.mails) return false
    const own = this.#begun.get(mail.mailbox) ?? NONE
    if (own.mails >= this.#limits.mailsOfOne) return false
    if (own.mails > 0 && own.bytes + mail.size > this.#limits.bytesOfOne) return false
    return this.#all.mails === 0 || this.#all.bytes + mail.size <= this.#limits.bytes
  }

  #leftOf(mailbox: string): number {
    return this.#limits.mailsOfOne - (this.#begun.get(mailbox)?.mails ?? 0)
  }

  #count({ mailbox, size }: M, by: 1 | -1): void {
    const own = this.#begun.get(mailbox) ?? { mails: 0, bytes: 0 }
    for (const each of [own, this.#all]) {
      each.mails += by
      each.bytes += by * size
    }
    if (own.mails === 0) this.#begun.delete(mailbox)
    else this.#begun.set(mailbox, own)
  }
}

const NONE: Readonly<Begun> = { mails: 0, bytes: 0 }
