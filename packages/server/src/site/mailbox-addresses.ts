import type { Transaction } from '../db/index.ts'
import { mailboxesOf } from '../features/mailboxes/index.ts'

/** More than anybody chooses among. */
const MOST = 3

/** Addresses that take mail, the one that answers first. */
export async function mailboxAddresses(tx: Transaction): Promise<readonly string[]> {
  return (await mailboxesOf(tx)).flatMap(({ address, isRemoved }) => (isRemoved ? [] : [address])).slice(0, MOST)
}
