import { randomBytes, randomUUID } from 'node:crypto'
import type { Asking } from './statements.ts'

/** Who stands for a person on one ticket. */
export interface PersonKey {
  /** What envelopes say instead of the person. */
  readonly key: string
  /** Key of the HMACs of what is theirs, 32 bytes. */
  readonly secret: Buffer
}

interface NewKey {
  readonly ticket_id: string
  readonly person_id: string
  readonly key: string
  /** In hexadecimal. */
  readonly secret: string
}

function newKey({ ticket, person }: { readonly ticket: string; readonly person: string }): NewKey {
  return { ticket_id: ticket, person_id: person, key: randomUUID(), secret: randomBytes(32).toString('hex') }
}

/** The keys of persons on tickets that a transaction has asked for. The tickets' rows must be locked. */
export class PersonKeys {
  private readonly workspace: string
  private readonly sends: Asking
  private readonly keys = new Map<string, PersonKey>()
  /** Tickets of which all keys are known. */
  private readonly whole = new Set<string>()

  constructor(workspace: string, sends: Asking) {
    this.workspace = workspace
    this.sends = sends
  }

  /** Notes all the keys of a ticket whose row is locked: what is missing of it need not be looked for. */
  know(ticket: string, keys: readonly (PersonKey & { readonly person: string })[]): void {
    for (const { person, key, secret } of keys) this.keys.set(`${ticket} ${person}`, { key, secret })
    this.whole.add(ticket)
  }

  /** Reads the keys of persons on tickets, and makes those that are missing. */
  async want(wanted: readonly { readonly ticket: string; readonly persons: readonly string[] }[]): Promise<void> {
    const missing = this.missing(wanted)
    this.make(missing.filter(({ ticket }) => this.whole.has(ticket)).map(newKey))
    // Made for all, and kept where none is there yet: one way there and back.
    const made = missing.filter(({ ticket }) => !this.whole.has(ticket)).map(newKey)
    if (made.length === 0) return
    const rows = await this.sends.ask<PersonKey & { readonly ticket_id: string; readonly person_id: string }>`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
                   as n (ticket_id uuid, person_id uuid, key uuid, secret text)),
      found as (
        select k.ticket_id, k.person_id, k.key, k.secret from person_key k join wanted using (ticket_id, person_id)
         where k."workspace_id" = ${this.workspace}),
      made as (
        insert into person_key ("workspace_id", ticket_id, person_id, key, secret)
        select ${this.workspace}, n.ticket_id, n.person_id, n.key, decode(n.secret, 'hex') from wanted n
         where not exists (select from found f where f.ticket_id = n.ticket_id and f.person_id = n.person_id)
        returning ticket_id, person_id, key, secret)
      select * from found union all select * from made`
    for (const { ticket_id, person_id, key, secret } of rows)
      this.keys.set(`${ticket_id} ${person_id}`, { key, secret })
  }

  /** Of tickets whose other keys are known: nobody else can make one meanwhile. */
  private make(made: readonly NewKey[]): void {
    if (made.length === 0) return
    for (const { ticket_id, person_id, key, secret } of made)
      this.keys.set(`${ticket_id} ${person_id}`, { key, secret: Buffer.from(secret, 'hex') })
    this.sends.write`
      insert into person_key ("workspace_id", ticket_id, person_id, key, secret)
      select ${this.workspace}, n.ticket_id, n.person_id, n.key, decode(n.secret, 'hex')
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
             as n (ticket_id uuid, person_id uuid, key uuid, secret text)`
  }

  /** Throws for a person that was never wanted. */
  of(ticket: string, person: string): PersonKey {
    const key = this.keys.get(`${ticket} ${person}`)
    if (key === undefined) throw new Error(`no key was made for the person ${person} on the ticket ${ticket}`)
    return key
  }

  private missing(
    wanted: readonly { readonly ticket: string; readonly persons: readonly string[] }[],
  ): readonly { readonly ticket: string; readonly person: string }[] {
    const missing = new Map<string, { readonly ticket: string; readonly person: string }>()
    for (const { ticket, persons } of wanted) {
      for (const person of persons) {
        const name = `${ticket} ${person}`
        if (!this.keys.has(name)) missing.set(name, { ticket, person })
      }
    }
    return [...missing.values()]
  }
}
