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
  /**
   * Reads a mail, whose bytes must stay as they are until then. Never rejects for what a mail holds. `lane`: mails of one lane
   * never take the last process, so that one that takes long holds up its own lane alone.
   */
  readonly read: (
    raw: Uint8Array<ArrayBuffer>,
    options?: ReadOptions & { readonly lane?: string },
  ) => Promise<ReadMail | Unreadable>
  /** safeHtml for strangers' HTML; `images` gives the address of each picture by its Content-ID. */
  readonly sanitise: (
    html: string,
    images?: Readonly<Record<string, string>>,
    lane?: string,
  ) => Promise<SafeHtml | Unreadable>
  /** Ends the processes; what waits or is being read is rejected, to be read later. */
  readonly close: () => Promise<void>
}

type Job = {
  readonly work: MailWork
  readonly lane: string | undefined
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

  /** Lanes of what is being read. */
  const lanes: (string | undefined)[] = []
  const mostOfLane = Math.max(1, workers - 1)

  const next = (): void => {
    const reader = readers.find(({ isFree }) => isFree)
    if (reader === undefined) return
    const at = waiting.findIndex(({ lane }) => lane === undefined || countOf(lanes, lane) < mostOfLane)
    const [job] = at === -1 ? [] : waiting.splice(at, 1)
    if (job === undefined) return
    lanes.push(job.lane)
    const ended = (): void => {
      lanes.splice(lanes.indexOf(job.lane), 1)
      next()
    }
    reader.run(job.work).then(job.settle, job.fail).finally(ended)
    next()
  }

  const ask = (work: MailWork, lane?: string): Promise<MailAnswer> =>
    new Promise((settle, fail) => {
      if (isClosed) fail(closed())
      else waiting.push({ work, lane, settle, fail })
      next()
    })

  return {
    async read(raw, { envelopeFrom, lane } = {}) {
      const answer = await ask({ kind: 'read', raw, envelopeFrom }, lane)
      return answer.kind === 'mail' ? answer.mail : unreadable(answer)
    },
    async sanitise(html, images = {}, lane) {
      const answer = await ask({ kind: 'sanitise', html, images }, lane)
      return answer.kind === 'html' ? answer.safe : unreadable(answer)
    },
    async close() {
      isClosed = true
      for (const { fail } of waiting.splice(0)) fail(closed())
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}

function countOf(lanes: readonly (string | undefined)[], lane: string): number {
  return lanes.filter((each) => each === lane).length
}

function closed(): Error {
  return new MailReaderUnavailable('ECLOSED', 'The mail reader is closed')
}

function unreadable(answer: MailAnswer): Unreadable {
  if (answer.kind === 'unreadable') return { unreadable: answer.unreadable, detail: answer.detail }
  return { unreadable: 'crashed', detail: `the process answered ${answer.kind} to another question` }
}
