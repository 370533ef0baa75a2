import { isDeadAddress, type Submission } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { markUnreachable, tellFailure } from '../../features/outbox/index.ts'
import type { LeasedMail } from './lease-mail.ts'
import { nextTry } from './next-try.ts'

/** How an attempt ended: what the server answered, or why there was nothing to give to it. */
export type Attempt = Submission | { readonly impossible: string }

export interface Delivered {
  readonly attempt: Attempt
  readonly isFolder: boolean
}

/**
 * Writes down how an attempt ended. A refusal for good, or five days of others, gives the mail up, which its ticket tells and
 * a person is asked to see to. False where the lease was lost meanwhile: then somebody else has the mail in hand, and
 * nothing is written.
 */
export async function noteDelivery(store: Store, mail: LeasedMail, { attempt, isFolder }: Delivered): Promise<boolean> {
  return transaction(store, { workspace: mail.workspace }, async (tx) => {
    const error = 'impossible' in attempt ? attempt.impossible : errorOf(attempt)
    const next = error === undefined ? undefined : laterOf(tx, mail, attempt)
    const isGivenUp = error !== undefined && next === undefined
    const refused = isGivenUp && isRefused(attempt)
    const now = new Date(tx.now)
    // Before the row, as everybody locks them who has both.
    if (isGivenUp && mail.ticket !== null) await tx.heads.lock([mail.ticket])
    const changed = await tx.db
      .updateTable('outbox')
      .set({
        lease_until: null,
        last_error: error ?? null,
        ...(error === undefined ? { sent_at: now, is_in_folder: isFolder } : {}),
        ...(isGivenUp ? { given_up_at: now, refused } : {}),
        ...(next === undefined ? {} : { due: new Date(next) }),
      })
      .where('workspace_id', '=', mail.workspace)
      .where('id', '=', mail.id)
      .where('fence', '=', mail.fence)
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return false
    if (isGivenUp) {
      const code = 'impossible' in attempt ? null : (attempt.refused[0]?.code ?? null)
      await tellFailure(tx, { ...mail, how: refused ? 'refused' : 'given-up', code })
      await noteDeadAddress(tx, mail, attempt)
    }
    return true
  })
}

/** A server that says at once that nobody has the address says what a bounce would. */
async function noteDeadAddress(tx: Transaction, { written }: LeasedMail, attempt: Attempt): Promise<void> {
  if (written === undefined || 'impossible' in attempt) return
  for (const { permanent, atRecipient, text } of attempt.refused) {
    const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/u.exec(text)?.[1] ?? null
    if (permanent && atRecipient === true && isDeadAddress(status, text))
      await markUnreachable(tx, written.mail.to, status)
  }
}

function isRefused(attempt: Attempt): boolean {
  return !('impossible' in attempt) && attempt.refused.some(({ permanent }) => permanent)
}

function errorOf({ refused }: Submission): string | undefined {
  const [first] = refused
  return first && `${first.code ?? ''} ${first.text}`.trim().slice(0, 500)
}

function laterOf(tx: Transaction, { attempts, written }: LeasedMail, attempt: Attempt): number | undefined {
  if (written === undefined || 'impossible' in attempt || isRefused(attempt)) return undefined
  return nextTry(attempts + 1, written.mail.date, tx.now)
}
