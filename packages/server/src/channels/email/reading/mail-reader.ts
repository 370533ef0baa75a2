import { hasCostProcess, MailProcess } from './mail-process.ts'
import { MailReaderUnavailable, type ReadMail, type Unreadable } from './mail-shape.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'
import type { ReadOptions } from './read-mail.ts'
import { ReadingTurns } from './reading-turns.ts'
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
   * Reads a mail, whose bytes must stay as they are until then. Never rejects for what a mail holds. `lane`: to whom it came;
   * lanes are read in turn, and what takes long in some holds up others for a moment only (ReadingTurns).
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

/** From when on a mail counts as slow, ms; one of 5 MB takes some 100, and three times as many on a busy machine. */
const LONG = 500
/** For how long a lane of which a mail was slow shares what is left to slow ones, and leaves one process to others, ms. */
const [SLOW_FOR, DOUBTED_FOR] = [5_000, 60_000]

/**
 * Reads strangers' mail in processes of its own: a mail that takes too long, breaks its process or takes too much memory
 * is answered as unreadable, the process is replaced, and the next mail knows nothing of it. Rejects (MailReaderUnavailable)
 * only where it is closed or no process starts at all.
 */
export function createMailReader({ workers, deadlineMs, memoryMb = 512 }: MailReaderOptions): MailReader {
  let isClosed = false
  const processes = Array.from({ length: workers }, () => new MailProcess({ deadlineMs, longMs: LONG, memoryMb }))
  const turns = new ReadingTurns<Job>({ places: workers, slowForMs: SLOW_FOR, doubtedForMs: DOUBTED_FOR })
  const reading = new Map<Job, MailProcess>()
  const now = (): number => performance.now()

  const work = (): void => {
    for (;;) {
      const free = processes.find(({ isFree }) => isFree)
      const job = free === undefined ? undefined : turns.next(now())
      if (free === undefined || job === undefined) break
      void read(free, job)
    }
    const slow = turns.toBreakOff(now())
    if (slow !== undefined) reading.get(slow)?.breakOff()
  }

  const read = async (by: MailProcess, job: Job): Promise<void> => {
    const takesLong = (): void => {
      turns.takesLong(job)
      work()
    }
    reading.set(job, by)
    try {
      const answer = await by.run(job.work, takesLong)
      if (hasCostProcess(answer)) turns.takesLong(job)
      if (answer.kind === 'broken-off' && !isClosed) turns.brokenOff(job, now())
      else {
        turns.ended(job, now())
        if (answer.kind === 'broken-off') job.fail(closed())
        else job.settle(answer)
      }
    } catch (error) {
      turns.ended(job, now())
      job.fail(error instanceof Error ? error : new Error(String(error)))
    }
    reading.delete(job)
    work()
    // What of its lane waits is to be begun when that is slow no more.
    const quickIn = turns.slowFor(job, now())
    if (quickIn > 0) setTimeout(work, quickIn).unref()
  }

  const ask = (wanted: MailWork, lane?: string): Promise<MailAnswer> =>
    new Promise((settle, fail) => {
      if (isClosed) fail(closed())
      else turns.add({ work: wanted, lane, settle, fail })
      work()
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
      for (const { fail } of turns.clear()) fail(closed())
      await Promise.all(processes.map((each) => each.close()))
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
