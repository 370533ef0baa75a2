import { isMailAddress } from '../../channels/email/index.ts'
import type { NewEvent, Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { makeLinks } from '../links/index.ts'
import { type Mailbox, mailboxesOf } from '../mailboxes/index.ts'
import { type NewMail, sendMails } from '../outbox/index.ts'
import { type SigningTeam, signingTeam } from '../teams/index.ts'
import { composeAcknowledgement } from './compose-acknowledgement.ts'
import type { FirstAnswer } from './first-answer.ts'
import { coverHeldTickets, NO_HELD_TICKETS } from './held-tickets.ts'
import { type CountedMail, countMails } from './mail-limits.ts'
import { customersToTell, type NewTicketsCustomer } from './new-ticket.ts'

export interface ToAcknowledge {
  /** Id of a ticket that was opened in this transaction, with its first message. */
  readonly ticket: string
  readonly number: number
  readonly keys: Keys
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
  /** Address of the mailbox that it is sent from. */
  readonly mailboxAddress: string
}

/** Sent; held back by a limit, and covered by the next one; or not wanted, since nobody would read it. */
export type Acknowledged = 'sent' | 'held' | 'unwanted'

/** Acknowledges one ticket: acknowledgeAll. */
export async function acknowledge(tx: Transaction, about: ToAcknowledge): Promise<Acknowledged> {
  const [how = 'unwanted'] = await acknowledgeAll(tx, [about])
  return how
}

/**
 * Tells customers, in fixed words, that their requests came in, each its number and by when a person answers: what was told
 * is noted on the ticket as `message.auto`. At most one mail an hour and five a day go to an address, whoever it is; what is
 * held back is noted, and the next one names it too. Nothing the sender wrote is in it, since anybody may have given the
 * address. In few statements however many tickets; answers in their order.
 */
export async function acknowledgeAll(
  tx: Transaction,
  tickets: readonly ToAcknowledge[],
): Promise<readonly Acknowledged[]> {
  const wanted = await wantedOf(tx, tickets)
  const counted = await countMails(tx, wanted)
  const mails: NewMail[] = []
  const told: Told[] = []
  const teams = new Map<string, SigningTeam | undefined>()
  const outcomes = new Map<string, Acknowledged>()
  for (const [index, { ticket }] of wanted.entries())
    outcomes.set(ticket, counted[index]?.isHeld === false ? 'sent' : 'held')
  const links = await followLinks(
    tx,
    wanted.filter(({ ticket }) => outcomes.get(ticket) === 'sent'),
  )
  for (const [index, { ticket, about }] of wanted.entries()) {
    const count = counted[index]
    if (count?.isHeld !== false) continue
    const { id } = about.mailbox
    if (!teams.has(id)) teams.set(id, await signingTeam(tx, { team: null, mailbox: id }))
    await write(tx, { ...about, follow: links.get(ticket), team: teams.get(id) }, count, mails, told)
  }
  const outbox = await sendMails(tx, mails)
  await tx.appendAll(told.map((each) => eventOf(each, outbox[each.mail] ?? '')))
  return tickets.map(({ ticket }) => outcomes.get(ticket) ?? 'unwanted')
}

/** Keys by ticket; none where there is no address to link to. */
async function followLinks(
  tx: Transaction,
  wanted: readonly { readonly about: Wanted }[],
): Promise<ReadonlyMap<string, string>> {
  const linked = wanted.flatMap(({ about: { ticket, publicUrl } }) => (publicUrl === '' ? [] : [ticket]))
  const tokens = await makeLinks(
    tx,
    linked.map((ticket) => ({ ticket, purpose: 'follow', days: LINK_DAYS })),
  )
  return new Map(linked.map((ticket, index) => [ticket, tokens[index] ?? '']))
}

const LINK_DAYS = 365

interface Wanted extends NewTicketsCustomer, ToAcknowledge {
  readonly mailbox: Mailbox
  /** HMAC of the address that it goes to. */
  readonly mark: Buffer
}

type Counting = { readonly address: Buffer; readonly ticket: string }

async function wantedOf(
  tx: Transaction,
  tickets: readonly ToAcknowledge[],
): Promise<readonly (Counting & { readonly about: Wanted })[]> {
  const customers = await customersToTell(
    tx,
    tickets.map(({ ticket }) => ticket),
  )
  const mailboxes = await mailboxesOf(tx)
  return tickets.flatMap((about) => {
    const customer = customers.get(about.ticket)
    const mailbox = mailboxes.find(({ address }) => address === about.mailboxAddress.toLowerCase())
    if (customer === undefined || mailbox === undefined || !isMailAddress(customer.address)) return []
    const address = about.keys.mark('automatic-mail', `${tx.workspace} ${customer.address.toLowerCase()}`)
    const { ticket } = about
    return [{ address, ticket, about: { ...about, ...customer, mailbox, mark: address } }]
  })
}

/** What was told on a ticket, by the mail of this index. */
interface Told {
  readonly event: string
  readonly ticket: string
  readonly answer: FirstAnswer
  readonly mail: number
  /** Left out on tickets that a mail only names: its text stands on the one that it was written for. */
  readonly words?: { readonly text: string; readonly person: string }
}

async function write(
  tx: Transaction,
  about: Wanted & { readonly follow: string | undefined; readonly team: SigningTeam | undefined },
  count: CountedMail,
  mails: NewMail[],
  told: Told[],
): Promise<void> {
  const { ticket, person, mailbox, mark, team } = about
  const held = count.coversOthers ? await coverHeldTickets(tx, mark, { by: count.id, but: ticket }) : NO_HELD_TICKETS
  const { subject, text, language, answer } = await composeAcknowledgement(tx, about, held)
  const signature = team?.signsAutomatic === true ? await team.sign(language, mailbox.name) : undefined
  const event = tx.newId()
  const mail = mails.length
  const words = { to: about.address, subject, text, signature, language }
  mails.push({ kind: 'acknowledgement', once: ticket, ticket, ...words, mailbox: mailbox.id, event })
  told.push({ event, ticket, answer, mail, words: { text, person } })
  for (const each of held.named) told.push({ event: tx.newId(), ticket: each.ticket, answer: each.answer, mail })
}

function eventOf({ event, ticket, answer, words }: Told, outbox: string): NewEvent {
  return {
    id: event,
    ticket,
    type: 'message.auto',
    by: 'bot',
    machine: 'avow',
    fields: { kind: 'acknowledgement', tells: answer.kind === 'due' ? [answer.promise] : [], outbox },
    content: words === undefined ? [] : [{ part: 'text', person: words.person, value: words.text }],
  }
}
