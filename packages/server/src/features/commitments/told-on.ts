import { type Audience, type CompiledCharter, conditionsOn } from '@avow/core'
import type { TicketLog } from './ticket-log.ts'

/**
 * Whether the customer of a ticket may be told what is of an audience: what is for everybody, and what is for customers of
 * whom the ticket's facts at `now` (UTC ms) say that they are among them.
 */
export function toldOn(charter: CompiledCharter, log: TicketLog, now: number): (audience: Audience) => boolean {
  let conditions: ReturnType<typeof conditionsOn> | undefined
  return (audience) => {
    if (typeof audience === 'string') return audience === 'public'
    if (!('customers' in audience)) return false
    conditions ??= conditionsOn(charter, [...log.entries.map(({ event }) => event), ...log.joined], now)
    return conditions.standing(audience.customers).state === 'holds'
  }
}
