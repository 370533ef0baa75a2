import { type CompiledCharter, decide, type FactValue, hashOf, type TicketEvent } from '@avow/core'
import type { DemoEvent, DemoTicket } from './demo-data.ts'
import { HOUR, MINUTE } from './desk-hours.ts'
import { NOTES } from './notes.ts'
import { STAFF, TEAM_LEAD } from './staff.ts'

/** A refund of the demo, and what became of it. */
export interface DemoGrant {
  readonly clause: string
  readonly row: number
  readonly minor: number
  readonly currency: string
  readonly backedBy: readonly string[]
  readonly waitsFor: readonly string[]
  readonly facts: Readonly<Record<string, FactValue>>
  readonly factsHash: string
  readonly reason: string
  /** Ids of staff and UTC ms; nobody decides what was given at once. */
  readonly asked: Deed
  readonly decided?: Deed
  readonly done?: Deed
}

interface Deed {
  readonly who: string
  readonly at: number
}

const MOST_BY_AGENT = 10_000

/**
 * The refund of a ticket, where its story agrees upon one and the charter allows it: what an agent may not give alone was
 * approved by the team lead. On an open ticket whose customer has just answered, a large one still waits. `now`: UTC ms.
 */
export function grantOf(charter: CompiledCharter, ticket: DemoTicket, now: number): DemoGrant | undefined {
  const agreed = ticket.events.find(({ type }) => type === 'refund.agreed')
  if (agreed?.who !== undefined) return agreedGrant(charter, ticket, agreed, agreed.who)
  const last = ticket.events.at(-1)
  const who = ticket.events.findLast((event) => event.type === 'message.sent')?.who
  if (last?.type !== 'message.received' || last.fields.automatic === true || who === undefined) return undefined
  const at = last.at + 20 * MINUTE
  const grant = at > now ? undefined : allowedAt(charter, ticket, at)
  if (grant === undefined || grant.minor <= MOST_BY_AGENT || !isAgent(who)) return undefined
  return { ...grant, backedBy: [], asked: { who, at } }
}

function agreedGrant(
  charter: CompiledCharter,
  ticket: DemoTicket,
  { at }: DemoEvent,
  who: string,
): DemoGrant | undefined {
  const grant = allowedAt(charter, ticket, at)
  if (grant === undefined) return undefined
  const paid = ticket.events.find(({ type }) => type === 'refund.paid')
  const done = paid === undefined ? {} : { done: { who: TEAM_LEAD.id, at: paid.at } }
  if (grant.minor <= MOST_BY_AGENT || !isAgent(who)) return { ...grant, asked: { who, at }, ...done }
  const askedAt = Math.max(ticket.createdAt, at - HOUR)
  return { ...grant, asked: { who, at: askedAt }, decided: { who: TEAM_LEAD.id, at }, ...done }
}

/** What the charter allows of a refund of the whole price at an instant. */
function allowedAt(
  charter: CompiledCharter,
  { id, events }: DemoTicket,
  at: number,
): Omit<DemoGrant, 'asked'> | undefined {
  const known = events.filter((event) => event.at <= at)
  const history: TicketEvent[] = known.map(({ fields, content: _, ...event }) => ({
    ticket: id,
    recorded: event.at,
    ...event,
    ...fields,
  }))
  const { remedies } = decide(charter, history, at)
  const offer = remedies.find(({ allow, up_to }) => allow.includes('refund') && up_to !== null)
  if (offer === undefined || offer.up_to === null) return undefined
  const { minor, currency } = offer.up_to
  const covering = offer.limits.filter(
    ({ remedy, up_to, per_day }) =>
      remedy === 'refund' && [up_to, per_day].every((limit) => limit === null || limit.minor >= minor),
  )
  const [first] = covering
  if (first === undefined) return undefined
  const facts: Record<string, FactValue> = Object.assign({}, ...known.map(({ fields }) => fields.facts ?? {}))
  return {
    clause: offer.clause,
    row: offer.row,
    minor,
    currency,
    backedBy: [first.clause],
    waitsFor: [...new Set(covering.map(({ position }) => position))],
    facts,
    factsHash: hashOf(facts),
    reason: NOTES.grant[minor % NOTES.grant.length] ?? '',
  }
}

function isAgent(id: string): boolean {
  return STAFF.some((member) => member.id === id && member.positions.includes('agent'))
}
