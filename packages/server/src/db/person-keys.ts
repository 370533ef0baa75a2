import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Statements } from './statements.ts'

/** Who stands for a person on one ticket. */
export interface PersonKey {
  /** What envelopes say instead of the person. */
  readonly key: string
  /** Key of the HMACs of what is theirs, 32 bytes. */
  readonly secret: Buffer
}

/** The keys of persons on tickets that a transaction has asked for. The tickets' rows must be locked. */
export class PersonKeys {
  private readonly db: Statements
  private readonly workspace: string
  private readonly keys = new Map<string, PersonKey>()

  constructor(db: Statements, workspace: string) {
    this.db = db
    this.workspace = workspace
  }

  /** Reads the keys of persons on tickets, and makes those that are missing. */
  async want(wanted: readonly { readonly ticket: string; readonly persons: readonly string[] }[]): Promise<void> {
    const missing = this.missing(wanted)
    if (missing.length === 0) return
    // Made for all, and kept where none is there yet: one way there and back.
    const made = missing.map(({ ticket, person }) => ({
      ticket_id: ticket,
      person_id: person,
      key: randomUUID(),
      secret: randomBytes(32).toString('hex'),
    }))
    const { rows } = await sql<PersonKey & { readonly ticket_id: string; readonly person_id: string }>`
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
      select * from found union all select * from made`.execute(this.db)
    for (const { ticket_id, person_id, key, secret } of rows)
      this.keys.set(`${ticket_id} ${person_id}`, { key, secret })
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
