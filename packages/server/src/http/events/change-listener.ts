import type { Client } from 'pg'
import { z } from 'zod'
import { CHANGES } from '../../features/changes/index.ts'
import type { Heard } from './heard.ts'

const changes = z.object({
  w: z.string(),
  t: z.array(z.tuple([z.string(), z.number(), z.number()])).optional(),
  d: z.array(z.tuple([z.string(), z.number()])).optional(),
  v: z.array(z.number()).optional(),
  n: z.array(z.string()).optional(),
})

/** Ms until another try to listen, the longer the more failed. */
const WAITS = [100, 500, 1000, 2000, 5000]

/** Ms in which a connection that lives has answered. */
const LONGEST_SILENCE = 2000

export interface ListenerOptions {
  /** A connection of its own, for as long as it lasts. */
  readonly connect: () => Promise<Client>
  readonly heard: (changes: readonly Heard[]) => void
  /** Listening began, again or for the first time: what happened before may have been missed. */
  readonly began: () => void
}

/** Listens to what other processes and our own commits announce; connects anew when the connection is lost. */
export class ChangeListener {
  readonly #options: ListenerOptions
  #client: Client | undefined
  #timer: NodeJS.Timeout | undefined
  #failures = 0
  #isClosed = false

  constructor(options: ListenerOptions) {
    this.#options = options
  }

  /** Does the connection still answer? One that is cut without a word would be silent for ever. */
  async isListening(): Promise<boolean> {
    const client = this.#client
    if (client === undefined) return false
    try {
      await Promise.race([client.query('select'), silence()])
      return this.#client === client
    } catch {
      this.#lost(client)
      return false
    }
  }

  async open(): Promise<void> {
    if (this.#isClosed) return
    try {
      const client = await this.#options.connect()
      client.on('notification', ({ payload }) => this.#options.heard(readChanges(payload)))
      const lost = () => this.#lost(client)
      client.on('error', lost)
      client.on('end', lost)
      this.#client = client
      await client.query(`listen ${CHANGES}`)
      this.#failures = 0
      // Closed while it was being opened.
      if (this.#isClosed) await this.close()
      else this.#options.began()
    } catch {
      if (this.#client === undefined) this.#tryAgain()
      else this.#lost(this.#client)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => undefined)
  }

  #lost(client: Client): void {
    if (this.#client !== client) return
    this.#client = undefined
    client.end().catch(() => undefined)
    this.#tryAgain()
  }

  #tryAgain(): void {
    if (this.#isClosed) return
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)]
    this.#failures++
    this.#timer = setTimeout(() => void this.open(), wait)
  }
}

function silence(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the connection does not answer')), LONGEST_SILENCE).unref()
  })
}

/** What is no announcement of ours says nothing. */
function readChanges(payload: string | undefined): readonly Heard[] {
  try {
    const { w: workspace, t = [], d = [], v = [], n = [] } = changes.parse(JSON.parse(payload ?? ''))
    return [
      ...t.map(([ticket, number, seq]) => ({ kind: 'ticket' as const, workspace, ticket, number, seq })),
      ...d.map(([id, seq]) => ({ kind: 'draft' as const, workspace, id, seq })),
      ...v.map((version) => ({ kind: 'charter' as const, workspace, version })),
      ...n.map((person) => ({ kind: 'notice' as const, workspace, person })),
    ]
  } catch {
    return []
  }
}
