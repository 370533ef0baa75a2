import { Worker } from 'node:worker_threads'
import type { UnreadableReason } from './mail-shape.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'

type ThreadOptions = { readonly deadlineMs: number; readonly memoryMb: number }

/** One thread that reads one mail at a time; a new one takes its place as soon as it is needed after a mail broke it. */
export class MailThread {
  readonly #options: ThreadOptions
  #worker: Promise<Worker> | undefined
  #isBusy = false
  #isClosed = false

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#worker = this.#start()
  }

  get isFree(): boolean {
    return !this.#isBusy
  }

  /** Rejects where no thread starts; whatever a mail does is an answer. */
  async run(work: MailWork): Promise<MailAnswer> {
    this.#isBusy = true
    try {
      this.#worker ??= this.#start()
      const worker = await this.#worker
      const answer = await ask(worker, work, this.#options.deadlineMs)
      if (answer.kind === 'unreadable' && BROKEN.includes(answer.unreadable)) {
        await worker.terminate()
        this.#worker = undefined
        if (!this.#isClosed) this.#worker = this.#start()
      }
      return answer
    } catch (error) {
      this.#worker = undefined
      throw error
    } finally {
      this.#isBusy = false
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = await this.#worker?.catch(() => undefined)
    this.#worker = undefined
    await worker?.terminate()
  }

  #start(): Promise<Worker> {
    const started = startWorker(this.#options.memoryMb)
    // Whoever runs a mail hears of it; until then nobody listens.
    started.catch(() => undefined)
    return started
  }
}

/** After these the thread is gone, or is not to be trusted with another mail. */
const BROKEN: readonly UnreadableReason[] = ['took-too-long', 'took-too-much-memory', 'crashed']

function startWorker(memoryMb: number): Promise<Worker> {
  const worker = new Worker(new URL('./mail-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Its own environment: what parses strangers' bytes needs none of the server's secrets.
    env: {},
  })
  return new Promise((ready, failed) => {
    const notStarted = (cause: unknown): void =>
      failed(new Error('The thread that reads mail did not start', { cause }))
    worker.once('error', notStarted)
    worker.once('exit', notStarted)
    worker.once('message', () => {
      worker.off('error', notStarted).off('exit', notStarted)
      // A thread that breaks while it has nothing to do is noticed when it is asked; without a listener it would end us.
      worker.on('error', () => undefined)
      // An idle thread keeps no process alive.
      worker.unref()
      ready(worker)
    })
  })
}

/** The thread's answer, or what became of it. */
function ask(worker: Worker, work: MailWork, deadlineMs: number): Promise<MailAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: MailAnswer): void => {
      clearTimeout(deadline)
      worker.off('message', settle).off('error', failed).off('exit', exited)
      worker.unref()
      resolve(answer)
    }
    const broken = (unreadable: UnreadableReason, detail: string): void =>
      settle({ kind: 'unreadable', unreadable, detail })
    const failed = (error: Error & { readonly code?: string }): void =>
      broken(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'took-too-much-memory' : 'crashed', String(error))
    const exited = (code: number): void => broken('crashed', `the thread ended with ${code}`)
    const deadline = setTimeout(() => broken('took-too-long', `more than ${deadlineMs} ms`), deadlineMs)
    worker.ref()
    worker.on('message', settle).on('error', failed).on('exit', exited)
    // A thread that had ended before has no ear and would never answer.
    if (worker.threadId < 0) broken('crashed', 'the thread had ended')
    else worker.postMessage(work, work.kind === 'read' ? [work.raw.buffer] : [])
  })
}
