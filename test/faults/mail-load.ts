import { setTimeout as wait } from 'node:timers/promises'
import { type Letter, letter, trySending } from '../running/letters.ts'

/** A letter and how each try to send it ended: the reply code, or undefined where there was none. */
export interface SentLetter {
  readonly letter: Letter
  readonly tries: readonly (number | undefined)[]
}

export interface MailLoad {
  /** Letters that were answered with 250, in the end. */
  readonly taken: readonly SentLetter[]
  /** Begins no new letter; answers when each that was begun has been taken. */
  stop(): Promise<void>
}

export interface MailLoadOptions {
  readonly port: number
  /** The address of the mailbox. */
  readonly to: string
  /** How many send at a time. */
  readonly senders: number
}

const PAUSE = 50

/** Sends letters as mail servers do: each is tried until it is taken. Every third is the customer's second, to the first. */
export function startMail({ port, to, senders }: MailLoadOptions): MailLoad {
  const taken: SentLetter[] = []
  let isOver = false
  const deliver = async (one: Letter): Promise<void> => {
    const tries: (number | undefined)[] = []
    for (;;) {
      const code = await trySending(port, one)
      tries.push(code)
      if (code === 250) break
      await wait(PAUSE)
    }
    taken.push({ letter: one, tries })
  }
  const sendOn = async (): Promise<void> => {
    while (!isOver) {
      const first = letter({ to })
      await deliver(first)
      if (isOver) return
      await deliver(letter({ to }))
      await deliver(letter({ to, from: first.from, inReplyTo: first.messageId }))
    }
  }
  const all = Promise.all(Array.from({ length: senders }, sendOn))
  return {
    taken,
    async stop() {
      isOver = true
      await all
    },
  }
}
