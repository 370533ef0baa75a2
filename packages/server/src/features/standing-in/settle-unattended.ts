import type { EventHandler } from '../../db/index.ts'
import { settleAttention } from '../attention/index.ts'
import { unattended } from './cover-absences.ts'

/** Somebody has a ticket again that nobody stood in for, or it needs nobody any more: no attention is asked for it. */
export const settleUnattended: EventHandler = async (events, tx) => {
  const seenTo = events.filter(
    ({ type, persons, envelope }) =>
      (type === 'ticket.assigned' && persons['to'] !== undefined) ||
      type === 'ticket.spam' ||
      type === 'ticket.merged' ||
      (type === 'status.changed' && (envelope['to'] === 'solved' || envelope['to'] === 'closed')),
  )
  await settleAttention(tx, [...new Set(seenTo.map(({ ticket }) => unattended(ticket)))])
}
