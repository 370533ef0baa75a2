import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DeskApi } from '../running/desk-api.ts'

/** A ticket that was asked for, with one Idempotency-Key for all tries. */
export interface Written {
  /** Stands in the ticket's subject and in no other's. */
  readonly subject: string
  /** Its number, where a try was answered with 201. */
  readonly number: number | undefined
  readonly answers: readonly Answered[]
}

export interface Answered {
  readonly status: number
  readonly code: string | undefined
  readonly retryAfter: string | null
  /** When, by performance.now(). */
  readonly at: number
}

export interface WriteLoad {
  readonly written: readonly Written[]
  readonly answers: readonly Answered[]
  /** Begins nothing new; answers when what was begun has ended. */
  stop(): Promise<void>
}

const PAUSE = 100
/** A key whose first request died with its connection is held for a minute: tests that are short do not wait for it. */
const MOST_TRIES = 30

/**
 * Opens tickets over HTTP, several at a time. What is put off (503), or got no answer, is tried again with the same key,
 * perhaps at another server.
 */
export function startWriting(apis: readonly DeskApi[], writers: number, most = Number.POSITIVE_INFINITY): WriteLoad {
  const written: Written[] = []
  const answers: Answered[] = []
  let isOver = false
  let begun = 0
  const writeOne = async (): Promise<void> => {
    const subject = `call ${randomUUID()}`
    const call = {
      once: randomUUID(),
      body: { channel: 'phone', customer: { name: 'Carl Caller' }, subject, text: 'Where is my parcel?' },
    }
    const own: Answered[] = []
    let number: number | undefined
    while (own.length < MOST_TRIES && number === undefined) {
      const api = apis[Math.floor(Math.random() * apis.length)]
      const response = await api?.ask('createTicket', call).catch(() => undefined)
      if (response === undefined) {
        await wait(PAUSE)
        continue
      }
      const body: unknown = await response.json().catch(() => undefined)
      const answer = {
        status: response.status,
        code: textIn(body, 'code'),
        retryAfter: response.headers.get('retry-after'),
        at: performance.now(),
      }
      own.push(answer)
      answers.push(answer)
      if (response.status === 201) number = Number(textIn(body, 'number'))
      else if (answer.code === 'key-running' || answer.code === 'key-done') break
      else await wait(PAUSE)
    }
    written.push({ subject, number, answers: own })
  }
  const writeOn = async (): Promise<void> => {
    while (!isOver && begun < most) {
      begun += 1
      await writeOne()
    }
  }
  const all = Promise.all(Array.from({ length: writers }, writeOn))
  return {
    written,
    answers,
    async stop() {
      isOver = most === Number.POSITIVE_INFINITY
      await all
    },
  }
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return value === undefined ? undefined : String(value)
}
