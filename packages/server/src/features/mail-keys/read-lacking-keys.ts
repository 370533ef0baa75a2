import type { LackingKey } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { storedKeys } from './mail-key.ts'

/** The keys whose record was in the DNS and is gone or another. */
export async function readLackingKeys(tx: Transaction): Promise<readonly LackingKey[]> {
  return (await storedKeys(tx)).flatMap(({ domain, selector, lackingSince, stoppedAt, checked }) =>
    lackingSince === undefined
      ? []
      : [
          {
            domain,
            selector,
            since: formatInstant(lackingSince),
            stopped_at: stoppedAt === undefined ? null : formatInstant(stoppedAt),
            checked_at: formatInstant(checked?.at ?? lackingSince),
          },
        ],
  )
}
