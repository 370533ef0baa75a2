import type { MailTrace } from '@avow/contract'
import { sql } from 'kysely'
import {
  type AuthorProof,
  type MailProof,
  type MailRow,
  noteReferences,
  type Reference,
  traceOf,
} from '../../channels/email/index.ts'
import { type MailOutcome, type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { acknowledgeAll, type ToAcknowledge } from '../acknowledgements/index.ts'
import { notePlus } from '../mail-accounts/index.ts'
import { mailboxesOf, mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { type StaffMail, settleStaffMail } from '../staff-answers/index.ts'
import { EarlierMail, type KnownMail } from './earlier-mail.ts'
import { judgeMail, type MailToJudge, type Verdict } from './judge-mail.ts'
import { noteReport } from './note-report.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { senderProof } from './sender-proof.ts'
import { settleImported } from './settle-imported.ts'
import { addToForward, addToTicket, type NewMatter, openForMails, type TakenIn } from './take-in.ts'

export interface MailDesk {
  readonly store: Store
  readonly keys: Keys
  readonly publicUrl: string
}

/** A mail that was read and is to be settled. */
export interface ReadyMail {
  readonly row: MailRow
  readonly prepared: PreparedMail
  readonly proof: AuthorProof
}

interface ProvenMail extends Omit<ReadyMail, 'proof'> {
  readonly proof: MailProof
}

/** What became of a mail; `lost`: somebody else has it in hand, or it was settled before. */
export type Settled = MailOutcome | 'lost'

/**
 * Settles mails of one workspace that were read, in the order given: their tickets and their outcomes in one transaction,
 * so that each is counted once and nothing is done twice. Several together cost far less than one by one. Two mailboxes in
 * one DATA are one message: the second row points to the ticket of the first. `beforeCommit` is called last.
 */
export async function settleMails(
  desk: MailDesk,
  ready: readonly ReadyMail[],
  beforeCommit: () => void = () => undefined,
): Promise<readonly Settled[]> {
  const [first] = ready
  if (first === undefined) return []
  return transaction(desk.store, { workspace: first.row.workspace }, async (tx) => {
    const earlier = await EarlierMail.of(
      tx,
      ready.map(({ row }) => row),
    )
    const mails = await provenMails(tx, ready)
    const settling = new Settling(tx, desk, earlier)
    const owns = mails.map(({ row }) => earlier.own(row))
    const settled = owns.flatMap((own, index) => {
      const mail = mails[index]
      return own === undefined || mail === undefined ? [] : [{ own, mail }]
    })
    // History first: what comes in may answer it.
    const past = settled.filter(({ mail }) => mail.row.isImported)
    const references = await settleImported(
      tx,
      desk,
      past.map(({ own, mail: { row, prepared, proof } }) => ({ own, matter: { row, prepared, sender: proof.sender } })),
    )
    await noteReferences(tx, references)
    for (const { own, mail } of settled) if (!mail.row.isImported) await settling.settle(own, mail)
    await settling.openNew()
    await noteReferences(tx, settling.references)
    await acknowledgeAll(tx, settling.toAcknowledge)
    await writeOutcomes(tx, settled)
    beforeCommit()
    return owns.map((own) => own?.outcome ?? 'lost')
  })
}

async function provenMails(tx: Transaction, ready: readonly ReadyMail[]): Promise<readonly ProvenMail[]> {
  const believed = new Map((await mailboxesOf(tx)).map(({ id, authservId }) => [id, authservId]))
  return ready.map((mail) => ({ ...mail, proof: senderProof(mail, believed.get(mail.row.mailbox) ?? null) }))
}

type Outcome = Pick<KnownMail, 'outcome' | 'reason' | 'ticket' | 'event' | 'trace'>

/** Mails that are settled in one transaction: what can be done once for all of them waits until it must be done. */
class Settling {
  readonly #tx: Transaction
  readonly #desk: MailDesk
  readonly #earlier: EarlierMail
  /** New matters whose tickets are not opened yet. */
  readonly #opening: { readonly own: KnownMail; readonly matter: NewMatter; readonly trace: MailTrace }[] = []
  readonly references: Reference[] = []
  readonly toAcknowledge: ToAcknowledge[] = []

  constructor(tx: Transaction, desk: MailDesk, earlier: EarlierMail) {
    this.#tx = tx
    this.#desk = desk
    this.#earlier = earlier
  }

  /** Notes in `own` what becomes of the mail; for a new matter once openNew is called. */
  async settle(own: KnownMail, { row, prepared, proof }: ProvenMail): Promise<void> {
    if (this.#opening.some((each) => each.own.acceptance === own.acceptance)) await this.openNew()
    const same = this.#earlier.ofSameData(row)
    if (same !== undefined) return note(own, { ...ON_SAME_TICKET, ticket: same.ticket, event: same.event })
    if (this.#earlier.hasCome(row)) return note(own, { outcome: 'suppressed', reason: 'duplicate', ...NOWHERE })
    // It may name a mail that was settled just before it.
    if (prepared.mail.inReplyTo !== null || prepared.mail.references.length > 0) {
      await this.openNew()
      await noteReferences(this.#tx, this.references.splice(0))
    }
    const verdict = await this.#judge({ row, prepared, sender: proof.sender })
    if (verdict.outcome === 'suppressed') {
      const { outcome, reason } = verdict
      if (reason === 'plus-trial') await notePlus(this.#tx, row.mailbox, verdict.address, 'taken')
      return note(own, { outcome, reason, ...NOWHERE })
    }
    if (verdict.outcome === 'of-staff') {
      const mail = staffMailOf({ row, prepared, sender: proof.sender })
      return note(own, await settleStaffMail(this.#tx, this.#desk, mail, verdict.signed))
    }
    // It may have been removed since the mail came.
    const mailbox = await mailboxToAnswerFrom(this.#tx, row.mailbox)
    if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
    const { keys, publicUrl } = this.#desk
    const matter: NewMatter = { keys, publicUrl, mailbox, row, prepared, sender: proof.sender }
    if (verdict.outcome === 'of-forward') {
      const { reason, trace } = verdict
      return note(own, { outcome: 'appended', reason, trace, ...(await addToForward(this.#tx, matter, verdict)) })
    }
    if (verdict.outcome === 'ticketed') this.#opening.push({ own, matter, trace: verdict.trace })
    else this.#took(own, await addToTicket(this.#tx, matter, verdict), verdict)
  }

  /** Opens the tickets of the new matters so far. */
  async openNew(): Promise<void> {
    const opening = this.#opening.splice(0)
    const taken = await openForMails(
      this.#tx,
      opening.map(({ matter }) => matter),
    )
    for (const [index, each] of taken.entries()) {
      const opened = opening[index]
      if (opened !== undefined) this.#took(opened.own, each, { reason: null, trace: opened.trace })
    }
  }

  async #judge(mail: MailToJudge): Promise<Verdict> {
    const { keys } = this.#desk
    const { prepared } = mail
    const verdict = await judgeMail(this.#tx, keys, mail)
    const ticket = ticketOf(verdict)
    if (verdict.outcome !== 'ticketed') await noteReport(this.#tx, keys, prepared, ticket)
    return verdict
  }

  #took(
    own: KnownMail,
    { ticket, event, isNew, isOld, references, toAcknowledge }: TakenIn,
    { reason, trace: found }: { readonly reason: string | null; readonly trace: MailTrace },
  ): void {
    // It belongs to a ticket, and has one of its own nevertheless: that is closed.
    const code = isNew && reason !== null ? 'closed' : found.code
    const trace = { ...found, code, ...(isOld ? { is_old: true } : {}) }
    note(own, { outcome: isNew ? 'ticketed' : 'appended', reason, ticket, event, trace })
    this.references.push(...references)
    if (toAcknowledge !== undefined) this.toAcknowledge.push(toAcknowledge)
  }
}

function ticketOf(verdict: Verdict): string | undefined {
  if (verdict.outcome === 'of-forward') return verdict.forward.ticket
  return verdict.outcome === 'appended' ? verdict.ticket : undefined
}

const NOWHERE = { ticket: null, event: null, trace: null }
const ON_SAME_TICKET = { outcome: 'appended', reason: 'same-message', trace: traceOf('same-message') } as const

function staffMailOf({ row, prepared, sender }: MailToJudge): StaffMail {
  const { mail, machine, fresh, attachments } = prepared
  return {
    row,
    from: mail.fromIsDoubtful === null ? mail.from?.address : undefined,
    sender,
    machine,
    isAutomatic: mail.automatic !== null,
    fresh,
    attachments,
  }
}

function note(own: KnownMail, outcome: Outcome): void {
  Object.assign(own, outcome)
}

async function writeOutcomes(
  tx: Transaction,
  settled: readonly { readonly own: KnownMail; readonly mail: ProvenMail }[],
): Promise<void> {
  if (settled.length === 0) return
  const rows = settled.map(({ own, mail: { prepared, proof } }) => ({
    id: own.id,
    outcome: own.outcome,
    reason: own.reason,
    ticket: own.ticket,
    event: own.event,
    trace: own.trace,
    from_address: prepared.mail.from?.address ?? null,
    from_name: prepared.mail.from?.name || null,
    subject: prepared.mail.subject,
    message_id: prepared.mail.messageId,
    text: prepared.fresh,
    verification: proof,
  }))
  await sql`
    update inbound_mail set outcome = n.outcome, reason = n.reason, ticket_id = n.ticket, event_id = n.event, trace = n.trace,
           from_address = n.from_address, from_name = n.from_name, subject = n.subject, message_id = n.message_id,
           text = n.text, verification = n.verification, settled_at = ${new Date(tx.now)}, lease_until = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, outcome text, reason text, ticket uuid,
           event text, trace jsonb, from_address text, from_name text, subject text, message_id text, text text, verification jsonb)
     where inbound_mail."workspace_id" = ${tx.workspace} and inbound_mail.id = n.id`.execute(tx.db)
}
