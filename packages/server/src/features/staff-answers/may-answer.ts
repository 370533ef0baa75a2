import type { Transaction } from '../../db/index.ts'
import { answersByMail } from '../outbox/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { StaffMember } from './staff-member.ts'

/**
 * May this person answer this ticket by mail? In the desk everybody who may write answers any ticket, with it before their
 * eyes; by mail only what is theirs or their team's, and is still being worked on.
 */
export async function mayAnswer(
  tx: Transaction,
  { id, team, permissions }: StaffMember,
  ticket: TicketAtHand,
): Promise<boolean> {
  if (!permissions.has('tickets.write')) return false
  if (ticket.state === 'closed' || ticket.merged_id !== null || ticket.is_spam) return false
  const isElsewhere = ticket.team !== null && team !== null && ticket.team !== team && ticket.assignee_id !== id
  return !isElsewhere && (await answersByMail(tx))
}
