import type { MailClient } from '../verifying/index.ts'

/** A row of inbound_mail that somebody has in hand to read. */
export interface MailRow {
  readonly workspace: string
  readonly id: string
  /** Id of the mailbox. */
  readonly mailbox: string
  /** One for all rows of one DATA. */
  readonly acceptance: string
  /** UTC ms. */
  readonly receivedAt: number
  /** When it came in at the server that it was fetched from, UTC ms; undefined where it was sent to us, or that is not known. */
  readonly arrivedAt: number | undefined
  /** Empty for the null return path. */
  readonly envelopeFrom: string
  readonly envelopeTo: string
  /** Who gave it to us; undefined where it was fetched. */
  readonly client: MailClient | undefined
  readonly blobKey: string
  readonly sha256: Buffer
  /** Bytes that are kept. */
  readonly size: number
  /** Only who holds this number may settle it. */
  readonly fence: number
  /** How often it was taken in hand, this time included. */
  readonly attempts: number
  /** It was imported from a file: history, that nobody is told of. */
  readonly isImported: boolean
  /** It was too large: only its beginning is kept. */
  readonly isCut: boolean
}

/** Who gave a mail to us, as its row keeps it; undefined where it was fetched. */
export function clientOf(row: {
  readonly client_address: string | null
  readonly client_helo: string | null
}): MailClient | undefined {
  const { client_address: address, client_helo: helo } = row
  return address === null ? undefined : { address, helo: helo ?? '' }
}
