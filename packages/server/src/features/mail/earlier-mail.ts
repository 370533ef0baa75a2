import type { MailTrace } from '@avow/contract'
import type { MailRow } from '../../channels/email/index.ts'
import type { MailOutcome, Transaction } from '../../db/index.ts'

/** A row as it is now; what is settled in this transaction is noted in it. */
export interface KnownMail {
  readonly id: string
  readonly acceptance: string
  readonly mailbox: string
  readonly receivedAt: number
  readonly envelopeFrom: string
  readonly sha256: Buffer
  readonly fence: number
  outcome: MailOutcome | null
  reason: string | null
  ticket: string | null
  event: string | null
  /** Of what is settled here alone. */
  trace: MailTrace | null
}

const SEVEN_DAYS = 7 * 86_400_000
/** The first of them is enough to know the rest by; a flood of the same mail is not read again with each batch. */
const MOST_SAME = 1_000

/** What is known of mails that are to be settled together: their own rows, locked, and those that may be the same mail. */
export class EarlierMail {
  readonly #rows: readonly KnownMail[]

  private constructor(rows: readonly KnownMail[]) {
    this.#rows = rows
  }

  /** Locks all rows of the same DATA in one order for all who want them, and reads what has the same bytes. */
  static async of(tx: Transaction, mails: readonly MailRow[]): Promise<EarlierMail> {
    const columns = [
      'id',
      'acceptance_id as acceptance',
      'mailbox_id as mailbox',
      'received_at',
      'envelope_from as envelopeFrom',
      'sha256',
      'fence',
      'outcome',
      'reason',
      'ticket_id as ticket',
      'event_id as event',
    ] as const
    const locked = await tx.db
      .selectFrom('inbound_mail')
      .select(columns)
      .where('workspace_id', '=', tx.workspace)
      .where('acceptance_id', 'in', [...new Set(mails.map(({ acceptance }) => acceptance))])
      .orderBy('id')
      .forUpdate()
      .execute()
    const same = await tx.db
      .selectFrom('inbound_mail')
      .select(columns)
      .where('workspace_id', '=', tx.workspace)
      .where('mailbox_id', 'in', [...new Set(mails.map(({ mailbox }) => mailbox))])
      .where(
        'sha256',
        'in',
        mails.map(({ sha256 }) => sha256),
      )
      .where('received_at', '>', new Date(Math.min(...mails.map(({ receivedAt }) => receivedAt)) - SEVEN_DAYS))
      .where(({ eb, or }) => or([eb('reason', 'is', null), eb('reason', '!=', 'duplicate')]))
      .orderBy('received_at')
      .orderBy('id')
      .limit(MOST_SAME)
      .execute()
    const rows = new Map([...same, ...locked].map((row) => [row.id, row]))
    return new EarlierMail(
      [...rows.values()].map(({ received_at, ...row }) => ({ ...row, trace: null, receivedAt: received_at.getTime() })),
    )
  }

  /** The mail's own row; undefined where it is no longer ours to settle. */
  own({ id, fence }: MailRow): KnownMail | undefined {
    return this.#rows.find((row) => row.id === id && row.fence === fence && row.outcome === null)
  }

  /** Another row of the same DATA that is on a ticket already. */
  ofSameData({ id, acceptance }: MailRow): KnownMail | undefined {
    return this.#rows.find((row) => row.acceptance === acceptance && row.id !== id && row.ticket !== null)
  }

  /**
   * Did the same bytes come from the same envelope sender to the same mailbox within the seven days before? A Message-ID
   * alone says nothing: anybody can use another's.
   */
  hasCome(mail: MailRow): boolean {
    return this.#rows.some(
      (row) =>
        row.mailbox === mail.mailbox &&
        row.envelopeFrom === mail.envelopeFrom &&
        row.sha256.equals(mail.sha256) &&
        row.receivedAt > mail.receivedAt - SEVEN_DAYS &&
        (row.receivedAt < mail.receivedAt || (row.receivedAt === mail.receivedAt && row.id < mail.id)) &&
        row.reason !== 'duplicate',
    )
  }
}
