import type { Transaction } from '../../../db/index.ts'
import { isReferable } from './mail-references.ts'

export interface ImportedSigns {
  /** The mail's own Message-ID. */
  readonly messageId: string | undefined
  /** Message-IDs that it names, the nearest first. */
  readonly references: readonly string[]
  /** Whom it says it is from; undefined where that is in doubt. */
  readonly from: string | undefined
}

export interface ImportedThread {
  readonly ticket: string
  /** The Message-ID by which it was found. */
  readonly messageId: string
}

/** Header lists may be long; what comes later in them is older. */
const MOST_REFERENCES = 20

/** Imported tickets as far as mails that are settled together may belong to them: asked once, and then kept in step. */
export class ImportedThreads {
  /** Tickets by the Message-IDs of mails that they have or name. */
  readonly #tickets = new Map<string, Set<string>>()
  /** Addresses of the customers who take part in each. */
  readonly #participants = new Map<string, Set<string>>()
  /** Ticket and Message-ID of the mails that each has. */
  readonly #mails = new Set<string>()

  /** Those that have or name a mail of these signs. */
  static async of(tx: Transaction, signs: readonly ImportedSigns[]): Promise<ImportedThreads> {
    const threads = new ImportedThreads()
    const wanted = [...new Set(signs.flatMap(wantedBy))]
    if (wanted.length === 0) return threads
    const references = await tx.ask<{ ticket_id: string; message_id: string }>`
      select ticket_id, message_id from mail_reference
       where "workspace_id" = ${tx.workspace} and message_id = any (${wanted}::text[])`
    if (references.length === 0) return threads
    const tickets = [...new Set(references.map(({ ticket_id }) => ticket_id))]
    const customers = await tx.ask<{ id: string; email: string | null }>`
      select t.id, p.email from ticket t
        join person_key k on k."workspace_id" = ${tx.workspace} and k.ticket_id = t.id
        join person a on a."workspace_id" = ${tx.workspace} and a.id = k.person_id
        join person p on p."workspace_id" = ${tx.workspace} and p.who = a.who and p.kind = 'customer'
       where t."workspace_id" = ${tx.workspace} and t.id = any (${tickets}::uuid[]) and t.is_imported`
    const mails = await tx.ask<{ ticket_id: string; message_id: string }>`
      select ticket_id, message_id from inbound_mail
       where "workspace_id" = ${tx.workspace} and ticket_id = any (${tickets}::uuid[]) and message_id = any (${wanted}::text[])`
    for (const { id, email } of customers) if (email !== null) add(threads.#participants, id, email)
    for (const { ticket_id, message_id } of references) add(threads.#tickets, message_id, ticket_id)
    for (const { ticket_id, message_id } of mails) threads.#mails.add(`${ticket_id} ${message_id}`)
    return threads
  }

  /**
   * The imported ticket that an imported mail belongs to: one that has or names a mail which it names, else one whose mails
   * name it; always one in which its sender takes part, of several the youngest. A ticket that has another mail of its
   * Message-ID is not its own by that alone: anybody can use another's.
   */
  find(signs: ImportedSigns): ImportedThread | undefined {
    const { messageId, from } = signs
    if (from === undefined) return undefined
    for (const named of namedBy(signs)) {
      const ticket = this.#youngest(named, from)
      if (ticket !== undefined) return { ticket, messageId: named }
    }
    const ticket = messageId === undefined ? undefined : this.#youngest(messageId, from)
    if (ticket === undefined || messageId === undefined || this.#mails.has(`${ticket} ${messageId}`)) return undefined
    return { ticket, messageId }
  }

  /** A mail is on a ticket from now on: it has and names these, and its author takes part. */
  note(
    ticket: string,
    mail: { readonly messageId: string | null; readonly references: readonly string[]; readonly author?: string },
  ): void {
    for (const each of mail.references) if (isReferable(each)) add(this.#tickets, each, ticket)
    if (mail.author !== undefined) add(this.#participants, ticket, mail.author.toLowerCase())
    if (mail.messageId !== null) this.#mails.add(`${ticket} ${mail.messageId}`)
  }

  #youngest(messageId: string, from: string): string | undefined {
    const author = from.toLowerCase()
    let youngest: string | undefined
    for (const ticket of this.#tickets.get(messageId) ?? [])
      if (this.#participants.get(ticket)?.has(author) === true && (youngest === undefined || ticket > youngest))
        youngest = ticket
    return youngest
  }
}

function namedBy({ references }: ImportedSigns): readonly string[] {
  return [...new Set(references)].slice(0, MOST_REFERENCES)
}

function wantedBy(signs: ImportedSigns): readonly string[] {
  if (signs.from === undefined) return []
  return [...namedBy(signs), ...(signs.messageId === undefined ? [] : [signs.messageId])]
}

function add(sets: Map<string, Set<string>>, name: string, member: string): void {
  const set = sets.get(name)
  if (set === undefined) sets.set(name, new Set([member]))
  else set.add(member)
}
