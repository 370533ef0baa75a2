/** Types of events that every ticket's log knows, in the order in which events of one instant act (SPEC E2); a charter declares further ones. */
export const EVENT_TYPES = [
  'ticket.created',
  'facts.changed',
  'ticket.assigned',
  'message.received',
  'message.sent',
  'message.auto',
  'note.added',
  'status.changed',
  'ticket.reopened',
  'ticket.merged',
  'ticket.absorbed',
  'ticket.spam',
  'message.moved',
  'commitment.kept',
  'commitment.broken',
  'commitment.corrected',
] as const
