import { domainOf, openSigningKey, type SigningKey } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { isSigning, storedKeys, unsealPrivate } from './mail-key.ts'

const read = new WeakMap<Transaction, Promise<ReadonlyMap<string, readonly SigningKey[]>>>()

/**
 * The keys by which mail from an address is signed: those of its own domain, so that receivers count them for it (DMARC).
 * None where none signs yet; one that does not open any more is left out. Asked once per transaction.
 */
export async function signingKeys(tx: Transaction, keys: Keys, from: string): Promise<readonly SigningKey[]> {
  const asked = read.get(tx) ?? ask(tx, keys)
  read.set(tx, asked)
  return (await asked).get(domainOf(from)) ?? []
}

async function ask(tx: Transaction, keys: Keys): Promise<ReadonlyMap<string, readonly SigningKey[]>> {
  const byDomain = new Map<string, SigningKey[]>()
  for (const key of (await storedKeys(tx)).filter(isSigning)) {
    const pem = unsealPrivate(keys, key)
    if (pem === undefined) continue
    const { domain, selector, kind } = key
    const opened = openSigningKey({ domain, selector, kind }, pem)
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), opened])
  }
  return byDomain
}
