import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import {
  type FetchedMail,
  type FetchedPlace,
  type FolderPlace,
  fetchUids,
  INTAKE_LIMITS,
  listUids,
} from '../../channels/email/index.ts'
import type { Store } from '../../db/index.ts'
import {
  keepReconciliation,
  keptUids,
  type LeasedAccount,
  noteNumber,
  type Reconciliation,
} from '../../features/mail-accounts/index.ts'

export interface FolderToReconcile {
  readonly store: Store
  readonly held: LeasedAccount
  /** It has the folder open. */
  readonly client: ImapFlow
  readonly folder: string
  /** How far it was fetched: what lies behind is not missing, but still to come. */
  readonly place: FolderPlace
  readonly signal: AbortSignal
  /** Keeps a mail that was missing. */
  readonly keep: (mail: FetchedMail, at: FetchedPlace) => Promise<void>
}

/**
 * Compares a folder with what was kept of it, once a day, and fetches what is missing. A mail that was kept without its
 * number is known by its bytes, and gets it. Answers what was found; undefined where it was not yet time, or told to stop.
 */
export async function reconcileFolder(given: FolderToReconcile): Promise<Reconciliation | undefined> {
  const { store, held, client, folder, place, signal, keep } = given
  const { uidValidity, lastUid } = place
  if (uidValidity === null) return undefined
  const kept = await keptUids(store, held, { folder, uidValidity })
  if (kept === undefined) return undefined
  const there = (await listUids(client, held.account?.since)).filter((uid) => uid <= lastUid)
  const isThere = new Set(there)
  const gone = [...kept].filter((uid) => !isThere.has(uid)).length
  const missing = there.filter((uid) => !kept.has(uid))
  let known = there.length - missing.length
  let fetched = 0
  await fetchUids(client, missing, {
    mostBytes: INTAKE_LIMITS.bytes,
    signal,
    async take(mail) {
      const at = { folder, uidValidity, uid: mail.uid }
      if (await noteNumber(store, held, createHash('sha256').update(mail.bytes).digest(), at)) known += 1
      else {
        await keep(mail, at)
        fetched += 1
      }
    },
  })
  if (signal.aborted) return undefined
  const found = { there: there.length, known, fetched, failed: there.length - known - fetched, gone }
  await keepReconciliation(store, held, folder, found)
  return found
}
