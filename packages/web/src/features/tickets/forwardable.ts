import type { Entry, Ticket } from '@avow/contract'
import { type Told, threadOf } from './thread.ts'

/** Messages that somebody may forward: what a customer and a person of ours said. The server decides. */
export function forwardableOf({ entries, merged_into }: Ticket): readonly Entry[] {
  return merged_into === null ? entries.filter(isForwardable) : []
}

/** The same with what the same customer said on tickets that were merged into it, the first first. */
export function forwardableIn(ticket: Ticket): readonly Told[] {
  return threadOf(ticket).filter(
    ({ entry, ticket: of }) =>
      isForwardable(entry) && (of === ticket || (of.customer !== null && of.customer.id === ticket.customer?.id)),
  )
}

function isForwardable({ type, by, doubt, delivery, moved_to, text, attachments }: Entry): boolean {
  return (
    (type === 'message.received' || (type === 'message.sent' && by === 'agent')) &&
    moved_to === null &&
    doubt !== 'not-a-participant' &&
    delivery !== 'held' &&
    ((text ?? '') !== '' || attachments.some(({ is_inline }) => !is_inline))
  )
}
