import { type CompiledCharter, type Condition, conditionsOn, type TicketEvent } from '@avow/core'
import type { JsonObject } from '../../db/index.ts'
import { isFactValue } from './fitting-facts.ts'

/** By which row of the charter's routing a ticket goes to a team. */
export interface Route {
  readonly team: string
  readonly clause: string
  /** From 1. */
  readonly row: number
}

/** A ticket as it comes in. */
interface Arriving {
  /** UTC ms. */
  readonly at: number
  readonly by: 'customer' | 'agent'
  readonly facts: JsonObject
}

/**
 * Which team takes a request: that of the first row of the charter's routing whose conditions hold on its facts, of the first
 * clause that has one. A fact that is not known meets only what says nothing of it. Where a clause wants a unique row and
 * several fit, it says nothing. Undefined where no row fits.
 */
export function routeOf(charter: CompiledCharter, { at, by, facts }: Arriving): Route | undefined {
  const { routing } = charter.document
  if (routing.length === 0) return undefined
  const { standing } = conditionsOn(charter, historyOf(at, by, facts), at)
  const holds = (condition: Condition): boolean => condition.size === 0 || standing(condition).state === 'holds'
  for (const { id, when, hit, rows } of routing) {
    if (!holds(when)) continue
    const fitting = rows.flatMap((row, index) =>
      holds(row.cells) ? [{ team: row.to, clause: id, row: index + 1 }] : [],
    )
    const [first] = fitting
    if (first !== undefined && (hit === 'first' || fitting.length === 1)) return first
  }
  return undefined
}

function historyOf(at: number, by: Arriving['by'], facts: JsonObject): readonly TicketEvent[] {
  const known = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (isFactValue(value) ? [[name, value]] : [])),
  )
  const event = { ticket: '', at, recorded: at }
  return [
    { ...event, type: 'ticket.created', by, ...(by === 'agent' ? { for: 'customer' } : {}), facts: known },
    { ...event, type: 'message.received', by: 'customer' },
  ]
}
