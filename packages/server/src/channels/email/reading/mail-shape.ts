import type { Appointment } from './appointments.ts'

/** What stands in one mail, as plain data: it crosses from one process to another and is kept. */
export type ReadMail = {
  /** The first mailbox that From names; null where it names none. */
  readonly from: Mailbox | null
  /** Why From names nobody in particular; null where it is in order. Says nothing about who really sent the mail. */
  readonly fromIsDoubtful: DoubtfulFrom | null
  readonly replyTo: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  /** One line, without characters that turn the direction of what stands beside it. */
  readonly subject: string
  /** With its angle brackets. */
  readonly messageId: string | null
  readonly inReplyTo: string | null
  /** Oldest first, each once. */
  readonly references: readonly string[]
  /** What the sender says, UTC ms: to be shown, never to be reckoned with. */
  readonly date: number | null
  /** The plain part, or the HTML part put into plain text where there is none. */
  readonly text: string
  /** Of the first half million characters of the text: what its author added, and what is to be folded away. */
  readonly fresh: string
  readonly quoted: string
  /** As the sender wrote it: for the sanitiser and for nobody else. */
  readonly html: string | null
  readonly attachments: readonly MailAttachment[]
  /** What its calendar parts say; those are among the attachments too. */
  readonly appointments: readonly Appointment[]
  /** In the order of the mail; those with a name of our own (`X-Avow-…`) are left out. */
  readonly headers: readonly MailHeader[]
  /** The strongest sign that no person wrote this; null where there is none. */
  readonly automatic: AutomaticReason | null
}

export type Mailbox = {
  readonly address: string
  /** Empty where none is given. */
  readonly name: string
}

export type MailHeader = {
  /** In small letters. */
  readonly name: string
  /** One line, encoded words left as they are. */
  readonly value: string
}

export type MailAttachment = {
  /** A file name without a path; never empty. */
  readonly name: string
  /** What the sender calls its content, in small letters. */
  readonly type: string
  /** Without angle brackets. */
  readonly contentId: string | null
  /** Meant to be seen inside the HTML part. */
  readonly isInline: boolean
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type DoubtfulFrom =
  | 'missing'
  | 'several-headers'
  | 'several-addresses'
  | 'group'
  | 'encoded-address'
  | 'mixed-scripts'
  | 'malformed'

export type AutomaticReason =
  | 'delivery-report'
  | 'null-return-path'
  | 'auto-submitted'
  | 'auto-response-header'
  | 'precedence'
  | 'list'
  | 'suppresses-responses'
  | 'robot-sender'
  | 'vacation-subject'

export type UnreadableReason =
  | 'nested-too-deep'
  | 'headers-too-large'
  | 'too-many-parts'
  | 'text-too-large'
  | 'broken'
  | 'took-too-long'
  | 'took-too-much-memory'
  | 'crashed'

/** A mail that could not be read; its raw bytes are kept, and a person looks at it. */
export type Unreadable = {
  readonly unreadable: UnreadableReason
  /** For the log: what the parser said. */
  readonly detail: string
}

export class MailUnreadable extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, message: string) {
    super(message)
    this.name = 'MailUnreadable'
    this.reason = reason
  }
}

/** Nobody reads now, which says nothing about the mail: it is to be read later. */
export class MailReaderUnavailable extends Error {
  readonly code: 'ECLOSED' | 'ENOTSTARTED'

  constructor(code: 'ECLOSED' | 'ENOTSTARTED', message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MailReaderUnavailable'
    this.code = code
  }
}
