import type { OutgoingMail } from '@avow/contract'

/** What the list of received mail is narrowed to; it stands in the address. */
export const OUTCOMES = ['ticketed', 'appended', 'suppressed', 'quarantined', 'pending', 'to-look-at'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface InboundFilters {
  /** Its address. */
  readonly mailbox?: string
  readonly outcome?: Outcome
}

export const STATES = [
  'waiting',
  'deferred',
  'held',
  'sent',
  'bounced',
  'refused',
  'given-up',
  'in-folder',
] as const satisfies readonly OutgoingMail['state'][]

export interface OutgoingFilters {
  readonly mailbox?: string
  readonly state?: OutgoingMail['state']
}

/** The filters that an address names; what is none is left out. */
export function readInboundFilters({ mailbox, outcome }: Readonly<Record<string, unknown>>): InboundFilters {
  const known = OUTCOMES.find((one) => one === outcome)
  return { ...readMailbox(mailbox), ...(known === undefined ? {} : { outcome: known }) }
}

/** The same for our own mail. */
export function readOutgoingFilters({ mailbox, state }: Readonly<Record<string, unknown>>): OutgoingFilters {
  const known = STATES.find((one) => one === state)
  return { ...readMailbox(mailbox), ...(known === undefined ? {} : { state: known }) }
}

function readMailbox(typed: unknown): { readonly mailbox?: string } {
  return typeof typed === 'string' && typed !== '' ? { mailbox: typed } : {}
}
