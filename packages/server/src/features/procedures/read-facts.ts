import type { FactValue } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { isFactValue } from '../tickets/index.ts'

/** The facts of a ticket as they are now. */
export async function readFacts(tx: Transaction, ticket: string): Promise<Readonly<Record<string, FactValue>>> {
  const row = await tx.db
    .selectFrom('ticket')
    .select('facts')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow()
  return Object.fromEntries(
    Object.entries(row.facts).filter((fact): fact is [string, FactValue] => isFactValue(fact[1])),
  )
}
