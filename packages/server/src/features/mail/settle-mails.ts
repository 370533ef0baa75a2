import { sql } from 'kysely'
import { type MailRow, noteReferences, type Reference } from '../../channels/email/index.ts'
import { type MailOutcome, type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { acknowledgeAll, type ToAcknowledge } from '../acknowledgements/index.ts'
import { mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { EarlierMail, type KnownMail } from './earlier-mail.ts'
import { judgeMail } from './judge-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { addToTicket, type NewMatter, openForMails, type TakenIn } from './take-in.ts'

export interface MailDesk {
  readonly store: Store
  readonly keys: Keys
  readonly publicUrl: string
}

/** A mail that was read and is to be settled. */
export interface ReadyMail {
  readonly row: MailRow
  readonly prepared: PreparedMail
}

/** What became of a mail; `lost`: somebody else has it in hand, or it was settled before. */
export type Settled = MailOutcome | 'lost'

/**
 * Settles mails of one workspace that were read, in the order given: their tickets and their outcomes in one transaction,
 * so that each is counted once and nothing is done twice. Several together cost far less than one by one. Two mailboxes in
 * one DATA are one message: the second row points to the ticket of the first. `beforeCommit` is called last.
 */
export async function settleMails(
  { store, keys, publicUrl }: MailDesk,
  mails: readonly ReadyMail[],
  beforeCommit: () => void = () => undefined,
): Promise<readonly Settled[]> {
  const [first] = mails
  if (first === undefined) return []
  return transaction(store, { workspace: first.row.workspace }, async (tx) => {
    const earlier = await EarlierMail.of(
      tx,
      mails.map(({ row }) => row),
    )
    const settling = new Settling(tx, { keys, publicUrl }, earlier)
    const owns = mails.map(({ row }) => earlier.own(row))
    for (const [index, mail] of mails.entries()) {
      const own = owns[index]
      if (own !== undefined) await settling.settle(own, mail)
    }
    await settling.openNew()
    await noteReferences(tx, settling.references)
    await acknowledgeAll(tx, settling.toAcknowledge)
    await writeOutcomes(
      tx,
      owns.flatMap((own, index) => {
        const mail = mails[index]
        return own === undefined || mail === undefined ? [] : [{ own, mail }]
      }),
    )
    beforeCommit()
    return owns.map((own) => own?.outcome ?? 'lost')
  })
}

type Outcome = Pick<KnownMail, 'outcome' | 'reason' | 'ticket' | 'event'>

/** Mails that are settled in one transaction: what can be done once for all of them waits until it must be done. */
class Settling {
  readonly #tx: Transaction
  readonly #desk: Omit<MailDesk, 'store'>
  readonly #earlier: EarlierMail
  /** New matters whose tickets are not opened yet. */
  readonly #opening: { readonly own: KnownMail; readonly matter: NewMatter }[] = []
  readonly references: Reference[] = []
  readonly toAcknowledge: ToAcknowledge[] = []

  constructor(tx: Transaction, desk: Omit<MailDesk, 'store'>, earlier: EarlierMail) {
    this.#tx = tx
    this.#desk = desk
    this.#earlier = earlier
  }

  /** Notes in `own` what becomes of the mail; for a new matter once openNew is called. */
  async settle(own: KnownMail, { row, prepared }: ReadyMail): Promise<void> {
    if (this.#opening.some((each) => each.own.acceptance === own.acceptance)) await this.openNew()
    const same = this.#earlier.ofSameData(row)
    if (same !== undefined)
      return note(own, { outcome: 'appended', reason: 'same-message', ticket: same.ticket, event: same.event })
    if (this.#earlier.hasCome(row))
      return note(own, { outcome: 'suppressed', reason: 'duplicate', ticket: null, event: null })
    // It may name a mail that was settled just before it.
    if (prepared.mail.inReplyTo !== null || prepared.mail.references.length > 0) {
      await this.openNew()
      await noteReferences(this.#tx, this.references.splice(0))
    }
    const verdict = await judgeMail(this.#tx, this.#desk.keys, row, prepared)
    if (verdict.outcome === 'suppressed') return note(own, { ...verdict, ticket: null, event: null })
    // It may have been removed since the mail came.
    const mailbox = await mailboxToAnswerFrom(this.#tx, row.mailbox)
    if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
    const matter: NewMatter = { ...this.#desk, mailbox, row, prepared }
    if (verdict.outcome === 'ticketed') this.#opening.push({ own, matter })
    else this.#taken(own, await addToTicket(this.#tx, matter, verdict), verdict.reason)
  }

  /** Opens the tickets of the new matters so far. */
  async openNew(): Promise<void> {
    const opening = this.#opening.splice(0)
    const taken = await openForMails(
      this.#tx,
      opening.map(({ matter }) => matter),
    )
    for (const [index, each] of taken.entries()) {
      const own = opening[index]?.own
      if (own !== undefined) this.#taken(own, each, null)
    }
  }

  #taken(own: KnownMail, { ticket, event, isNew, reference, toAcknowledge }: TakenIn, reason: string | null): void {
    note(own, { outcome: isNew ? 'ticketed' : 'appended', reason, ticket, event })
    if (reference !== undefined) this.references.push(reference)
    if (toAcknowledge !== undefined) this.toAcknowledge.push(toAcknowledge)
  }
}

function note(own: KnownMail, outcome: Outcome): void {
  Object.assign(own, outcome)
}

async function writeOutcomes(
  tx: Transaction,
  settled: readonly { readonly own: KnownMail; readonly mail: ReadyMail }[],
): Promise<void> {
  if (settled.length === 0) return
  const rows = settled.map(({ own, mail: { prepared } }) => ({
    id: own.id,
    outcome: own.outcome,
    reason: own.reason,
    ticket: own.ticket,
    event: own.event,
    from_address: prepared.mail.from?.address ?? null,
    from_name: prepared.mail.from?.name || null,
    subject: prepared.mail.subject,
    message_id: prepared.mail.messageId,
    text: prepared.fresh,
  }))
  await sql`
    update inbound_mail set outcome = n.outcome, reason = n.reason, ticket_id = n.ticket, event_id = n.event,
           from_address = n.from_address, from_name = n.from_name, subject = n.subject, message_id = n.message_id,
           text = n.text, settled_at = ${new Date(tx.now)}, lease_until = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, outcome text, reason text, ticket uuid,
           event text, from_address text, from_name text, subject text, message_id text, text text)
     where inbound_mail."workspace_id" = ${tx.workspace} and inbound_mail.id = n.id`.execute(tx.db)
}
