/** The ticket on which a ladder of escalation is walked: opened by a customer, on which whatever starts the ladder happens. */
import type { CompiledCharter, CompiledEscalation, Condition, EscalationClause } from '../../charter/index.ts'
import type { TicketEvent } from '../../ticket/index.ts'
import { historyOf, starts } from '../examples/example-ticket.ts'
import { casesOf } from '../tables/cases.ts'
import { type WitnessValue, witnessAt } from '../tables/witness.ts'

/** Facts by name. */
export type LadderFacts = Readonly<Record<string, WitnessValue>>

/** Counts of the log that a ladder's condition asks for (SPEC E11). */
type Counts = Readonly<Record<string, number>>

export interface LadderTicket {
  /** Those that were given, and those that the ladder asks for. */
  readonly facts: LadderFacts
  readonly history: readonly TicketEvent[]
}

/**
 * A ticket created at `at` (UTC ms) on which the ladder begins: with the facts given, and of those that are not given the
 * ones that its condition, or the first row of its promise that a ticket can come to, asks for. Undefined where no ticket
 * created then can have them.
 */
export function ladderTicket(
  charter: CompiledCharter,
  { clause }: CompiledEscalation,
  at: number,
  given: LadderFacts,
): LadderTicket | undefined {
  const asked = askedFacts(charter, clause, at)
  if (asked === undefined) return undefined
  const isCount = (name: string): boolean => charter.facts.get(name)?.derived === true
  const entries = Object.entries(asked)
  const counts = Object.fromEntries(
    entries.flatMap(([name, value]) => (isCount(name) && typeof value === 'number' ? [[name, value] as const] : [])),
  )
  const facts = Object.fromEntries([...entries.filter(([name]) => !isCount(name)), ...Object.entries(given)])
  return { facts, history: historyOf(at, facts, happenings(charter, clause, at, counts)) }
}

/** Facts with which the ladder's condition holds, or its promise is made; null for those that are to be unknown. */
function askedFacts(charter: CompiledCharter, { on }: EscalationClause, at: number): LadderFacts | undefined {
  if (on.kind === 'condition') return factsFor(charter, on.when, on.when, at)
  const promise = charter.promises.find(({ id }) => id === on.promise)
  for (const { cells } of promise?.clause.rows ?? []) {
    const facts = factsFor(charter, promise?.clause.when ?? new Map(), cells, at)
    if (facts !== undefined) return facts
  }
  return undefined
}

function factsFor({ facts, zone }: CompiledCharter, when: Condition, cells: Condition, at: number) {
  const cases = casesOf({ facts, hit: 'first', when, rows: [{ cells }] })
  const columns = cases.columns.map(({ fact, atoms }, column) => {
    const bits = cases.diagramColumns[column]?.bits
    return { fact, atoms: atoms.filter((_, atom) => ((bits?.[atom] ?? 0) & 1) === 1) }
  })
  return columns.some(({ atoms }) => atoms.length === 0) ? undefined : witnessAt(columns, [], { at, zone })?.facts
}

/** What happens after the creation, at the same instant: what the condition counts, then what the ladder waits for. */
function happenings(charter: CompiledCharter, { on }: EscalationClause, at: number, counts: Counts) {
  if (on.kind === 'promise') {
    const promise = charter.promises.find(({ id }) => id === on.promise)
    return promise === undefined ? [] : starts(promise, at).map(({ type, by }) => ({ type, by }))
  }
  const events: { readonly type: string; readonly by: TicketEvent['by']; readonly to?: string }[] = []
  const sent = { type: 'message.sent', by: 'agent' } as const
  const received = { type: 'message.received', by: 'customer' } as const
  const wanted = (name: string): number => counts[name] ?? 0
  for (let reopening = 0; reopening < wanted('reopenings'); reopening++)
    events.push(
      sent,
      { type: 'status.changed', by: 'agent', to: 'solved' },
      { type: 'status.changed', by: 'agent', to: 'open' },
    )
  for (let contact = 1; contact < wanted('contacts'); contact++) events.push(sent, received)
  const messages = (): number => events.filter(({ type }) => type === received.type).length
  const unanswered = (): number => events.length - 1 - events.findLastIndex(({ type }) => type !== received.type)
  while (messages() < wanted('messages') || unanswered() < wanted('unanswered')) events.push(received)
  if (on.event !== undefined && on.event !== 'ticket.created' && events.at(-1)?.type !== on.event)
    events.push({ type: on.event, by: on.event === received.type ? 'customer' : 'agent' })
  return events
}
