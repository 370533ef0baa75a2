import type { Statements } from './statements.ts'

/** The end of a ticket's chain. */
export interface TicketHead {
  /** 0 before the first event. */
  readonly seq: number
  /** When the log took in its last event, UTC ms. */
  readonly recorded: number
  /** 32 bytes. */
  readonly hash: Buffer
}

/** What a first event is chained to. */
export const NO_EVENT: Buffer = Buffer.alloc(32)

/** The tickets whose row this transaction has locked. */
export class TicketHeads {
  private readonly db: Statements
  private readonly workspace: string
  private readonly heads = new Map<string, TicketHead>()

  constructor(db: Statements, workspace: string) {
    this.db = db
    this.workspace = workspace
  }

  /** Locks the rows of tickets in the order of their ids, so that two who want the same do not wait for each other. */
  async lock(tickets: readonly string[]): Promise<void> {
    const wanted = tickets.filter((id) => !this.heads.has(id))
    if (wanted.length === 0) return
    const rows = await this.db
      .selectFrom('ticket')
      .select(['id', 'seq', 'recorded', 'hash'])
      .where('workspace_id', '=', this.workspace)
      .where('id', 'in', wanted)
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const { id, seq, recorded, hash } of rows) this.heads.set(id, { seq, recorded: recorded.getTime(), hash })
  }

  /** The head of a ticket, whose row is locked from then on. Throws where the workspace has no such ticket. */
  async of(ticket: string): Promise<TicketHead> {
    await this.lock([ticket])
    const head = this.heads.get(ticket)
    if (head === undefined) throw new Error(`the workspace ${this.workspace} has no ticket ${ticket}`)
    return head
  }

  /** Notes the head that an event of this transaction made. */
  moved(ticket: string, head: TicketHead): void {
    this.heads.set(ticket, head)
  }
}
