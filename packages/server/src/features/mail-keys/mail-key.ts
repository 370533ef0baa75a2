import type { KeyFinding } from '@avow/contract'
import type { KeyKind } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'

/** A key as it is stored, without its private half. Instants: UTC ms. */
export interface StoredKey {
  readonly id: string
  readonly domain: string
  readonly selector: string
  readonly kind: KeyKind
  readonly publicKey: string
  readonly sealed: string
  readonly madeAt: number
  readonly signsSince: number | undefined
  readonly replacedAt: number | undefined
  readonly seenAt: number | undefined
  /** Since when the DNS has said that the record, which was there, is gone or another. */
  readonly lackingSince: number | undefined
  /** Regular looks in a row that found so. */
  readonly missed: number
  /** Since when it signs nothing for that. */
  readonly stoppedAt: number | undefined
  readonly checked: { readonly at: number; readonly finding: KeyFinding; readonly said: string | null } | undefined
}

/** The keys of the workspace, those of a domain together, the oldest first. */
export async function storedKeys({ db, workspace }: Transaction): Promise<readonly StoredKey[]> {
  const rows = await db
    .selectFrom('mail_key')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('domain')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    domain: row.domain,
    selector: row.selector,
    kind: row.kind,
    publicKey: row.public_key,
    sealed: row.sealed_private,
    madeAt: row.made_at.getTime(),
    signsSince: row.signs_since?.getTime(),
    replacedAt: row.replaced_at?.getTime(),
    seenAt: row.seen_at?.getTime(),
    lackingSince: row.lacking_since?.getTime(),
    missed: row.missed,
    stoppedAt: row.stopped_at?.getTime(),
    checked:
      row.checked_at === null
        ? undefined
        : // Only lookUpKey's words are written there.
          { at: row.checked_at.getTime(), finding: row.finding as KeyFinding, said: row.said },
  }))
}

/** A key of the workspace. Throws `not-found`. */
export async function keyAtHand(tx: Transaction, id: string): Promise<StoredKey> {
  const found = (await storedKeys(tx)).find((key) => key.id === id)
  if (found === undefined) throw new Refusal('not-found', 'There is no key of this id.')
  return found
}

export function isSigning({ signsSince, replacedAt, stoppedAt }: StoredKey): boolean {
  return signsSince !== undefined && replacedAt === undefined && stoppedAt === undefined
}

/** Is it the one of its kind that signs, or would if its record were there? */
export function isInPlace({ signsSince, replacedAt }: StoredKey): boolean {
  return signsSince !== undefined && replacedAt === undefined
}

/** The private half as it is stored; what is stored for one key opens for no other. */
export function sealPrivate(keys: Keys, id: string, privatePem: string): string {
  return keys.seal('signing-key', id, privatePem)
}

/** Undefined where the installation's keys are others than those that it was sealed under. */
export function unsealPrivate(keys: Keys, { id, sealed }: StoredKey): string | undefined {
  return keys.unseal('signing-key', id, sealed)
}
