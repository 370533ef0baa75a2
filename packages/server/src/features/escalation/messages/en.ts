/** The words of mails that tell people of the desk about a step of escalation. The master of the other languages. */
export const en = {
  subject: '{count, plural, one {A ticket needs you: {number}} other {# tickets need you: {number}}}',
  told: 'Ticket {number}: step {step} of {clause} fell due on {due}.',
  given: 'Ticket {number} is yours now: step {step} of {clause} fell due on {due}.',
  waited:
    'Ticket {number}: the wait in step {step} of {clause} lasted until {due}, as long as it may. Go on with the next step.',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
