import type { ReadMail, Unreadable } from './mail-shape.ts'
import { MailThread } from './mail-thread.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'
import type { ReadOptions } from './read-mail.ts'
import type { SafeHtml } from './safe-html.ts'

export type MailReaderOptions = {
  /** How many mails are read at a time. */
  readonly workers: number
  /** How long one mail may take, ms, before it is given up. */
  readonly deadlineMs: number
  /** How much a thread may keep on its heap, MB; attachments lie beside it. */
  readonly memoryMb?: number
}

export type MailReader = {
  /** Reads a mail in a thread. The bytes are copied once, so the caller keeps his own. Never rejects for what a mail holds. */
  readonly read: (raw: Uint8Array, options?: ReadOptions) => Promise<ReadMail | Unreadable>
  /** safeHtml in a thread; `images` gives the address of each picture by its Content-ID. */
  readonly sanitise: (html: string, images?: Readonly<Record<string, string>>) => Promise<SafeHtml | Unreadable>
  /** Ends the threads; what waits is answered as crashed. */
  readonly close: () => Promise<void>
}

type Job = {
  readonly work: MailWork
  readonly settle: (answer: MailAnswer) => void
  readonly fail: (error: Error) => void
}

/**
 * Reads strangers' mail in threads of their own: a mail that takes too long, breaks its thread or takes too much memory
 * is answered as unreadable, its thread is replaced, and the next mail knows nothing of it. Rejects only where a thread
 * does not start at all.
 */
export function createMailReader({ workers, deadlineMs, memoryMb = 256 }: MailReaderOptions): MailReader {
  const waiting: Job[] = []
  let isClosed = false
  const threads = Array.from({ length: workers }, () => new MailThread({ deadlineMs, memoryMb }))

  const next = (): void => {
    const thread = threads.find(({ isFree }) => isFree)
    const job = thread === undefined ? undefined : waiting.shift()
    if (thread === undefined || job === undefined) return
    thread.run(job.work).then(job.settle, job.fail).finally(next)
    next()
  }

  const ask = (work: MailWork): Promise<MailAnswer> =>
    new Promise((settle, fail) => {
      if (isClosed) settle(closed())
      else waiting.push({ work, settle, fail })
      next()
    })

  return {
    async read(raw, { envelopeFrom } = {}) {
      const answer = await ask({ kind: 'read', raw: new Uint8Array(raw), envelopeFrom })
      return answer.kind === 'mail' ? answer.mail : unreadable(answer)
    },
    async sanitise(html, images = {}) {
      const answer = await ask({ kind: 'sanitise', html, images })
      return answer.kind === 'html' ? answer.safe : unreadable(answer)
    },
    async close() {
      isClosed = true
      for (const { settle } of waiting.splice(0)) settle(closed())
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

function closed(): MailAnswer {
  return { kind: 'unreadable', unreadable: 'crashed', detail: 'the mail reader is closed' }
}

function unreadable(answer: MailAnswer): Unreadable {
  if (answer.kind === 'unreadable') return { unreadable: answer.unreadable, detail: answer.detail }
  return { unreadable: 'crashed', detail: `the thread answered ${answer.kind} to another question` }
}
