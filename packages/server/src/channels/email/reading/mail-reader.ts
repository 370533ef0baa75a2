import { MailProcess } from './mail-process.ts'
import { MailReaderUnavailable, type ReadMail, type Unreadable } from './mail-shape.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'
import type { ReadOptions } from './read-mail.ts'
import type { SafeHtml } from './safe-html.ts'

export type MailReaderOptions = {
  /** How many mails are read at a time. */
  readonly workers: number
  /** How long one mail may take, ms, before it is given up. */
  readonly deadlineMs: number
  /** How much a process may keep on its heap, MB; attachments lie beside it. */
  readonly memoryMb?: number
}

export type MailReader = {
  /** Reads a mail, whose bytes must stay as they are until then. Never rejects for what a mail holds. */
  readonly read: (raw: Uint8Array<ArrayBuffer>, options?: ReadOptions) => Promise<ReadMail | Unreadable>
  /** safeHtml for strangers' HTML; `images` gives the address of each picture by its Content-ID. */
  readonly sanitise: (html: string, images?: Readonly<Record<string, string>>) => Promise<SafeHtml | Unreadable>
  /** Ends the processes; what waits or is being read is rejected, to be read later. */
  readonly close: () => Promise<void>
}

type Job = {
  readonly work: MailWork
  readonly settle: (answer: MailAnswer) => void
  readonly fail: (error: Error) => void
}

/**
 * Reads strangers' mail in processes of its own: a mail that takes too long, breaks its process or takes too much memory
 * is answered as unreadable, the process is replaced, and the next mail knows nothing of it. Rejects (MailReaderUnavailable)
 * only where it is closed or no process starts at all.
 */
export function createMailReader({ workers, deadlineMs, memoryMb = 512 }: MailReaderOptions): MailReader {
  const waiting: Job[] = []
  let isClosed = false
  const readers = Array.from({ length: workers }, () => new MailProcess({ deadlineMs, memoryMb }))

  const next = (): void => {
    const reader = readers.find(({ isFree }) => isFree)
    const job = reader === undefined ? undefined : waiting.shift()
    if (reader === undefined || job === undefined) return
    reader.run(job.work).then(job.settle, job.fail).finally(next)
    next()
  }

  const ask = (work: MailWork): Promise<MailAnswer> =>
    new Promise((settle, fail) => {
      if (isClosed) fail(closed())
      else waiting.push({ work, settle, fail })
      next()
    })

  return {
    async read(raw, { envelopeFrom } = {}) {
      const answer = await ask({ kind: 'read', raw, envelopeFrom })
      return answer.kind === 'mail' ? answer.mail : unreadable(answer)
    },
    async sanitise(html, images = {}) {
      const answer = await ask({ kind: 'sanitise', html, images })
      return answer.kind === 'html' ? answer.safe : unreadable(answer)
    },
    async close() {
      isClosed = true
      for (const { fail } of waiting.splice(0)) fail(closed())
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}

function closed(): Error {
  return new MailReaderUnavailable('ECLOSED', 'The mail reader is closed')
}

function unreadable(answer: MailAnswer): Unreadable {
  if (answer.kind === 'unreadable') return { unreadable: answer.unreadable, detail: answer.detail }
  return { unreadable: 'crashed', detail: `the process answered ${answer.kind} to another question` }
}
