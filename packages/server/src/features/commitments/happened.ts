import type { Happening } from '@avow/core'
import { movedAway, type TicketLog } from './ticket-log.ts'

/** Types of events by which a step was settled. */
export const STEP_EVENTS = {
  done: 'step.done',
  handedOver: 'step.handed-over',
  skipped: 'step.skipped',
  overdue: 'step.overdue',
} as const

/** What becomes of a remedy: asking for it and taking that back decide nothing. */
const DECISIONS: ReadonlySet<string> = new Set(['remedy.granted', 'remedy.approved', 'remedy.refused'])

/** What happened on a ticket that its procedures go on by (SPEC W2, W5, W6, W11). Its log alone tells: no other ticket's does. */
export function happenedOn({ entries }: Pick<TicketLog, 'entries'>): readonly Happening[] {
  const opened =
    entries.find(({ event }) => event.type === 'ticket.created')?.event.recorded ?? Number.NEGATIVE_INFINITY
  const away = movedAway(entries)
  return entries.flatMap(({ seq, event, envelope }): Happening[] => {
    const { type } = event
    if (type === 'message.received') {
      const counts = event.automatic !== true && event.recorded > opened && !away.has(event.id ?? '')
      return counts ? [{ kind: 'customer-wrote', seq }] : []
    }
    const { clause, procedure, step } = envelope
    if (DECISIONS.has(type)) return typeof clause === 'string' ? [{ kind: 'decided', seq, remedy: clause }] : []
    // A charter may declare events of these names: they speak of no step.
    if (typeof procedure !== 'string' || typeof step !== 'number') return []
    if (type === STEP_EVENTS.skipped) return [{ kind: 'skipped', seq, procedure, step }]
    if (type === STEP_EVENTS.overdue) return [{ kind: 'overdue', seq, procedure, step }]
    return type === STEP_EVENTS.done || type === STEP_EVENTS.handedOver ? [{ kind: 'done', seq, procedure, step }] : []
  })
}
