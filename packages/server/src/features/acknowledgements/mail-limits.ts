import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** To an address that no person of ours has ever answered: anybody may have given it. */
const A_STRANGER_AN_HOUR = 1
const ANYBODY_A_DAY = 5

/**
 * May one more automatic mail go to an address now? `address`: its HMAC. The row of the person with this address must be
 * locked, so that of two at once the second sees the first.
 */
export async function mayWrite(tx: Transaction, address: Buffer, wasAnswered: boolean): Promise<boolean> {
  const { rows } = await sql<{ hour: number; day: number }>`
    select count(*) filter (where at > ${new Date(tx.now - HOUR)}) as hour, count(*) as day
      from automatic_mail
     where "workspace_id" = ${tx.workspace} and address = ${address} and not was_held
       and at > ${new Date(tx.now - DAY)}`.execute(tx.db)
  const { hour, day } = rows[0] ?? { hour: 0, day: 0 }
  return day < ANYBODY_A_DAY && (wasAnswered || hour < A_STRANGER_AN_HOUR)
}

/** Notes a mail that leaves, or one that a limit holds back. Answers its id. */
export async function noteAutomaticMail(
  tx: Transaction,
  { address, ticket, wasHeld }: { readonly address: Buffer; readonly ticket: string; readonly wasHeld: boolean },
): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('automatic_mail')
    .values({
      workspace_id: tx.workspace,
      id,
      address,
      at: new Date(tx.now),
      ticket_id: ticket,
      was_held: wasHeld,
      covered_by: null,
    })
    .execute()
  return id
}
