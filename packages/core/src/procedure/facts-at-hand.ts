import type { CompiledCharter } from '../charter/index.ts'
import { type Conditions, conditionsOn } from '../decide/index.ts'
import type { TicketEvent } from '../ticket/index.ts'

/** What a procedure is walked by, beside what happened. */
export interface FactsAtHand extends Pick<Conditions, 'standing'> {
  /** The place in the log since which a fact of this name is known without a break; undefined where it is not, or is no fact. */
  readonly knownSince: (fact: string) => number | undefined
}

/** The same, of a ticket. */
export interface TicketFactsAtHand extends FactsAtHand, Pick<Conditions, 'isOver'> {}

/** How the facts of the ticket of a history stand at `now` (UTC ms). A fact that is counted is known from the beginning. */
export function factsAtHand(charter: CompiledCharter, history: readonly TicketEvent[], now: number): TicketFactsAtHand {
  const { standing, isKnown, isOver } = conditionsOn(charter, history, now)
  return {
    standing,
    isOver,
    knownSince: (fact) => (isKnown(fact) ? sinceWhen(fact, history, now) : undefined),
  }
}

function sinceWhen(fact: string, history: readonly TicketEvent[], now: number): number {
  let since: number | undefined
  const told = history
    .filter(
      ({ at, recorded, facts }) => at <= now && recorded <= now && facts !== undefined && Object.hasOwn(facts, fact),
    )
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
  for (const { facts, seq = 0 } of told) since = facts?.[fact] === null ? undefined : (since ?? seq)
  return since ?? 0
}
