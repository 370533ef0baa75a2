import type { Submission } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { raiseAttention } from '../../features/attention/index.ts'
import type { LeasedMail } from './lease-mail.ts'
import { nextTry } from './next-try.ts'

/** How an attempt ended: what the server answered, or why there was nothing to give to it. */
export type Attempt = Submission | { readonly impossible: string }

export interface Delivered {
  readonly attempt: Attempt
  readonly isFolder: boolean
}

/**
 * Writes down how an attempt ended. A refusal for good, or five days of others, gives the mail up and asks for a person's
 * attention. False where the lease was lost meanwhile: then somebody else has the mail in hand, and nothing is written.
 */
export async function noteDelivery(store: Store, mail: LeasedMail, { attempt, isFolder }: Delivered): Promise<boolean> {
  return transaction(store, { workspace: mail.workspace }, async (tx) => {
    const error = 'impossible' in attempt ? attempt.impossible : errorOf(attempt)
    const next = error === undefined ? undefined : laterOf(tx, mail, attempt)
    const now = new Date(tx.now)
    const changed = await tx.db
      .updateTable('outbox')
      .set({
        lease_until: null,
        last_error: error ?? null,
        ...(error === undefined ? { sent_at: now, is_in_folder: isFolder } : {}),
        ...(error !== undefined && next === undefined ? { given_up_at: now } : {}),
        ...(next === undefined ? {} : { due: new Date(next) }),
      })
      .where('workspace_id', '=', mail.workspace)
      .where('id', '=', mail.id)
      .where('fence', '=', mail.fence)
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return false
    if (error !== undefined && next === undefined) await askForAttention(tx, mail, attempt)
    return true
  })
}

function errorOf({ refused }: Submission): string | undefined {
  const [first] = refused
  return first && `${first.code ?? ''} ${first.text}`.trim().slice(0, 500)
}

function laterOf(tx: Transaction, { attempts, written }: LeasedMail, attempt: Attempt): number | undefined {
  if (written === undefined || 'impossible' in attempt || attempt.refused.some(({ permanent }) => permanent))
    return undefined
  return nextTry(attempts + 1, written.mail.date, tx.now)
}

async function askForAttention(tx: Transaction, { id, kind, ticket }: LeasedMail, attempt: Attempt): Promise<void> {
  const code = 'impossible' in attempt ? null : (attempt.refused[0]?.code ?? null)
  await raiseAttention(tx, {
    once: `mail-not-delivered ${id}`,
    code: 'mail-not-delivered',
    data: { outgoing: id, kind, reply: code },
    ...(ticket === null ? {} : { ticket }),
  })
}
