/** A ladder of escalation walked from its start to its last step, on a ticket on which nobody does anything (SPEC S6). */
import { CalendarError, isOpen } from '../../calendar/index.ts'
import type { CompiledCharter, CompiledEscalation, Duration, EscalationStep, Finding } from '../../charter/index.ts'
import { decide, type StepDue } from '../../decide/index.ts'
import { checkCircles } from '../clauses/check-circles.ts'
import { stepWords } from '../clauses/check-steps.ts'
import { type LadderFacts, ladderTicket } from './ladder-ticket.ts'

/** A step of the ladder as it would be taken. */
export interface Rung {
  /** From 1. */
  readonly step: number
  /** `75%`, `after 2 h of office`, `at once`. */
  readonly time: string
  /** UTC ms; null where it lies beyond what the calendar knows. */
  readonly due: number | null
  /** The zone in which it is counted: that of its calendar, for dates that of the charter. */
  readonly zone: string
  /** Whether any calendar of the charter is open then, or closes at that instant. */
  readonly isOpen: boolean
  readonly act: StepDue['act']
}

export interface Ladder {
  readonly clause: string
  /** When its ticket is opened, UTC ms. */
  readonly at: number
  /** Of that ticket: those given and those that the ladder asks for. */
  readonly facts: LadderFacts
  /** The commitment on whose clock it hangs; null where it waits for a condition or an event. */
  readonly commitment: {
    readonly promise: string
    /** From 1. */
    readonly row: number
    readonly target: string
    readonly due: number | null
  } | null
  /** In the order in which they act. */
  readonly rungs: readonly Rung[]
  /** Positions that it goes through, each time it gives the ticket to one, in that order. */
  readonly chain: readonly string[]
  /** Steps of it that close a circle (SPEC CH3). */
  readonly circles: readonly Finding[]
}

/** `no-clause`: the charter has no such escalation. `not-begun`: it does not begin on such a ticket. `past-horizon`: the calendars know nothing of that time. */
export type NoLadder = 'no-clause' | 'not-begun' | 'past-horizon'

export interface LadderStart {
  /** Id of the escalation clause. */
  readonly clause: string
  /** When the ticket is opened, UTC ms. */
  readonly at: number
  readonly facts?: LadderFacts
}

/**
 * Where a ladder leads on a ticket that a customer opens at `at`, on which what starts the ladder happens at once and nothing
 * after it. The instants are those of `decide`: there is no other clock.
 */
export function walkLadder(charter: CompiledCharter, { clause, at, facts = {} }: LadderStart): Ladder | NoLadder {
  const escalation = charter.escalation.find((one) => one.clause.id === clause)
  if (escalation === undefined) return 'no-clause'
  if (!(at >= charter.zone.from && at <= charter.zone.until)) return 'past-horizon'
  try {
    return walked(charter, escalation, at, facts)
  } catch (error) {
    if (error instanceof CalendarError) return 'past-horizon'
    throw error
  }
}

function walked(charter: CompiledCharter, escalation: CompiledEscalation, at: number, given: LadderFacts) {
  const { id, on, steps } = escalation.clause
  const ticket = ladderTicket(charter, escalation, at, given)
  if (ticket === undefined) return 'not-begun'
  const decision = decide(charter, ticket.history, at)
  const commitment =
    on.kind === 'promise' ? decision.commitments.find(({ promise }) => promise === on.promise) : undefined
  if (on.kind === 'promise' && commitment === undefined)
    return decision.unevaluated.some(({ clause }) => clause === on.promise) ? 'past-horizon' : 'not-begun'
  const name = commitment === undefined ? null : `${commitment.promise}/${commitment.run}`
  const taken = decision.steps.filter((step) => step.clause === id && step.commitment === name)
  if (taken.length === 0 && on.kind === 'condition') return 'not-begun'
  const counted = commitment === undefined ? undefined : countedBy(charter, commitment.promise, commitment.row)
  const rungs = steps
    .map((step, index): Rung => {
      const due = taken.find((one) => one.step === index + 1)?.due ?? null
      return {
        step: index + 1,
        time: stepWords(step.at),
        due,
        zone: zoneOf(charter, step, counted),
        isOpen: due !== null && isAnyOpen(charter, due),
        act: { tell: step.tell, give_to: step.giveTo ?? null, raise_priority: step.raisePriority },
      }
    })
    .toSorted((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || a.step - b.step)
  return {
    clause: id,
    at,
    facts: ticket.facts,
    commitment:
      commitment === undefined
        ? null
        : { promise: commitment.promise, row: commitment.row, target: commitment.target, due: commitment.due },
    rungs,
    chain: rungs.flatMap(({ act }) => act.give_to ?? []),
    circles: checkCircles(charter.document).filter(
      ({ says }) => says !== undefined && 'clause' in says.data && says.data.clause === id,
    ),
  } satisfies Ladder
}

function countedBy({ promises }: CompiledCharter, promise: string, row: number): Duration | undefined {
  return promises.find(({ id }) => id === promise)?.clause.rows[row - 1]?.target
}

function zoneOf({ zone, calendars }: CompiledCharter, { at }: EscalationStep, target: Duration | undefined): string {
  const duration = at.kind === 'after' ? at.duration : at.kind === 'percent' ? target : undefined
  const calendar = duration === undefined || duration.kind === 'dates' ? undefined : calendars.get(duration.calendar)
  return (calendar?.zone ?? zone).name
}

function isAnyOpen({ calendars }: CompiledCharter, instant: number): boolean {
  return [...calendars.values()].some((calendar) => {
    try {
      return isOpen(calendar, instant) || isOpen(calendar, instant - 1)
    } catch (error) {
      if (error instanceof CalendarError) return false
      throw error
    }
  })
}
