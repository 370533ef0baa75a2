import { isMailAddress } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { versionInForce } from '../charters/index.ts'
import { decideTicket } from '../commitments/index.ts'
import { makeLink, siteAddress } from '../links/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'
import { firstAnswer } from './first-answer.ts'
import { coverHeldTickets, type HeldTicket } from './held-tickets.ts'
import { countMail } from './mail-limits.ts'
import { speaking } from './messages/speak.ts'
import { customerToTell } from './new-ticket.ts'
import { writeAcknowledgement } from './write-acknowledgement.ts'

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

const LINK_DAYS = 365

/**
 * Tells a customer, in fixed words, that their request came in, its number and by when a person answers: what was told is
 * noted on the ticket as `message.auto`. At most one an hour goes to an address that nobody has ever answered and five a
 * day to any; what is held back is noted, and the next one names it too. Nothing the sender wrote is in it, since anybody
 * may have given the address.
 */
export async function acknowledge(tx: Transaction, about: ToAcknowledge): Promise<Acknowledged> {
  const { ticket, number, keys, publicUrl, mailboxAddress } = about
  const customer = await customerToTell(tx, ticket)
  const mailbox = (await mailboxesOf(tx)).find((each) => each.address === mailboxAddress.toLowerCase())
  if (customer === undefined || mailbox === undefined || !isMailAddress(customer.address)) return 'unwanted'
  const address = keys.mark('automatic-mail', `${tx.workspace} ${customer.address.toLowerCase()}`)
  const {
    id: sent,
    isHeld,
    heldBefore,
  } = await countMail(tx, address, { ticket, wasAnswered: customer.answeredAt !== null })
  if (isHeld) return 'held'
  const held = heldBefore > 0 ? await coverHeldTickets(tx, address, sent) : { named: [], more: 0 }
  const decided = await decideTicket(tx, ticket)
  const answer = firstAnswer(decided)
  const charter = decided?.charter ?? (await versionInForce(tx, tx.now))
  const { language, say } = speaking([customer.language, mailbox.language ?? undefined, charter?.document.languages[0]])
  const site = publicUrl === '' ? undefined : await siteOf(tx, publicUrl, language.split('-')[0] ?? language)
  const title = charter?.document.title?.by
  const shown = title?.get(language) ?? title?.get(language.split('-')[0] ?? '') ?? title?.values().next().value
  const text = writeAcknowledgement({
    language,
    say,
    number,
    answer,
    held,
    follow: site && `${site}/requests/${await makeLink(tx, { ticket, purpose: 'follow', days: LINK_DAYS })}`,
    charter: site === undefined || shown === undefined ? undefined : { title: shown, address: `${site}/charter` },
  })
  const event = tx.newId()
  const outbox = await sendMail(tx, {
    kind: 'acknowledgement',
    once: ticket,
    ticket,
    to: customer.address,
    subject: say('subject', { number: String(number) }),
    text,
    language,
    mailbox: mailbox.id,
    event,
  })
  await noteTold(tx, { ticket, number, answer }, { event, outbox, text, person: customer.person })
  for (const each of held.named)
    await noteTold(tx, each, { event: tx.newId(), outbox, text: undefined, person: customer.person })
  return 'sent'
}

interface Told {
  readonly event: string
  readonly outbox: string
  /** Undefined on the tickets that it only names: the text stands on the ticket that it was written for. */
  readonly text: string | undefined
  readonly person: string
}

async function noteTold(tx: Transaction, { ticket, answer }: HeldTicket, told: Told): Promise<void> {
  await tx.append({
    id: told.event,
    ticket,
    type: 'message.auto',
    by: 'bot',
    machine: 'avow',
    fields: { kind: 'acknowledgement', tells: answer.kind === 'due' ? [answer.promise] : [], outbox: told.outbox },
    content: told.text === undefined ? [] : [{ part: 'text', person: told.person, value: told.text }],
  })
}

const sites = new WeakMap<Transaction, Map<string, Promise<string>>>()

/** Where the public pages are in a language; asked once per transaction. */
function siteOf(tx: Transaction, publicUrl: string, language: string): Promise<string> {
  const known = sites.get(tx) ?? new Map<string, Promise<string>>()
  sites.set(tx, known)
  const asked = known.get(language) ?? siteAddress(tx, publicUrl, language)
  known.set(language, asked)
  return asked
}
