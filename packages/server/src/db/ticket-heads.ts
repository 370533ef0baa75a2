import { type Selectable, sql } from 'kysely'
import { Words } from './statement-text.ts'
import type { Asking } from './statements.ts'
import type { TicketTable } from './tables.ts'
import type { TicketState } from './ticket-row.ts'

/** The end of a ticket's chain. */
export interface TicketHead {
  /** 0 before the first event. */
  readonly seq: number
  /** When the log took in its last event, UTC ms. */
  readonly recorded: number
  /** 32 bytes. */
  readonly hash: Buffer
}

/** What is asked of a ticket's row when it is locked. */
export type LockedRow = Pick<Selectable<TicketTable>, 'id' | 'number' | 'seq' | 'recorded' | 'hash'>

type Locked = LockedRow & { readonly now: Date }

/** The database's clock, to the millisecond that instants have. */
export const CLOCK = "date_trunc('milliseconds', clock_timestamp())"

/** The same, to be selected beside others as `now`. */
export const clock = sql.raw<Date>(CLOCK).as('now')

/** In a statement whose text is put together once. */
export const CLOCK_WORDS = new Words(CLOCK)

/** What a first event is chained to. */
export const NO_EVENT: Buffer = Buffer.alloc(32)

/** The tickets whose row this transaction has locked. */
export class TicketHeads {
  private readonly workspace: string
  private readonly sends: Asking
  private readonly heads = new Map<string, TicketHead>()
  private readonly numbers = new Map<string, number>()
  private readonly unwritten = new Set<string>()
  private readonly states = new Map<string, TicketState>()

  constructor(workspace: string, sends: Asking) {
    this.workspace = workspace
    this.sends = sends
  }

  /**
   * Locks the rows of tickets in the order of their ids, so that two who want the same do not wait for each other; answers
   * the database's clock once they were locked, where some were. Throws where the workspace has no such ticket.
   */
  async lock(tickets: readonly string[]): Promise<Date | undefined> {
    const wanted = [...new Set(tickets)].filter((id) => !this.heads.has(id))
    if (wanted.length === 0) return undefined
    // The clock is asked of what was locked, and so after it: of several rows the last one's counts.
    const rows = await this.sends.ask<Locked>`
      with locked as materialized (
        select id, number, seq, recorded, hash from ticket
         where "workspace_id" = ${this.workspace} and id = any (${wanted}::uuid[]) order by id for update)
      select locked.*, ${CLOCK_WORDS} as now from locked`
    this.locked(rows)
    const missing = wanted.find((id) => !this.heads.has(id))
    if (missing !== undefined) throw new Error(`the workspace ${this.workspace} has no ticket ${missing}`)
    return rows.at(-1)?.now
  }

  /** The same by number, without a word for those that there are not. */
  async lockNumbers(numbers: readonly number[]): Promise<Date | undefined> {
    if (numbers.length === 0) return undefined
    const rows = await this.sends.ask<Locked>`
      with locked as materialized (
        select id, number, seq, recorded, hash from ticket
         where "workspace_id" = ${this.workspace} and number = any (${numbers}::bigint[]) order by id for update)
      select locked.*, ${CLOCK_WORDS} as now from locked`
    this.locked(rows)
    return rows.at(-1)?.now
  }

  /** Notes rows that a statement of one's own has locked. */
  locked(rows: readonly LockedRow[]): void {
    for (const { id, number, seq, recorded, hash } of rows) {
      this.heads.set(id, { seq, recorded: recorded.getTime(), hash })
      this.numbers.set(id, number)
    }
  }

  /** The id of a ticket that was locked by its number; undefined where there is none. */
  idOf(number: number): string | undefined {
    for (const [id, known] of this.numbers) if (known === number) return id
    return undefined
  }

  /** The number by which people know a ticket whose row is locked. */
  numberOf(ticket: string): number {
    return this.numbers.get(ticket) ?? Number.NaN
  }

  /** The head of a ticket whose row is locked. */
  of(ticket: string): TicketHead {
    const head = this.heads.get(ticket)
    if (head === undefined) throw new Error(`the ticket ${ticket} of the workspace ${this.workspace} is not locked`)
    return head
  }

  /** Notes a new ticket's row, which nobody else sees yet. */
  opened(ticket: string, number: number, now: number): void {
    this.heads.set(ticket, { seq: 0, recorded: now, hash: NO_EVENT })
    this.numbers.set(ticket, number)
  }

  /** Notes the head that an event of this transaction made. */
  moved(ticket: string, head: TicketHead): void {
    this.heads.set(ticket, head)
    this.unwritten.add(ticket)
  }

  /** Notes what is now true of a ticket; written with its head. */
  became(ticket: string, state: TicketState): void {
    this.states.set(ticket, state)
    this.unwritten.add(ticket)
  }

  /** What is now true of a ticket that was judged in this transaction. */
  stateOf(ticket: string): TicketState | undefined {
    return this.states.get(ticket)
  }

  /** Writes the rows of all tickets that moved or became something. */
  write(): void {
    if (this.unwritten.size === 0) return
    const rows = [...this.unwritten].map((id) => {
      const { seq, recorded, hash } = this.of(id)
      return { id, seq, recorded: new Date(recorded), hash: hash.toString('hex'), ...this.states.get(id) }
    })
    this.unwritten.clear()
    const heads = rows.filter(({ id }) => !this.states.has(id))
    const whole = rows.filter(({ id }) => this.states.has(id))
    if (heads.length > 0) this.writeHeads(heads)
    if (whole.length > 0) this.writeWhole(whole)
  }

  private writeHeads(heads: readonly object[]): void {
    this.sends.write`
        update ticket set seq = n.seq, recorded = n.recorded, hash = decode(n.hash, 'hex')
          from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as n (id uuid, seq bigint, recorded timestamptz, hash text)
         where ticket."workspace_id" = ${this.workspace} and ticket.id = n.id`
  }

  private writeWhole(whole: readonly object[]): void {
    this.sends.write`
        update ticket set seq = n.seq, recorded = n.recorded, hash = decode(n.hash, 'hex'), state = n.state,
               charter_hash = n.charter_hash, created_at = n.created_at, channel = n.channel, language = n.language,
               customer_id = n.customer_id, mailbox_id = n.mailbox_id, assignee_id = n.assignee_id, team = n.team,
               priority = n.priority, facts = n.facts, is_spam = n.is_spam, is_demo = n.is_demo,
               is_imported = n.is_imported, follows_id = n.follows_id,
               merged_id = n.merged_id, messages = n.messages, last_message_at = n.last_message_at, rating = n.rating, next_due = n.next_due,
               next_start = n.next_start, next_promise = n.next_promise, risk_at = n.risk_at, paused = n.paused,
               broken = n.broken, last_broken_at = n.last_broken_at
          from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb) as n (id uuid, seq bigint, recorded timestamptz, hash text,
               state text, charter_hash text, created_at timestamptz, channel text, language text, customer_id uuid,
               mailbox_id uuid, assignee_id uuid, team text, priority integer, facts jsonb, is_spam boolean,
               is_demo boolean, is_imported boolean, follows_id uuid, merged_id uuid, messages integer,
               last_message_at timestamptz, rating integer,
               next_due timestamptz, next_start timestamptz, next_promise text, risk_at timestamptz, paused integer,
               broken integer, last_broken_at timestamptz)
         where ticket."workspace_id" = ${this.workspace} and ticket.id = n.id`
  }
}
