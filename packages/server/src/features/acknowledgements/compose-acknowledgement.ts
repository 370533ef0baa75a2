import type { ChannelClause, CompiledCharter, Decision, Texts } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { customersClock, type KnownZones } from '../../site/customers-clock.ts'
import { channelMove, versionInForce } from '../charters/index.ts'
import { decideTicket } from '../commitments/index.ts'
import { siteAddress } from '../links/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { pageLanguages } from '../workspaces/index.ts'
import { type FirstAnswer, firstAnswer } from './first-answer.ts'
import type { HeldTickets } from './held-tickets.ts'
import { speaking } from './messages/speak.ts'
import { type AcknowledgementWords, writeAcknowledgement } from './write-acknowledgement.ts'

export interface AboutTicket {
  readonly ticket: string
  readonly number: number
  readonly publicUrl: string
  readonly mailbox: Mailbox
  /** The word of the channel by which the customer wrote. */
  readonly channel: string
  /** Of the ticket or its customer. */
  readonly language: string | undefined
  readonly zones: KnownZones
  /** The key of the link by which it can be followed; left out where there is no address. */
  readonly follow: string | undefined
}

export interface Acknowledgement {
  readonly subject: string
  readonly text: string
  readonly language: string
  /** What it tells. */
  readonly answer: FirstAnswer
}

/** The words of an acknowledgement, in the ticket's language where we have any, with a link by which it can be followed. */
export async function composeAcknowledgement(
  tx: Transaction,
  { ticket, number, publicUrl, mailbox, channel, language: spoken, zones, follow }: AboutTicket,
  held: HeldTickets,
): Promise<Acknowledgement> {
  const decided = await decideTicket(tx, ticket)
  const answer = firstAnswer(decided)
  const inForce = await versionInForce(tx, tx.now)
  const charter = decided?.charter ?? inForce
  const { language, say } = speaking([spoken, mailbox.language ?? undefined, (await pageLanguages(tx))?.[0]])
  const base = language.split('-')[0] ?? language
  const site = publicUrl === '' ? undefined : await siteOf(tx, publicUrl, base)
  const title = textIn(charter?.document.title, language)
  const text = writeAcknowledgement({
    language,
    say,
    number,
    answer,
    clock: customersClock(zones, charter, 'UTC'),
    ends: inForce && endOf(inForce, { channel, mailbox: mailbox.address, now: tx.now }, language),
    crises: decided === undefined ? [] : crisesOf(decided, language),
    held,
    follow: site && follow && `${site}/requests/${follow}`,
    charter: site === undefined || title === undefined ? undefined : { title, address: `${site}/charter` },
  })
  return { subject: say('subject', { number: String(number) }), text, language, answer }
}

/** That the channel by which they wrote comes to its end, by the version in force: who wrote meets the channels as they are now. */
function endOf(
  charter: CompiledCharter,
  { channel, mailbox, now }: { readonly channel: string; readonly mailbox: string; readonly now: number },
  language: string,
): AcknowledgementWords['ends'] {
  const move = channelMove(charter, { channel, now, ...(channel === 'email' ? { address: mailbox } : {}) })
  if (move === undefined) return undefined
  const nameOf = ({ channel: word }: ChannelClause) =>
    textIn(charter.facts.get('channel')?.valuesSay?.get(word), language) ?? word
  const { next } = move
  return {
    channel: nameOf(move.channel),
    until: move.until,
    isOver: move.isOver,
    next: next && { channel: nameOf(next), address: next.address },
  }
}

/** The crises that amend promises for a ticket, in the words of its charter. */
function crisesOf(
  { charter, decision }: { readonly charter: CompiledCharter; readonly decision: Decision },
  language: string,
): AcknowledgementWords['crises'] {
  return charter.crises.flatMap(({ clause, until }) => {
    const text = decision.clauses.includes(clause.id) ? textIn(clause.says, language) : undefined
    return text === undefined ? [] : [{ text, until }]
  })
}

/** In a language, else in the one that it comes from (`pt` for `pt-BR`), else in the charter's first. */
function textIn(texts: Texts | undefined, language: string): string | undefined {
  const by = texts?.by
  return by?.get(language) ?? by?.get(language.split('-')[0] ?? language) ?? by?.values().next().value
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
