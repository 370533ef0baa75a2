import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MailReaderUnavailable, type UnreadableReason } from './mail-shape.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'

type ProcessOptions = {
  readonly deadlineMs: number
  /** After how long `onLong` is called, ms. */
  readonly longMs: number
  readonly memoryMb: number
}

/** `broken-off`: as wanted; nothing is known of the mail. */
export type ProcessAnswer = MailAnswer | { readonly kind: 'broken-off' }

/** After these the process is gone, or is not to be trusted with another mail. */
const BROKEN: readonly UnreadableReason[] = ['took-too-long', 'took-too-much-memory', 'crashed']

/** Did it cost its process? */
export function hasCostProcess(answer: ProcessAnswer): boolean {
  return answer.kind === 'broken-off' || (answer.kind === 'unreadable' && BROKEN.includes(answer.unreadable))
}

/**
 * One process that reads one mail at a time, replaced when a mail broke it. A thread would not do: where its heap ends
 * within a single large allocation, Node ends the whole process, as a 50 MB part of short lines showed.
 */
export class MailProcess {
  readonly #options: ProcessOptions
  #child: Promise<ChildProcess> | undefined
  #breakOff: (() => void) | undefined
  #isBusy = false
  #isClosed = false

  constructor(options: ProcessOptions) {
    this.#options = options
    this.#child = this.#start()
  }

  get isFree(): boolean {
    return !this.#isBusy
  }

  /**
   * Rejects with MailReaderUnavailable where no process starts or it is closed; whatever a mail does is an answer. `onLong` is
   * called once, where the mail has kept its process for longMs; a start of the process is not the mail's.
   */
  async run(work: MailWork, onLong: () => void): Promise<ProcessAnswer> {
    this.#isBusy = true
    try {
      const child = await this.#running()
      const asked = ask(child, work, { ...this.#options, onLong })
      this.#breakOff = asked.breakOff
      const answer = await asked.answer
      if (hasCostProcess(answer)) {
        await end(child)
        this.#child = undefined
        if (this.#isClosed) throw new MailReaderUnavailable('ECLOSED', 'The mail reader was closed while it read')
        this.#child = this.#start()
      }
      return answer
    } catch (error) {
      this.#child = undefined
      throw error
    } finally {
      this.#breakOff = undefined
      this.#isBusy = false
    }
  }

  /** Ends what is being read, so that `run` answers; its process is replaced. */
  breakOff(): void {
    this.#breakOff?.()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const child = await this.#child?.catch(() => undefined)
    this.#child = undefined
    if (child !== undefined) await end(child)
  }

  /** The process at hand, or a new one where that ended while it had nothing to do. */
  async #running(): Promise<ChildProcess> {
    this.#child ??= this.#start()
    const child = await this.#child
    if (!hasEnded(child)) return child
    this.#child = this.#start()
    return this.#child
  }

  #start(): Promise<ChildProcess> {
    const started = startProcess(this.#options.memoryMb)
    // Whoever runs a mail hears of it; until then nobody listens.
    started.catch(() => undefined)
    return started
  }
}

function startProcess(memoryMb: number): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./mail-worker.ts', import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: compiledCode(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((ready, failed) => {
    const notStarted = (cause: unknown): void => {
      failed(new MailReaderUnavailable('ENOTSTARTED', 'The process that reads mail did not start', cause))
    }
    child.once('error', notStarted)
    child.once('exit', notStarted)
    child.once('message', () => {
      child.off('error', notStarted).off('exit', notStarted)
      child.on('error', () => undefined)
      keepsAlive(child, false)
      ready(child)
    })
  })
}

/** What parses strangers' bytes needs none of the server's secrets; where code lies compiled, it starts in half of the time. */
function compiledCode(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  // Node names a folder of its own version within the one that it is told.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

/** An idle process keeps its parent no longer alive than it would be. */
function keepsAlive(child: ChildProcess, isBusy: boolean): void {
  if (isBusy) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

/** The process's answer, or what became of it; `breakOff` has it answered at once. */
function ask(
  child: ChildProcess,
  work: MailWork,
  { deadlineMs, longMs, onLong }: Omit<ProcessOptions, 'memoryMb'> & { readonly onLong: () => void },
): { readonly answer: Promise<ProcessAnswer>; readonly breakOff: () => void } {
  const { promise, resolve } = Promise.withResolvers<ProcessAnswer>()
  // Only our own worker sends on this channel, and only answers.
  const answered = (answer: unknown): void => settle(answer as MailAnswer)
  const settle = (answer: ProcessAnswer): void => {
    clearTimeout(deadline)
    clearTimeout(long)
    child.off('message', answered).off('exit', exited)
    keepsAlive(child, false)
    resolve(answer)
  }
  const broken = (unreadable: UnreadableReason, detail: string): void =>
    settle({ kind: 'unreadable', unreadable, detail })
  const exited = (code: number | null, signal: string | null): void => {
    const outOfMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134
    broken(outOfMemory ? 'took-too-much-memory' : 'crashed', `the process ended with ${signal ?? code}`)
  }
  const deadline = setTimeout(() => broken('took-too-long', `more than ${deadlineMs} ms`), deadlineMs)
  const long = setTimeout(onLong, longMs)
  keepsAlive(child, true)
  child.on('message', answered).on('exit', exited)
  if (hasEnded(child)) broken('crashed', 'the process had ended')
  // Where it ends while it is being sent to, its end is the answer.
  else child.send(work, () => undefined)
  return { answer: promise, breakOff: () => settle({ kind: 'broken-off' }) }
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  keepsAlive(child, true)
  child.kill('SIGKILL')
  await ended
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
