import type { Logger } from 'pino'
import { domainOf, type Lookup, lookUpKey } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { nextLookAt } from './after-look.ts'
import { isInPlace, isSigning, keyAtHand, type StoredKey, storedKeys } from './mail-key.ts'
import { noteKey } from './note-key.ts'

export interface KeyWatch {
  readonly store: Store
  readonly lookup: Lookup
  readonly log: Pick<Logger, 'warn' | 'info'>
}

/**
 * Looks for the records of those keys of the workspace that sign mail, or would if their record were there, and whose time
 * for it has come: once a day, once an hour while something is wrong. See afterLook for what follows.
 */
export async function watchKeys(
  { store, lookup, log }: KeyWatch,
  workspace: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const key of await transaction(store, { workspace }, dueKeys)) {
    if (signal?.aborted) return
    // Asked before the transaction: it takes its time.
    const seen = await lookUpKey(lookup, key)
    const changed = await transaction(store, { workspace }, async (tx) => {
      if (!(await isAsItWas(tx, key))) return undefined
      await noteKey(tx, key.id, seen, { isRegular: true })
      const signs = isSigning(await keyAtHand(tx, key.id))
      return signs === isSigning(key) ? undefined : signs
    })
    const { domain, selector } = key
    if (changed === true) log.info({ domain, selector }, 'mail is signed by this key again')
    if (changed === false) log.warn({ domain, selector, finding: seen.finding }, 'mail is no longer signed by this key')
  }
}

async function dueKeys(tx: Transaction): Promise<readonly StoredKey[]> {
  const due = (await storedKeys(tx)).filter((key) => isInPlace(key) && nextLookAt(key) <= tx.now)
  if (due.length === 0) return []
  const domains = new Set((await mailboxesOf(tx)).flatMap((box) => (box.isRemoved ? [] : [domainOf(box.address)])))
  return due.filter(({ domain }) => domains.has(domain))
}

/** Of two servers that look at once one counts it; nor is a key noted that was replaced or removed meanwhile. */
async function isAsItWas({ db, workspace }: Transaction, key: StoredKey): Promise<boolean> {
  const row = await db
    .selectFrom('mail_key')
    .select(['checked_at', 'replaced_at'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined && row.replaced_at === null && row.checked_at?.getTime() === key.checked?.at
}
