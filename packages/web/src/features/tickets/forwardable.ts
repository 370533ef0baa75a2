import type { Entry, Ticket } from '@avow/contract'

/** Messages that somebody may forward: what a customer and a person of ours said. The server decides. */
export function forwardableOf({ entries, merged_into }: Ticket): readonly Entry[] {
  if (merged_into !== null) return []
  return entries.filter(
    ({ type, by, doubt, delivery, moved_to, text, attachments }) =>
      (type === 'message.received' || (type === 'message.sent' && by === 'agent')) &&
      moved_to === null &&
      doubt !== 'not-a-participant' &&
      delivery !== 'held' &&
      ((text ?? '') !== '' || attachments.some(({ is_inline }) => !is_inline)),
  )
}
