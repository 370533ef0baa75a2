import { randomUUID } from 'node:crypto'
import { transaction } from '../../../db/index.ts'
import { type Acceptance, acceptMail, byWorkspace, type IncomingMail } from './accept-mail.ts'
import { type Arrival, type Recipient, writeArrivals } from './arrival-rows.ts'
import { BareNewlines } from './bare-newlines.ts'

/** Bytes of a mail that is held in memory until it is kept; a larger one is written as it comes in, and kept by itself. */
const SMALL = 64 * 1024
/** How many are kept in one transaction. */
const MOST_TOGETHER = 50

/** A mail on its way into one workspace, and who waits for it. */
interface Waiting {
  readonly arrival: Omit<Arrival, 'blob' | 'leaseMs'>
  readonly raw: Buffer<ArrayBuffer>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Accepts mail as acceptMail does; small mails of one workspace that come in while others are being kept are kept together:
 * their files are forced to the disk side by side and their rows committed once, so that a crowd of senders costs little more
 * than one. Each is answered for itself: one that the database will not have makes no other wait for its sender's next try.
 */
export class AcceptTogether {
  readonly #acceptance: Acceptance
  readonly #waiting = new Map<string, Waiting[]>()

  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance
  }

  /** Answers, and throws, as acceptMail does. */
  async accept(mail: IncomingMail & { readonly client: NonNullable<IncomingMail['client']> }): Promise<string> {
    const begun = await beginningOf(mail.bytes)
    if ('rest' in begun)
      try {
        return await acceptMail(this.#acceptance, { ...mail, bytes: begun.rest })
      } finally {
        // Where nobody began to read on, nobody else could.
        await begun.end()
      }
    const { whole: raw } = begun
    this.#acceptance.onStep('received')
    const newlines = new BareNewlines()
    newlines.see(raw)
    const { from, client } = mail
    const acceptance = randomUUID()
    for (const [workspace, to] of byWorkspace(mail.to))
      await this.#join(workspace, raw, { acceptance, from, to, client, hasBareNewlines: newlines.found })
    return acceptance
  }

  #join(workspace: string, raw: Buffer<ArrayBuffer>, arrival: Waiting['arrival']): Promise<void> {
    return new Promise((resolve, reject) => {
      const mail: Waiting = { arrival, raw, resolve, reject }
      const waiting = this.#waiting.get(workspace)
      if (waiting !== undefined) {
        waiting.push(mail)
        return
      }
      this.#waiting.set(workspace, [mail])
      void this.#run(workspace)
    })
  }

  async #run(workspace: string): Promise<void> {
    for (;;) {
      const mails = this.#waiting.get(workspace)?.splice(0, MOST_TOGETHER) ?? []
      if (mails.length === 0) break
      await this.#keep(workspace, mails)
    }
    this.#waiting.delete(workspace)
  }

  /** Never rejects: each mail hears its own end. */
  async #keep(workspace: string, mails: readonly Waiting[]): Promise<void> {
    const { store, blobs, next, onStep, overQuota } = this.#acceptance
    try {
      const kept = await blobs.putAll(
        workspace,
        mails.map(({ raw }) => raw),
      )
      const arrivals = mails.map(({ arrival }, index): Arrival => {
        const blob = kept[index]
        if (blob === undefined) throw new Error('a mail was not kept')
        onStep('blob-kept')
        return { ...arrival, blob, leaseMs: next.leaseMs(mailboxesOf(arrival.to)) }
      })
      const written = await transaction(store, { workspace }, async (tx) => {
        const rows = await writeArrivals(tx, arrivals, overQuota)
        for (const _ of mails) onStep('rows-written')
        return rows
      })
      for (const [index, { raw, resolve }] of mails.entries()) {
        onStep('rows-committed')
        const [arrival, rows = []] = [arrivals[index], written[index]]
        if (arrival !== undefined && arrival.leaseMs > 0) next.take(rows, new Map(rows.map(({ id }) => [id, raw])))
        else next.look(mailboxesOf(arrival?.to ?? []))
        resolve()
      }
    } catch (error) {
      if (mails.length > 1 && isOfOneMail(error)) for (const mail of mails) await this.#keep(workspace, [mail])
      else for (const { reject } of mails) reject(error)
    }
  }
}

function mailboxesOf(to: readonly Recipient[]): readonly string[] {
  return to.map(({ mailbox }) => mailbox)
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation): what one mail says, or where it goes. */
function isOfOneMail(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/u.test(String(error.code))
}

interface LargeMail {
  /** All its bytes, as they come in. */
  readonly rest: AsyncIterable<Uint8Array>
  /** Lets go of where they come from. */
  readonly end: () => Promise<unknown>
}

/** A small mail whole, or the beginning of a larger one. */
async function beginningOf(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly whole: Buffer<ArrayBuffer> } | LargeMail> {
  const chunks: Uint8Array[] = []
  let size = 0
  const iterator = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await iterator.next()
    if (next.done === true) return { whole: Buffer.concat(chunks) }
    chunks.push(next.value)
    size += next.value.length
    if (size > SMALL) return { rest: behind(chunks, iterator), end: async () => iterator.return?.() }
  }
}

async function* behind(chunks: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* chunks
  yield* { [Symbol.asyncIterator]: () => iterator }
}
