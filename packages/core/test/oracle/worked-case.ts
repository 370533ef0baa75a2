/** Shorthand for cases worked by hand: a charter of a few parts, events by local time, and the fields that a case is about. */
import { judgeAllBySpec } from './brute-force-judge.ts'
import type { OracleCommitment, PlainCharter, PlainEvent, PlainPromise } from './plain-data.ts'

export const OFFICE = { open: { 'mon-fri': '09:00-17:00' } }
export const ALWAYS = { open: 'always' as const }

/** A charter for Warsaw with the calendars `office` (weekdays 9 to 17) and `always`. */
export function charter(promises: readonly PlainPromise[], further: Partial<PlainCharter> = {}): PlainCharter {
  return {
    zone: 'Europe/Warsaw',
    ...further,
    calendars: { office: OFFICE, always: ALWAYS, ...further.calendars },
    promises,
  }
}

/** A promise of one row. */
export function promise(
  clock: PlainPromise['clock'],
  target: string,
  further: Partial<PlainPromise> = {},
): PlainPromise {
  return { id: 'P', clock, table: [{ target }], ...further }
}

/** Warsaw's summer time without a zone, any other as written: `2026-06-01T09:00` or `2026-01-05T09:00Z`. */
export function instant(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+02:00`)
}

export function event(type: string, at: string, fields: Partial<PlainEvent> = {}): PlainEvent {
  return { ticket: 'A', type, at: new Date(instant(at)).toISOString(), ...fields }
}

export const created = (at: string, fields: Partial<PlainEvent> = {}): PlainEvent => event('ticket.created', at, fields)
export const received = (at: string, fields: Partial<PlainEvent> = {}): PlainEvent =>
  event('message.received', at, fields)
export const sent = (at: string, fields: Partial<PlainEvent> = {}): PlainEvent => event('message.sent', at, fields)
export const status = (to: string, at: string, fields: Partial<PlainEvent> = {}): PlainEvent =>
  event('status.changed', at, { to, ...fields })
export const facts = (values: Record<string, unknown>, at: string): PlainEvent =>
  event('facts.changed', at, { facts: values })

/** The commitments of ticket A (or of another) at `now`, as `state due [fulfilled or settled] [reason]`: local times of Warsaw in summer. */
export function verdicts(by: PlainCharter, events: readonly PlainEvent[], now: string, ticket = 'A'): string[] {
  return judged(by, events, now, ticket).map((each) => {
    const end = each.fulfilled_at ?? (each.state === 'cancelled' ? each.settled_at : null)
    return [
      each.state,
      each.due === null ? 'no due' : local(each.due),
      ...(end === null ? [] : [`at ${local(end)}`]),
      each.reason,
    ]
      .filter((part) => part !== null)
      .join(' ')
  })
}

export function judged(by: PlainCharter, events: readonly PlainEvent[], now: string, ticket = 'A'): OracleCommitment[] {
  return judgeAllBySpec(by, events, instant(now)).get(ticket) ?? []
}

/** `06-08 17:00` for an instant, two hours ahead of UTC. */
function local(t: number): string {
  return new Date(t + 7_200_000).toISOString().slice(5, 16).replace('T', ' ')
}
