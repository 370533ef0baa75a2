import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** To an address that no person of ours has ever answered: anybody may have given it. */
const A_STRANGER_AN_HOUR = 1
const ANYBODY_A_DAY = 5

export interface CountedMail {
  readonly id: string
  /** A limit holds it back. */
  readonly isHeld: boolean
  /** How many were held back before it and are covered by none yet. */
  readonly heldBefore: number
}

/**
 * Counts an automatic mail to an address (its HMAC): noted as one that leaves, or as one that a limit holds back. The row of
 * the person with this address must be locked, so that of two at once the second sees the first.
 */
export async function countMail(
  tx: Transaction,
  address: Buffer,
  { ticket, wasAnswered }: { readonly ticket: string; readonly wasAnswered: boolean },
): Promise<CountedMail> {
  const { rows } = await sql<CountedMail>`
    with before as (
      select count(*) filter (where not was_held and at > ${new Date(tx.now - DAY)}) as day,
             count(*) filter (where not was_held and at > ${new Date(tx.now - HOUR)}) as hour,
             count(*) filter (where was_held and covered_by is null) as held
        from automatic_mail where "workspace_id" = ${tx.workspace} and address = ${address})
    insert into automatic_mail ("workspace_id", id, address, at, ticket_id, was_held)
    select ${tx.workspace}::uuid, ${tx.newId()}::uuid, ${address}::bytea, ${new Date(tx.now)}::timestamptz, ${ticket}::uuid,
           day >= ${ANYBODY_A_DAY} or (not ${wasAnswered}::boolean and hour >= ${A_STRANGER_AN_HOUR}) from before
    returning id, was_held as "isHeld", (select held from before) as "heldBefore"`.execute(tx.db)
  const [counted] = rows
  if (counted === undefined) throw new Error('an automatic mail was not counted')
  return counted
}
