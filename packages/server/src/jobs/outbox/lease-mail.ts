import { sql } from 'kysely'
import { noteReferences, type Reference } from '../../channels/email/index.ts'
import { type JsonObject, type Store, transaction } from '../../db/index.ts'
import { type ReadySender, readSender } from '../../features/mail-senders/index.ts'
import { holdAutomatic, type WrittenMail, writeOut } from '../../features/outbox/index.ts'
import { MAIL_LIMITS, type MailLimits } from '../../mail-limits.ts'
import type { Keys } from '../../secrets/index.ts'

/** A mail that this process alone may send until its lease ends. */
export interface LeasedMail {
  readonly workspace: string
  readonly id: string
  readonly kind: string
  readonly ticket: string | null
  readonly fence: number
  /** How often it was tried before. */
  readonly attempts: number
  /** Undefined where it cannot be written: its mailbox has gone. */
  readonly written: WrittenMail | undefined
  /** By which server it leaves; undefined: by that of the installation. */
  readonly sender: ReadySender | undefined
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly ticket_id: string | null
  readonly payload: JsonObject
  readonly fence: number
  readonly attempts: number
  readonly has_passed: boolean
}

export interface LeaseOptions {
  readonly store: Store
  readonly keys: Keys
  /** How long, ms. */
  readonly leaseMs: number
  readonly most: number
  /** Of automatic mail. */
  readonly limits?: MailLimits
}

/**
 * Takes mail of a workspace that is due and that nobody else has in hand; whoever held it before can say nothing of it
 * any more. Automatic mail beyond the limits is held back instead. Its Message-ID is noted on its ticket before it leaves, so that no answer comes too soon.
 */
export async function leaseMail(
  { store, keys, leaseMs, most, limits = MAIL_LIMITS }: LeaseOptions,
  workspace: string,
): Promise<readonly LeasedMail[]> {
  return transaction(store, { workspace }, async (tx) => {
    const now = new Date(tx.now)
    const { rows } = await sql<Row>`
      update outbox set lease_until = ${new Date(tx.now + leaseMs)}, fence = fence + 1, attempts = attempts + 1
       where "workspace_id" = ${workspace} and id in (
         select id from outbox
          where "workspace_id" = ${workspace} and sent_at is null and given_up_at is null and held_for is null and due <= ${now}
            and (lease_until is null or lease_until <= ${now})
          order by due, id limit ${most} for update skip locked)
      returning id, kind, ticket_id, payload, fence, attempts - 1 as attempts,
                passed_at is not null as has_passed`.execute(tx.db)
    const leased: LeasedMail[] = []
    const references: Reference[] = []
    const held = await holdAutomatic(tx, keys, limits, rows)
    const senders = new Map<string, ReadySender | undefined>()
    const senderOf = async (mailbox: string): Promise<ReadySender | undefined> => {
      if (!senders.has(mailbox)) senders.set(mailbox, await readSender(tx, keys, mailbox))
      return senders.get(mailbox)
    }
    for (const row of rows.filter(({ id }) => !held.has(id))) {
      const written = await writeOut(tx, keys, row)
      const sender = written && (await senderOf(written.mailbox))
      const { id, kind, ticket_id: ticket, fence, attempts } = row
      // What was forwarded is found by its own mark; no mail to the customer may name it.
      if (written !== undefined && ticket !== null && kind !== 'forward')
        references.push({ messageId: written.messageId, ticket, seq: written.mail.seq + 1 })
      leased.push({ workspace, id, kind, ticket, fence, attempts, written, sender })
    }
    await noteReferences(tx, references)
    return leased
  })
}
