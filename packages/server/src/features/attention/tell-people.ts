import type { JsonObject, Transaction } from '../../db/index.ts'
import { announceNotices } from '../changes/index.ts'

export interface NewNotice {
  /** Ids of people of the desk. */
  readonly people: readonly string[]
  /** What it is about: each person is told once. */
  readonly once: string
  readonly code: string
  readonly ticket?: string
  /** Nothing personal. */
  readonly data?: JsonObject
}

/** Tells people of the desk something. */
export async function tellPeople(tx: Transaction, { people, once, code, ticket, data }: NewNotice): Promise<void> {
  if (people.length === 0) return
  const told = await tx.db
    .insertInto('notice')
    .values(
      [...new Set(people)].map((person) => ({
        workspace_id: tx.workspace,
        id: tx.newId(),
        once,
        person_id: person,
        code,
        ticket_id: ticket ?? null,
        data: JSON.stringify(data ?? {}),
        created_at: new Date(tx.now),
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id', 'once']).doNothing())
    .returning('person_id')
    .execute()
  announceNotices(
    tx,
    told.map(({ person_id }) => person_id),
  )
}
