/** The words of letters about a complaint. The master of the other languages. */
export const en = {
  received: 'We received your complaint on {received}. It has the number {number}.',
  deadline: 'You are to have our answer by {deadline}.',
  next: 'It is being looked into. By then we write to you what we decide and why, or why we need longer.',
  body: 'If our answer does not settle it, or does not come by then, you may go to: {body}',
  closing: 'If this answer does not settle it, you may go to: {body}',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
