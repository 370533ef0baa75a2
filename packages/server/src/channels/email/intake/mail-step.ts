/** Steps in the life of an inbound mail at which a process may be lost; in their order. */
export const MAIL_STEPS = [
  'received',
  'blob-kept',
  'rows-written',
  'rows-committed',
  'answered',
  'read',
  'settling',
  'settled',
] as const

export type MailStep = (typeof MAIL_STEPS)[number]

/** Hears of each step that a mail reaches, before the next is begun. Faults are tried here. */
export type OnMailStep = (step: MailStep) => void
