import type { MailDomain, MailKey } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { domainOf, keyRecord, recordStrings } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { isSigning, type StoredKey, storedKeys, unsealPrivate } from './mail-key.ts'

/** The domains that mail of the workspace leaves from, that of the address that answers first; and those that keys are left of. */
export async function listDomains(tx: Transaction, keys: Keys): Promise<readonly MailDomain[]> {
  const addresses = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved).map(({ address }) => address)
  const stored = await storedKeys(tx)
  const domains = new Set([...addresses.map(domainOf), ...stored.map(({ domain }) => domain)])
  return [...domains].map((domain) => {
    const own = stored.filter((key) => key.domain === domain)
    return {
      domain,
      addresses: addresses.filter((address) => domainOf(address) === domain),
      keys: [...own]
        .sort((one, other) => placeOf(one) - placeOf(other))
        .map((key) => present(key, own, unsealPrivate(keys, key) === undefined)),
    }
  })
}

/** A domain of the workspace. Throws `not-found`. */
export async function domainAtHand(tx: Transaction, keys: Keys, name: string): Promise<MailDomain> {
  const found = (await listDomains(tx, keys)).find(({ domain }) => domain === name.toLowerCase())
  if (found === undefined) throw new Refusal('not-found', 'No address of the desk is in this domain.')
  return found
}

function present(key: StoredKey, all: readonly StoredKey[], isLost: boolean): MailKey {
  const at = (instant: number | undefined): string | null => (instant === undefined ? null : formatInstant(instant))
  const { name, value } = keyRecord(key)
  const { checked } = key
  return {
    id: key.id,
    kind: key.kind,
    state: stateOf(key),
    being_replaced: isSigning(key) && all.some((other) => other.kind === key.kind && stateOf(other) === 'waiting'),
    lost: isLost,
    record: { name, type: 'TXT', value, strings: [...recordStrings(value)] },
    made_at: formatInstant(key.madeAt),
    signs_since: at(key.signsSince),
    replaced_at: at(key.replacedAt),
    seen_at: at(key.seenAt),
    lacking_since: at(key.lackingSince),
    stopped_at: at(key.stoppedAt),
    checked:
      checked === undefined ? null : { at: formatInstant(checked.at), finding: checked.finding, said: checked.said },
  }
}

function stateOf(key: StoredKey): MailKey['state'] {
  if (isSigning(key)) return 'signing'
  if (key.replacedAt !== undefined) return 'replaced'
  return key.stoppedAt === undefined ? 'waiting' : 'stopped'
}

function placeOf(key: StoredKey): number {
  return ['signing', 'stopped', 'waiting', 'replaced'].indexOf(stateOf(key))
}
