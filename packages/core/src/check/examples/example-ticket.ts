/** The ticket that an example describes. */
import type { CompiledCharter, CompiledPromise, Example } from '../../charter/index.ts'
import type { Decision } from '../../decide/index.ts'
import { decide } from '../../decide/index.ts'
import type { FactValue, TicketEvent } from '../../ticket/index.ts'

/** What the charter says at `now` on a ticket that the customer opens at `at` (both UTC ms) with the example's facts. */
export function decideExample(charter: CompiledCharter, example: Example, at: number, now: number): Decision {
  // An example of what a broken promise brings need not wait until it is broken.
  return decide(charter, [creation(example, at)], now, { supposeBroken: true })
}

/**
 * The same with the clock of one promise started: clocks that a creation does not start are started at that instant by
 * the declared event, or by the messages that they wait for.
 */
export function decideStarted(
  charter: CompiledCharter,
  example: Example,
  at: number,
  now: number,
  promise: CompiledPromise,
): Decision {
  return decide(charter, [creation(example, at), ...starts(promise, at)], now)
}

/** Whether the creation alone starts the promise's clock. */
export function startsAtCreation({ clock }: CompiledPromise): boolean {
  return (
    clock.kind === 'first-response' ||
    clock.kind === 'resolution' ||
    (clock.kind === 'declared' && clock.from === 'ticket.created')
  )
}

/** What starts a promise's clock at that instant, beside the creation. */
export function starts({ clock }: CompiledPromise, at: number): readonly TicketEvent[] {
  const event = (type: string, by: TicketEvent['by'], seq: number): TicketEvent => ({
    ticket: TICKET,
    type,
    at,
    recorded: at,
    by,
    seq,
  })
  if (clock.kind === 'update-every') return [event('message.sent', 'agent', 1)]
  if (clock.kind === 'next-response')
    return [event('message.sent', 'agent', 1), event('message.received', 'customer', 2)]
  return clock.kind === 'declared' && clock.from !== 'ticket.created' ? [event(clock.from, 'system', 1)] : []
}

const TICKET = 'example'

/** A ticket that a customer opens at `at` (UTC ms) with these facts, on which these things happen in turn at that instant. */
export function historyOf(
  at: number,
  facts: Readonly<Record<string, FactValue>>,
  then: readonly Pick<TicketEvent, 'type' | 'by' | 'to'>[],
): readonly TicketEvent[] {
  const later = then.map((event, index) => ({ ...event, ticket: TICKET, at, recorded: at, seq: index + 1 }))
  return [createdWith(facts, at), ...later]
}

function creation({ given }: Example, at: number): TicketEvent {
  const facts: Record<string, FactValue> = Object.create(null)
  for (const [name, value] of given) facts[name] = factValue(value)
  return createdWith(facts, at)
}

function createdWith(facts: Readonly<Record<string, FactValue>>, at: number): TicketEvent {
  return { ticket: TICKET, type: 'ticket.created', at, recorded: at, by: 'customer', seq: 0, facts }
}

/** What stands in a document as what stands in a history; other forms are refused when the document is read. */
function factValue(value: unknown): FactValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value) {
    return { minor: Number(value.minor), currency: String(value.currency) }
  }
  return null
}
