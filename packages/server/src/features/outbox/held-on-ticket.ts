import type { HeldFor, Transaction } from '../../db/index.ts'

/** Automatic mails that are held back. */
export interface HeldMails {
  readonly count: number
  /** When the first of them was written, UTC ms. */
  readonly since: number
  /** Why the first is. */
  readonly reason: HeldFor
}

/** Those on a ticket; undefined where there are none. */
export async function heldOnTicket(tx: Transaction, ticket: string): Promise<HeldMails | undefined> {
  const held = await tx.db
    .selectFrom('outbox')
    .select(({ ref }) => ['held_for', ref('payload', '->>').key('date').as('date')])
    .where('workspace_id', '=', tx.workspace)
    .where('held_for', 'is not', null)
    .where('ticket_id', '=', ticket)
    .orderBy('id')
    .execute()
  const [first] = held
  if (first === undefined || first.held_for === null) return undefined
  return { count: held.length, since: Number(first.date), reason: first.held_for }
}

/** They leave now, whatever the limits say: a person let them go. Answers how many. */
export async function letGoHeld(tx: Transaction, ticket: string): Promise<number> {
  const now = new Date(tx.now)
  const [changed] = await tx.db
    .updateTable('outbox')
    .set({ held_for: null, due: now, passed_at: now })
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket)
    .where('held_for', 'is not', null)
    .where('sent_at', 'is', null)
    .execute()
  return Number(changed?.numUpdatedRows ?? 0n)
}
