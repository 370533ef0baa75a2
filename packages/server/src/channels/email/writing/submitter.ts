import type { MailServerFailure } from '@avow/contract'

/** Whom the mail is really sent to and from: not read from its headers. */
export type Envelope = {
  /** Empty for the null return path, to which nothing bounces. */
  readonly from: string
  readonly to: readonly string[]
}

export type Submission = {
  readonly accepted: readonly string[]
  readonly refused: readonly RefusedRecipient[]
  /** What stood in the way of the server itself, where it came to no mail. */
  readonly failure?: MailServerFailure
}

export type RefusedRecipient = {
  readonly address: string
  /** The SMTP reply code; null where there was no reply. */
  readonly code: number | null
  /** What the server said, one line. */
  readonly text: string
  /** Sending it again would be refused again (5xx for this address or this mail). */
  readonly permanent: boolean
  /** It is this address that was refused (at RCPT), not the sender or what the mail says. */
  readonly atRecipient?: true
}

/** The way out for our mail. Throws MailRefused for an address that is none; whatever a server does is an answer. */
export type Submitter = {
  readonly submit: (envelope: Envelope, bytes: Uint8Array) => Promise<Submission>
  readonly close: () => Promise<void>
}
