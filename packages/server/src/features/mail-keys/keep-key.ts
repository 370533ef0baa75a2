import type { KeyKind, MadeKey } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { lockMailboxes } from '../mailboxes/index.ts'
import { domainAtHand } from './list-domains.ts'
import { sealPrivate } from './mail-key.ts'

/**
 * Keeps a new key of a domain, which waits for its record. Answers its selector; undefined where one of its kind waits
 * already: then nothing is kept. Throws `not-found` where no address is in the domain.
 */
export async function keepKey(
  tx: Transaction,
  keys: Keys,
  { domain: typed, kind, made }: { readonly domain: string; readonly kind: KeyKind; readonly made: MadeKey },
): Promise<string | undefined> {
  // Of two who make one at once, the other finds it.
  await lockMailboxes(tx)
  const { domain, addresses, keys: known } = await domainAtHand(tx, keys, typed)
  if (addresses.length === 0) throw new Refusal('not-found', 'No address of the desk is in this domain.')
  if (known.some((key) => key.kind === kind && key.state === 'waiting')) return undefined
  const id = tx.newId()
  const day = new Date(tx.now).toISOString().slice(0, 10).replaceAll('-', '')
  const selector = `avow-${day}-${id.slice(-6)}`
  await tx.db
    .insertInto('mail_key')
    .values({
      workspace_id: tx.workspace,
      id,
      domain,
      selector,
      kind,
      public_key: made.publicKey,
      sealed_private: sealPrivate(keys, id, made.privatePem),
      made_at: new Date(tx.now),
    })
    .execute()
  return selector
}
