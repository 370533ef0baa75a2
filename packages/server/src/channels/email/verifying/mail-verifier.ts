import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Lookup } from './lookup.ts'
import { type AuthorProof, UNANSWERED_PROOF } from './mail-proof.ts'
import type { MailOrigin } from './verify-mail.ts'
import type { FromVerifier, ToVerifier } from './verify-work.ts'

export interface MailVerifierOptions {
  readonly lookup: Lookup
  /** How long the DNS may take for one mail, ms; what it did not say by then is not known. */
  readonly lookupMs?: number
  /** How long one mail may take, ms: a process that says nothing by then is replaced. */
  readonly deadlineMs?: number
}

export interface MailVerifier {
  /** Verifies a mail, many at a time. Never rejects, and answers within its deadline: what could not be found out is not known. */
  verify(raw: Uint8Array, origin: MailOrigin): Promise<AuthorProof>
  close(): Promise<void>
}

const LOOKUP_MS = 5_000
/** How long one mail may take where nothing else is said, ms. */
export const VERIFY_WITHIN = 8_000
const MEMORY_MB = 256
/** So many bytes are in the hand of the process, if no single mail is larger; the rest waits. */
const MOST_BYTES = 64 * 1024 * 1024

interface Job {
  readonly raw: Uint8Array
  readonly origin: MailOrigin
  readonly settle: (proof: AuthorProof) => void
  /** By the clock of performance.now. */
  readonly lookUntil: number
}

/**
 * Verifies strangers' mail in a process of its own, which has no secrets and asks us for each lookup. Slow servers of a
 * sender's domain delay that sender's mail alone.
 */
export function createMailVerifier(options: MailVerifierOptions): MailVerifier {
  const { lookup, lookupMs = LOOKUP_MS, deadlineMs = VERIFY_WITHIN } = options
  const waiting: [number, Job][] = []
  const inHand = new Map<number, Job>()
  let bytes = 0
  let ids = 0
  let isClosed = false
  let process: Promise<ChildProcess | undefined> | undefined

  const running = (): Promise<ChildProcess | undefined> => {
    process ??= start(heard, () => replace()).catch(() => undefined)
    return process
  }

  /** What it had in hand is not known; the next mail starts another. */
  const replace = (): void => {
    const old = process
    process = undefined
    void old?.then((child) => child?.kill('SIGKILL'))
    for (const job of inHand.values()) job.settle(UNANSWERED_PROOF)
  }

  const heard = (child: ChildProcess, message: FromVerifier): void => {
    if (message.kind === 'proof') inHand.get(message.id)?.settle(message.proof)
    if (message.kind === 'look-up') void look(child, message)
  }

  const look = async (
    child: ChildProcess,
    { id, lookup: number, name, type }: Extract<FromVerifier, { readonly kind: 'look-up' }>,
  ): Promise<void> => {
    const left = (inHand.get(id)?.lookUntil ?? 0) - performance.now()
    tell(
      child,
      await lookedUp(lookup, { name, type, left }).then(
        (records): ToVerifier => ({ kind: 'found', lookup: number, records }),
        (error: unknown): ToVerifier => ({ kind: 'not-found', lookup: number, code: codeOf(error) }),
      ),
    )
  }

  const next = async (): Promise<void> => {
    const [first] = waiting
    if (first === undefined || (inHand.size > 0 && bytes + first[1].raw.length > MOST_BYTES)) return
    waiting.shift()
    const [id, job] = first
    inHand.set(id, job)
    bytes += job.raw.length
    const child = await running()
    if (child === undefined) {
      process = undefined
      job.settle(UNANSWERED_PROOF)
    } else if (inHand.has(id)) tell(child, { kind: 'verify', id, raw: job.raw, origin: job.origin })
    void next()
  }

  return {
    verify: (raw, origin) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(UNANSWERED_PROOF)
        ids += 1
        const id = ids
        const settle = (proof: AuthorProof): void => {
          clearTimeout(deadline)
          if (inHand.delete(id)) bytes -= raw.length
          const at = waiting.findIndex(([each]) => each === id)
          if (at >= 0) waiting.splice(at, 1)
          resolve(proof)
          void next()
        }
        const deadline = setTimeout(() => {
          // No lookup takes so long: the process itself does.
          if (inHand.has(id)) replace()
          else settle(UNANSWERED_PROOF)
        }, deadlineMs)
        waiting.push([id, { raw, origin, settle, lookUntil: performance.now() + lookupMs }])
        void next()
      }),
    async close() {
      isClosed = true
      const old = await process
      for (const [, job] of waiting.splice(0)) job.settle(UNANSWERED_PROOF)
      replace()
      if (old !== undefined && !hasEnded(old)) await new Promise((resolve) => old.once('exit', resolve))
    },
  }
}

async function start(
  heard: (child: ChildProcess, message: FromVerifier) => void,
  ended: () => void,
): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./verify-worker.ts', import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    // What parses strangers' bytes needs none of the server's secrets.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await new Promise<void>((ready, failed) => {
    child.once('error', failed).once('exit', () => failed(new Error('the process that verifies mail did not start')))
    child.once('message', () => ready())
  })
  // Only our own worker sends on this channel.
  child.on('message', (message) => heard(child, message as FromVerifier))
  child.on('error', () => undefined).on('exit', ended)
  return child
}

function tell(child: ChildProcess, message: ToVerifier): void {
  // Where it ends while it is being sent to, its end is the answer.
  if (!hasEnded(child)) child.send(message, () => undefined)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function lookedUp(
  lookup: Lookup,
  { name, type, left }: { readonly name: string; readonly type: string; readonly left: number },
): Promise<string[] | string[][]> {
  if (left <= 0) throw tooLate()
  let timer: NodeJS.Timeout | undefined
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooLate()), left)
    })
    return await Promise.race([lookup(name, type), late])
  } finally {
    clearTimeout(timer)
  }
}

function tooLate(): Error {
  return Object.assign(new Error('no answer in time'), { code: 'ETIMEOUT' })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN'
}
