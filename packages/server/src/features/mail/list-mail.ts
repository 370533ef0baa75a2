import type { InboundMail, MailTrace, MailVerification } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { MailOutcome, Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'

export interface MailQuery {
  readonly cursor?: string | undefined
  readonly limit: number
  /** Address of a mailbox. */
  readonly mailbox?: string | undefined
  readonly outcome?: MailOutcome | 'pending' | 'to-look-at' | undefined
}

interface Row {
  readonly id: string
  readonly mailbox: string
  readonly received_at: Date
  readonly envelope_from: string
  readonly from_address: string | null
  readonly from_name: string | null
  readonly subject: string | null
  readonly message_id: string | null
  readonly outcome: MailOutcome | null
  readonly reason: string | null
  readonly number: number | null
  readonly trace: MailTrace | null
  readonly text: string | null
  readonly left_at: Date | null
  readonly size: number
  readonly sha256: Buffer
  readonly verification: MailVerification | null
}

/** A page of the mail that came in, the newest first. */
export async function listMail(
  { db, workspace }: Transaction,
  { cursor, limit, mailbox, outcome }: MailQuery,
): Promise<{ items: InboundMail[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const conditions = [
    sql`m."workspace_id" = ${workspace}`,
    ...(mailbox === undefined ? [] : [sql`b.address = ${mailbox.toLowerCase()}`]),
    ...(outcome === undefined ? [] : [fared(outcome)]),
    ...(after === undefined ? [] : [sql`(m.received_at, m.id) < (${new Date(after.at)}, ${after.id}::uuid)`]),
  ]
  const { rows } = await sql<Row>`
    select m.id, b.address as mailbox, m.received_at, m.envelope_from, m.from_address, m.from_name, m.subject, m.message_id,
           m.outcome, m.reason, t.number, m.trace, m.text, m.left_at, m.size, m.sha256, m.verification
      from inbound_mail m
      join mailbox b on b."workspace_id" = ${workspace} and b.id = m.mailbox_id
      left join ticket t on t."workspace_id" = ${workspace} and t.id = m.ticket_id
     where ${sql.join(conditions, sql` and `)}
     order by m.received_at desc, m.id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(mailOf),
    next: last === undefined ? null : writePageCursor({ at: last.received_at.getTime(), id: last.id }),
  }
}

/** A condition on `m`. */
function fared(outcome: NonNullable<MailQuery['outcome']>): RawBuilder<unknown> {
  switch (outcome) {
    case 'pending':
      return sql`m.outcome is null`
    case 'to-look-at':
      return sql`m.outcome = 'quarantined' and m.left_at is null`
    default:
      return sql`m.outcome = ${outcome}`
  }
}

function mailOf({ from_address, number, received_at, sha256, left_at, ...row }: Row): InboundMail {
  return {
    ...row,
    left: left_at !== null,
    received_at: formatInstant(received_at.getTime()),
    from: from_address,
    ticket: number,
    sha256: sha256.toString('hex'),
    raw: `/api/v1/mail/messages/${row.id}/raw`,
  }
}
