import type {
  AuthorProof,
  MailReader,
  MailRow,
  MailVerifier,
  OnMailStep,
  UnreadableReason,
} from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import {
  prepareMail,
  proveMail,
  quarantineMail,
  type ReadyMail,
  rawMail,
  settleMails,
} from '../../features/mail/index.ts'
import { insist, isPassing } from '../insist.ts'
import { giveBack } from './lease-waiting.ts'

export interface ReadingDesk extends Desk {
  readonly reader: MailReader
  readonly verifier: MailVerifier | undefined
  readonly onStep: OnMailStep
  /** The process stops: nothing is waited for any more. */
  readonly isOver: () => boolean
}

/** A mail that was read, while its sender's servers are still asked about it. */
export interface ReadOnce extends Omit<ReadyMail, 'proof'> {
  readonly proof: Promise<AuthorProof>
}

/** A mail that broke its thread, or could not be settled, so often is set aside. */
const MOST_ATTEMPTS = 3
/** One that was in hand so often when a process was lost. More, since mostly it is not the mail's fault. */
const MOST_LOSSES = 10
const RETRY_MS = 1_000
/** How long a mail that cannot be given back is held, ms; then its lease has to end by itself. */
const HELD_MS = 20_000

/** Which words of the reader say that a mail is what it is, and will be the next time. */
const LIMITS: readonly UnreadableReason[] = ['nested-too-deep', 'headers-too-large', 'too-many-parts', 'text-too-large']

/** Reads one mail that this process has in hand; `atHand`: its bytes, where they are. Undefined where it is not to be settled now: set aside, or tried again. */
export async function readOne(
  desk: ReadingDesk,
  row: MailRow,
  atHand?: Uint8Array<ArrayBuffer>,
): Promise<ReadOnce | undefined> {
  const { store, onStep } = desk
  try {
    if (row.attempts > MOST_LOSSES) {
      await quarantineMail(store, row, { reason: 'unreadable', detail: 'broke off each time' })
      return undefined
    }
    if (row.isCut) {
      await quarantineMail(store, row, { reason: 'too-large', detail: 'only its beginning is kept' })
      return undefined
    }
    const raw = atHand ?? (await rawMail(desk.blobs, row))
    const proof = proveMail(desk.verifier, row, raw)
    // Whoever takes the mail on hears of it; where it is set aside nobody does.
    proof.catch(() => undefined)
    const prepared = await prepareMail(desk, row, raw)
    onStep('read')
    if (!('unreadable' in prepared)) return { row, prepared, proof }
    const detail = prepared.unreadable
    if (LIMITS.includes(detail)) await quarantineMail(store, row, { reason: 'limits', detail })
    else if (detail === 'broken' || row.attempts >= MOST_ATTEMPTS)
      await quarantineMail(store, row, { reason: 'unreadable', detail })
    else await giveBack(store, row, { waitMs: RETRY_MS, isOurFault: false })
  } catch (error) {
    await afterFailure(desk, row, error)
  }
  return undefined
}

/** Settles mails of one workspace; where they fail together, one by one. Never rejects: what fails is tried again or set aside. */
export async function settleTogether(desk: ReadingDesk, mails: readonly ReadyMail[]): Promise<void> {
  try {
    await settleMails(desk, mails, () => desk.onStep('settling'))
    desk.onStep('settled')
  } catch (error) {
    const [first, ...more] = mails
    if (first === undefined) return
    if (more.length === 0) return afterFailure(desk, first.row, error)
    for (const mail of mails) await settleTogether(desk, [mail])
  }
}

export async function afterFailure({ store, log, isOver }: ReadingDesk, row: MailRow, error: unknown): Promise<void> {
  log.error({ err: error, mail: row.id }, 'a mail could not be settled')
  const isOurFault = isPassing(error)
  const isTriedAgain = isOurFault || row.attempts < MOST_ATTEMPTS
  try {
    await insist(
      async () => {
        if (isTriedAgain) await giveBack(store, row, { waitMs: RETRY_MS, isOurFault })
        else await quarantineMail(store, row, { reason: 'failed', detail: 'could not be settled' })
      },
      { forMs: HELD_MS, isOver },
    )
  } catch (again) {
    log.warn({ err: again, mail: row.id }, 'a mail is tried again when its lease has ended')
  }
}
