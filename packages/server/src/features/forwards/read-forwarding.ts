import { type Forwarding, LANGUAGES } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { unreachableSince } from '../outbox/index.ts'
import { type Author, answersAs, lookAtTicket } from '../tickets/index.ts'
import { wholeConversation } from './messages-to-forward.ts'

/** More than one mail is forwarded to: what comes after is not looked up. */
const MOST_ASKED = 20

interface Asked {
  /** Addresses, parted by commas. */
  readonly to: string
  /** Of the words around them, where it is not the ticket's. */
  readonly language?: string | undefined
}

/** How messages of the ticket of a number would leave for these addresses. Throws `not-found`. */
export async function readForwarding(
  tx: Transaction,
  number: number,
  author: Author,
  { to, language }: Asked,
): Promise<Forwarding> {
  const ticket = await lookAtTicket(tx, number)
  const as = await answersAs(tx, ticket, author, language)
  const addresses = to
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
  const unreachable: Forwarding['unreachable'] = []
  for (const address of [...new Set(addresses)].slice(0, MOST_ASKED)) {
    const dead = await unreachableSince(tx, address)
    if (dead !== undefined) unreachable.push({ address, since: formatInstant(dead.since), status: dead.status })
  }
  return {
    from: as === undefined ? null : { address: as.mailbox.address, name: as.fromName ?? as.mailbox.name },
    language: LANGUAGES.find((each) => each === as?.language.toLowerCase().split('-')[0]) ?? 'en',
    signature: as?.signature ?? null,
    messages: await wholeConversation(tx, ticket),
    unreachable,
  }
}
