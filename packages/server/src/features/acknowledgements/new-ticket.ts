import { withoutToken } from '../../channels/email/index.ts'
import type { JsonValue, Transaction } from '../../db/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'

/** What a new ticket says of the one who opened it. */
export interface NewTicketsCustomer {
  readonly person: string
  readonly address: string
  readonly name: string
  readonly language: string | undefined
  /** When a person of ours first wrote to them; null: never. */
  readonly answeredAt: Date | null
}

/**
 * Who is to be told that a ticket opened in this transaction has come in; their row is locked. Undefined where a machine
 * wrote it, no address is known, or it is an address of our own.
 */
export async function customerToTell(tx: Transaction, ticket: string): Promise<NewTicketsCustomer | undefined> {
  const events = tx.appendedTo(ticket)
  const created = events.find(({ type }) => type === 'ticket.created')
  const said = created?.content.find(({ part }) => part === 'customer')
  if (created === undefined || said === undefined) return undefined
  if (events.some(({ type, envelope }) => type === 'message.received' && envelope['automatic'] === true))
    return undefined
  const person = await tx.db
    .selectFrom('person')
    .select(['email', 'name', 'answered_at', 'language'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', said.person)
    .forUpdate()
    .executeTakeFirst()
  const address = textIn(said.value, 'address') ?? person?.email ?? undefined
  if (person === undefined || address === undefined || (await isOurs(tx, address))) return undefined
  const language = created.envelope['language']
  return {
    person: said.person,
    address,
    name: textIn(said.value, 'name') ?? person.name ?? '',
    language: typeof language === 'string' ? language : (person.language ?? undefined),
    answeredAt: person.answered_at,
  }
}

async function isOurs(tx: Transaction, address: string): Promise<boolean> {
  const [whole, plain] = [address.toLowerCase(), withoutToken(address)]
  return (await mailboxesOf(tx)).some((mailbox) => mailbox.address === whole || mailbox.address === plain)
}

function textIn(value: JsonValue, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1]
  return typeof found === 'string' && found !== '' ? found : undefined
}
