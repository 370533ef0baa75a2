import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import type { BlobStore } from '../../blobs/index.ts'
import { MailRefused, type ServerTrust, type Submission, type Submitter } from '../../channels/email/index.ts'
import type { ConsentProvider } from '../../consent-providers/index.ts'
import type { Store } from '../../db/index.ts'
import { doubtToken } from '../../features/mail-consents/index.ts'
import { noteSender } from '../../features/mail-senders/index.ts'
import { MAIL_LIMITS, type MailLimits } from '../../mail-limits.ts'
import type { Keys } from '../../secrets/index.ts'
import { type Insistence, insist } from '../insist.ts'
import { type LeasedMail, leaseMail } from './lease-mail.ts'
import { type Attempt, noteDelivery } from './note-delivery.ts'
import { openSenders, type Senders } from './senders.ts'

/** Steps at which a process may be lost: the mail is taken in hand, has left, and that is noted. */
export const OUTBOX_STEPS = ['leased', 'submitted', 'noted'] as const
export type OutboxStep = (typeof OUTBOX_STEPS)[number]

export interface OutboxOptions {
  readonly store: Store
  /** Where the files lie that mails take along. */
  readonly blobs: BlobStore
  readonly keys: Keys
  readonly log: Logger
  /** By which mail leaves whose mailbox has no server of its own. */
  readonly submitter: Submitter
  /** Whom to trust as the servers of mailboxes. */
  readonly trust?: ServerTrust
  /** Who gives tokens for mailboxes that are signed in to by a consent; the known ones where left out. */
  readonly consents?: readonly ConsentProvider[]
  /** The submitter keeps mail in a folder, since there is no server to give it to. */
  readonly isFolder: boolean
  /** How often to look for mail that is due, ms. */
  readonly everyMs?: number
  /** How long one attempt may take before another process may begin one, ms. */
  readonly leaseMs?: number
  /** How many mails one workspace has in hand at a time. */
  readonly most?: number
  /** Of automatic mail; those that hold where left out. */
  readonly limits?: MailLimits | undefined
  /** Hears of each step that a mail reaches, before the next is begun. Faults are tried here. */
  readonly onStep?: (step: OutboxStep) => void
}

export interface Outbox {
  /** Looks at once, not only at the next turn. */
  wake(): void
  /** Looks once, and answers when what was due has been tried. */
  runOnce(): Promise<void>
  /** Begins nothing new; answers when what is on its way has been noted. */
  close(): Promise<void>
}

/** Sends what lies in the outbox, of all workspaces. Several processes may: each mail is in the hand of one. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { store, keys, log, trust, everyMs = 1_000, leaseMs = 120_000, most = 10, limits = MAIL_LIMITS } = options
  const senders = openSenders(options, trust)
  let running: Promise<void> | undefined
  let isClosed = false
  let again = false

  const runWorkspace = async (workspace: string): Promise<void> => {
    for (;;) {
      const leased = isClosed ? [] : await leaseMail({ store, keys, leaseMs, most, limits }, workspace)
      const began = performance.now()
      const send = (mail: LeasedMail) =>
        deliver({ ...options, senders }, mail, { forMs: leaseMs / 2, isOver: () => isClosed })
      const [large, small] = [leased.filter(isLarge), leased.filter((mail) => !isLarge(mail))]
      // What waited for its turn until its lease is half over stays leased, and is taken in hand anew once it ends.
      const sendInTime = async (mail: LeasedMail) => {
        if (performance.now() - began < leaseMs / 2) await send(mail)
      }
      await Promise.all([...small.map(send), inLanes(LARGE_AT_ONCE, large, sendInTime)])
      if (leased.length < most) return
    }
  }

  const runAll = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces)
      await runWorkspace(id).catch((error: unknown) => log.warn({ err: error }, 'the outbox could not be read'))
  }

  const run = (): Promise<void> => {
    if (running !== undefined) {
      again = true
      return running
    }
    running = runAll()
      .catch((error: unknown) => log.warn({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        running = undefined
        if (again && !isClosed) {
          again = false
          void run()
        }
      })
    return running
  }

  const timer = setInterval(() => void run(), everyMs)
  timer.unref()
  return {
    wake: () => void run(),
    runOnce: async () => {
      await running
      await run()
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      await running
      await senders.close()
    },
  }
}

/** Of mails with files, which are whole in memory several times over while they are signed and sent. */
const LARGE_AT_ONCE = 2

function isLarge({ written }: LeasedMail): boolean {
  return written?.hasFiles === true
}

/** Does the work for each, so many at a time. */
async function inLanes<T>(lanes: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  const lane = async (): Promise<void> => {
    for (const one of waiting) await work(one)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

type Delivering = OutboxOptions & { readonly senders: Senders }

async function deliver(options: Delivering, mail: LeasedMail, insistence: Insistence): Promise<void> {
  const { store, blobs, log, senders, onStep = () => undefined } = options
  const { workspace, sender } = mail
  const isFolder = options.isFolder && sender === undefined
  onStep('leased')
  const attempt = await submit(
    sender === undefined ? options.submitter : await senders.submitterTo(workspace, sender),
    blobs,
    mail,
  )
  onStep('submitted')
  try {
    // What has left must be noted, or it leaves once more.
    const isNoted = await insist(() => noteDelivery(store, mail, { attempt, isFolder }), insistence)
    onStep('noted')
    if (!isNoted) log.warn({ outgoing: mail.id }, 'a mail took longer than its lease; somebody else has it in hand')
  } catch (error) {
    // The lease ends by itself, and the mail is sent once more, with the same Message-ID.
    log.warn({ err: error, outgoing: mail.id }, 'how a mail fared could not be noted')
  }
  if (sender === undefined || 'impossible' in attempt) return
  if (attempt.failure?.code === 'sign-in') await doubt(options, mail)
  await noteSender(store, workspace, sender.mailbox, attempt.failure).catch((error: unknown) =>
    log.warn({ workspace, mailbox: sender.mailbox, err: error }, 'how the server of a mailbox did could not be noted'),
  )
}

/** A token that was not taken is renewed before the next mail, whatever its time. */
async function doubt(options: Delivering, { workspace, sender }: LeasedMail): Promise<void> {
  const signIn = sender?.signIn
  if (sender === undefined || typeof signIn !== 'object' || !('byConsent' in signIn)) return
  await doubtToken(options, workspace, sender.mailbox).catch((error: unknown) =>
    options.log.warn({ workspace, err: error }, 'a token that was refused could not be noted'),
  )
}

async function submit(submitter: Submitter, blobs: BlobStore, { written }: LeasedMail): Promise<Attempt> {
  if (written === undefined) return { impossible: 'its mailbox has gone' }
  try {
    return await submitter.submit(written.envelope, await written.bytes(blobs))
  } catch (error) {
    if (error instanceof MailRefused) return { impossible: error.message }
    return refusedFor(written.mail.to, error)
  }
}

function refusedFor(address: string, error: unknown): Submission {
  const text = error instanceof Error ? error.message : String(error)
  return { accepted: [], refused: [{ address, code: null, text, permanent: false }] }
}
