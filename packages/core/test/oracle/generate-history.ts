/**
 * Random histories of one to three tickets. A history is drawn as moves and then laid out in time, so that events can be
 * made to fall exactly on due instants, openings, closings, midnights, clock changes and each other: where judges differ.
 */
import { PROMISES, type Setting } from './generate-charter.ts'
import { eventOf, factsBy, says } from './generate-event.ts'
import { lateAt, placed } from './generate-instant.ts'
import type { HistoryPlan } from './history-plan.ts'
import type { PlainCharter, PlainEvent } from './plain-data.ts'
import { MINUTE } from './wall-clock.ts'

/** Lays a plan out in time. The events come in the order in which the log took them in. */
export function layOut(setting: Setting, charter: PlainCharter, plan: HistoryPlan): PlainEvent[] {
  const isLate = plan.moves.some((each) => each.late !== 'no')
  const events: PlainEvent[] = []
  const ended = new Set<string>()
  let cursor = setting.change + plan.start
  const add = (ticket: string, type: string, at: number, fields: Partial<PlainEvent>, pick: number) => {
    const seq =
      plan.seq === 'all' ? events.length + 1 : plan.seq === 'some' && pick % 3 === 0 ? (pick % 5) + 1 : undefined
    const event: PlainEvent = {
      ticket,
      type,
      at: rfc3339(at),
      // Either every line has `recorded` or none: what breaks ties between equal instants must not hang on its absence.
      ...(isLate ? { recorded: rfc3339(cursor) } : {}),
      ...(plan.hasIds ? { id: `e${events.length + 1}` } : {}),
      ...(seq === undefined ? {} : { seq }),
      ...(plan.omitsBy || fields.by !== undefined ? {} : { by: usualParty(type) }),
      ...fields,
    }
    events.push(event)
  }
  for (let n = 0; n < plan.tickets; n++) {
    const opened = plan.byAgent[n] ?? 0
    const by = opened === 0 ? { by: 'agent:anna' } : opened === 1 ? { by: 'agent:anna', for: 'customer' } : {}
    // Now and then something is known or said before the ticket is created (E5).
    if (opened === 4)
      add(`T${n + 1}`, 'facts.changed', cursor - 5 * MINUTE, { facts: factsBy(setting, n, opened + 7) }, 1)
    if (opened === 5 && n === 0) add('T1', 'message.sent', cursor - 3 * MINUTE, {}, 1)
    add(`T${n + 1}`, 'ticket.created', cursor, { ...by, facts: factsBy(setting, opened * 31 + n, opened * 17 + 5) }, 2)
    cursor += n * 7 * MINUTE
  }
  const allCreated = cursor
  for (const each of plan.moves) {
    const n = each.ticket % plan.tickets
    cursor = Math.max(cursor, placed(setting, charter, events, cursor, each))
    const at = lateAt(charter, events, cursor, each)
    const ticket = `T${n + 1}`
    if (each.what === 'duplicate') {
      const again = events[each.a % events.length]
      if (plan.hasIds && again !== undefined) events.push(again)
      continue
    }
    if (each.what === 'ask' || each.what === 'settle') {
      add(ticket, 'message.sent', at, says(each.a, each.b), each.a)
      add(ticket, 'status.changed', at, { to: each.what === 'settle' ? 'solved' : 'waiting-for-customer' }, each.b)
      continue
    }
    if (each.what === 'thanks') {
      add(ticket, 'message.received', at, {}, each.a)
      cursor += (each.b % 4) * MINUTE
      add(ticket, 'status.changed', Math.max(at, cursor), { to: 'solved', reason: 'thanks' }, each.b)
      continue
    }
    if (each.what === 'repair') {
      const key = each.a % 3 === 0 ? {} : { key: 'a' }
      add(ticket, 'repair.booked', at, key, each.a)
      cursor += (each.b % 50) * MINUTE
      add(ticket, each.b % 3 === 0 ? 'repair.dropped' : 'repair.done', Math.max(at, cursor), key, each.b)
      continue
    }
    if (each.what === 'retell') {
      add(ticket, 'message.auto', at, { tells: [...PROMISES] }, each.a)
      add(ticket, 'facts.changed', at, { facts: factsBy(setting, each.a, each.b) }, each.a + 1)
      cursor += (each.b % 3) * MINUTE
      add(
        ticket,
        'message.auto',
        Math.max(at, cursor),
        each.a % 2 === 0 ? { withdraws: [...PROMISES] } : { tells: [...PROMISES] },
        each.b,
      )
      continue
    }
    const made = eventOf(setting, ticket, n, each)
    if (made === undefined) continue
    if (made.type === 'ticket.merged' || made.type === 'ticket.absorbed' || made.type === 'ticket.spam') {
      // Left out, since the rules do not say enough: an end before the creation, a ticket that is merged twice, or is both spam and merged.
      const after = at > allCreated ? at : Math.max(cursor, allCreated + MINUTE)
      const gone = made.type === 'ticket.absorbed' ? `T${n + 2 + (each.a % Math.max(1, plan.tickets - n - 1))}` : ticket
      if (made.type === 'ticket.absorbed' && n + 1 >= plan.tickets) continue
      if (ended.has(gone) && made.undo !== true) continue
      ended.add(gone)
      cursor = Math.max(cursor, after)
      add(ticket, made.type, after, made.type === 'ticket.absorbed' ? { from: gone } : made, 1)
      continue
    }
    add(ticket, made.type ?? '', at, made, each.b)
  }
  return events
}

function usualParty(type: string): string {
  return type === 'ticket.created' || type === 'message.received'
    ? 'customer'
    : type === 'message.sent'
      ? 'agent'
      : 'system'
}

function rfc3339(t: number): string {
  return new Date(t).toISOString()
}
