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
  /** Empty for the null return path. */
  readonly envelopeFrom: string
  readonly envelopeTo: string
  readonly blobKey: string
  readonly sha256: Buffer
  /** Only who holds this number may settle it. */
  readonly fence: number
  /** How often it was taken in hand, this time included. */
  readonly attempts: number
}
