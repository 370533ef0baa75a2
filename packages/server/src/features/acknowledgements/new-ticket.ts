import { withoutToken } from '../../channels/email/index.ts'
import type { AppendedEvent, JsonValue, NewContent, Transaction } from '../../db/index.ts'
import type { KnownZones } from '../../site/customers-clock.ts'
import { mailboxesOf } from '../mailboxes/index.ts'

/** Who opened a ticket, as far as an acknowledgement needs them. */
export interface NewTicketsCustomer {
  readonly person: string
  readonly address: string
  readonly language: string | undefined
  readonly zones: KnownZones
  /** The word of the channel by which they wrote. */
  readonly channel: string
}

/**
 * Who is to be told that tickets opened in this transaction have come in, by ticket; their rows are locked. A ticket that a
 * machine wrote, whose customer has no address, or one of our own, is not among them.
 */
export async function customersToTell(
  tx: Transaction,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, NewTicketsCustomer>> {
  const opened = tickets.flatMap((ticket) => openedBy(ticket, tx.appendedTo(ticket)) ?? [])
  if (opened.length === 0) return new Map()
  const persons = await tx.db
    .selectFrom('person')
    .select(['id', 'email', 'language', 'zone'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', [...new Set(opened.map(({ said }) => said.person))])
    .orderBy('id')
    .forUpdate()
    .execute()
  const mailboxes = await mailboxesOf(tx)
  const ours = new Set(mailboxes.flatMap(({ address, isRemoved }) => (isRemoved ? [] : [address])))
  const isOurs = (address: string): boolean => ours.has(address.toLowerCase()) || ours.has(withoutToken(address))
  return new Map(
    opened.flatMap(({ ticket, said, language, channel, mailbox }) => {
      const person = persons.find(({ id }) => id === said.person)
      const address = addressIn(said.value) ?? person?.email ?? undefined
      if (person === undefined || address === undefined || isOurs(address)) return []
      const customer: NewTicketsCustomer = {
        person: said.person,
        address,
        language: language ?? person.language ?? undefined,
        zones: { customer: person.zone, mailbox: mailboxes.find(({ id }) => id === mailbox)?.zone ?? null },
        channel,
      }
      return [[ticket, customer] as const]
    }),
  )
}

interface Opened {
  readonly ticket: string
  readonly said: NewContent
  readonly language: string | undefined
  /** Id of the mailbox that it came to. */
  readonly mailbox: string | undefined
  readonly channel: string
}

function openedBy(ticket: string, events: readonly AppendedEvent[]): Opened | undefined {
  const created = events.find(({ type }) => type === 'ticket.created')
  const said = created?.content.find(({ part }) => part === 'customer')
  if (created === undefined || said === undefined) return undefined
  if (events.some(({ type, envelope }) => type === 'message.received' && envelope['automatic'] === true))
    return undefined
  const { language, channel, mailbox } = created.envelope
  return {
    ticket,
    said,
    language: typeof language === 'string' ? language : undefined,
    mailbox: typeof mailbox === 'string' ? mailbox : undefined,
    channel: typeof channel === 'string' ? channel : '',
  }
}

function addressIn(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const found: unknown = Object.entries(value).find(([key]) => key === 'address')?.[1]
  return typeof found === 'string' && found !== '' ? found : undefined
}
