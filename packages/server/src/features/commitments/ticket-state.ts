import type { Commitment, TicketState as State } from '@avow/core'
import type { JsonValue, TicketStateColumns } from '../../db/index.ts'
import type { Reckoning } from './reckon-ticket.ts'
import { type LogEntry, movedAway, type TicketLog } from './ticket-log.ts'

type Columns = { -readonly [K in keyof TicketStateColumns]: TicketStateColumns[K] }
type Judged =
  | 'state'
  | 'charter_hash'
  | 'next_due'
  | 'next_start'
  | 'next_promise'
  | 'risk_at'
  | 'paused'
  | 'broken'
  | 'last_broken_at'
type Told = Omit<Columns, Judged | 'facts'> & { facts: Record<string, JsonValue>; spam: number }

/** What the columns of a ticket's row say, reckoned from its log and from what the charter says of it. */
export function ticketStateOf({ log, charter, decision: { state, commitments } }: Reckoning): TicketStateColumns {
  const { spam, ...told } = foldLog(log)
  const broken = commitments.filter((commitment) => commitment.state === 'broken')
  const running = commitments.filter((commitment) => commitment.state === 'running' && commitment.due !== null)
  const next = running.reduce<Commitment | undefined>(
    (first, one) => (first === undefined || Number(one.due) < Number(first.due) ? one : first),
    undefined,
  )
  return {
    ...told,
    // The six states are those that decide knows; what was merged goes on elsewhere, and is closed here.
    state: told.merged_id === null ? (state as State) : 'closed',
    charter_hash: charter?.hash ?? null,
    is_spam: spam > 0,
    next_due: dateOr(next?.due),
    next_start: dateOr(next?.start),
    next_promise: next?.promise ?? null,
    risk_at: dateOr(least(running.map(({ risk_at }) => risk_at))),
    paused: commitments.filter((commitment) => commitment.state === 'paused').length,
    broken: broken.length,
    last_broken_at: dateOr(most(broken.map(({ settled_at }) => settled_at))),
  }
}

/** What events tell by themselves, in the order in which they are judged (SPEC E2). */
function foldLog({ entries, joined }: TicketLog): Told {
  const told: Told = {
    created_at: new Date(0),
    channel: null,
    language: null,
    customer_id: null,
    mailbox_id: null,
    assignee_id: null,
    team: null,
    priority: 0,
    facts: {},
    is_spam: false,
    is_demo: false,
    is_imported: false,
    follows_id: null,
    merged_id: null,
    messages: 0,
    last_message_at: null,
    rating: null,
    spam: 0,
  }
  const away = movedAway(entries)
  const stayed = entries.filter(({ event: { id } }) => id === undefined || !away.has(id))
  const inOrder = stayed.sort((a, b) => a.event.at - b.event.at || a.seq - b.seq)
  for (const entry of inOrder) tell(told, entry)
  for (const { type, at } of joined) if (type === 'message.received' || type === 'message.sent') hear(told, at)
  return told
}

function tell(told: Told, { event, envelope, customer, assignee }: LogEntry): void {
  const { type, at, facts } = event
  if (type === 'ticket.created') {
    told.created_at = new Date(at)
    told.channel = textOr(envelope['channel'], textOr(facts?.['channel'], null))
    told.language = textOr(envelope['language'], told.language)
    told.customer_id = customer
    told.mailbox_id = textOr(envelope['mailbox'], null)
    told.follows_id = textOr(envelope['follows'], null)
    told.is_demo = envelope['demo'] === true
    told.is_imported = envelope['imported'] === true
  }
  if (type === 'ticket.created' || type === 'facts.changed') {
    for (const [name, value] of Object.entries(facts ?? {})) {
      if (value === null) delete told.facts[name]
      // A fact's value is JSON; its type in core does not say so.
      else told.facts[name] = value as JsonValue
    }
  } else if (type === 'message.received' || type === 'message.sent') {
    hear(told, at)
    told.language ??= textOr(envelope['language'], null)
  } else if (type === 'ticket.assigned') {
    told.assignee_id = assignee
    // One that names no team leaves the ticket with the team it had (SPEC M5); null takes it away.
    if (envelope['team'] !== undefined) told.team = textOr(envelope['team'], null)
  } else if (type === 'ticket.merged') told.merged_id ??= textOr(envelope['into'], null)
  else if (type === 'ticket.spam') told.spam = Math.max(0, told.spam + (event.undo === true ? -1 : 1))
  else if (type === 'ticket.rated') told.rating = Number(envelope['score'])
  else if (type === 'ticket.escalated' && envelope['raise_priority'] === true) told.priority++
}

/** A message of somebody. */
function hear(told: Told, at: number): void {
  told.messages++
  told.last_message_at = new Date(Math.max(at, told.last_message_at?.getTime() ?? at))
}

function textOr<T>(value: JsonValue | undefined, otherwise: T): string | T {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function dateOr(instant: number | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant)
}

function least(instants: readonly (number | null)[]): number | null {
  return instants.reduce((a, b) => (b === null || (a !== null && a <= b) ? a : b), null)
}

function most(instants: readonly (number | null)[]): number | null {
  return instants.reduce((a, b) => (b === null || (a !== null && a >= b) ? a : b), null)
}
