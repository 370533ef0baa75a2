import { isStaffTokenOf, type StaffToken, staffTokenIn } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'

/** An address of ours to which one person answers one ticket, as a mail was sent to it. */
export interface SignedAddress {
  /** Ids. */
  readonly person: string
  readonly ticket: string
  readonly number: number
  /** Of the last event that its holder was told of. */
  readonly seq: number
  /** The last day on which it may be used, counted from 1970 in UTC. */
  readonly day: number
}

/** Header lists may be long; the address that a mail was sent to stands among the first. */
const MOST = 5

/**
 * The signed addresses that a mail was sent to, each once; `forged` where the envelope names one that we did not make.
 * Undefined where it was sent to none: then it is like any other mail. What merely looks like one in a header may be a
 * stranger's own address.
 */
export async function findSignedAddresses(
  tx: Transaction,
  keys: Keys,
  { envelopeTo, headers }: { readonly envelopeTo: string; readonly headers: readonly string[] },
): Promise<readonly SignedAddress[] | 'forged' | undefined> {
  const tokens = [...new Set([envelopeTo, ...headers].map((address) => address.toLowerCase()))]
    .flatMap((address) => staffTokenIn(address) ?? [])
    .slice(0, MOST)
  if (tokens.length === 0) return undefined
  const tickets = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('workspace_id', '=', tx.workspace)
    .where('number', 'in', [...new Set(tokens.map(({ number }) => number))])
    .execute()
  const staff = await tx.db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', 'staff')
    .execute()
  const holderOf = (token: StaffToken, ticket: string): string | undefined =>
    staff.find(({ id }) => isStaffTokenOf(keys, token, { workspace: tx.workspace, ticket, person: id }))?.id
  const found = tokens.flatMap((token): SignedAddress[] => {
    const ticket = tickets.find(({ number }) => number === token.number)
    const person = ticket && holderOf(token, ticket.id)
    return ticket === undefined || person === undefined
      ? []
      : [{ person, ticket: ticket.id, number: ticket.number, seq: token.seq, day: token.day }]
  })
  if (found.length > 0) return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
  return staffTokenIn(envelopeTo) === undefined ? undefined : 'forged'
}
