import { randomBytes, randomUUID } from 'node:crypto'
import type { Transaction } from './open-transaction.ts'

/** Who stands for a person on one ticket. */
export interface PersonKey {
  /** What envelopes say instead of the person. */
  readonly key: string
  /** Key of the HMACs of what is theirs, 32 bytes. */
  readonly secret: Buffer
}

/** The keys of persons on a ticket, made where there are none. The ticket's row must be locked. */
export async function personKeys(
  { db, workspace }: Transaction,
  ticket: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, PersonKey>> {
  if (persons.length === 0) return new Map()
  const found = await db
    .selectFrom('person_key')
    .select(['person_id', 'key', 'secret'])
    .where('workspace_id', '=', workspace)
    .where('ticket_id', '=', ticket)
    .where('person_id', 'in', persons)
    .execute()
  const keys = new Map<string, PersonKey>(found.map(({ person_id, key, secret }) => [person_id, { key, secret }]))
  const made = persons
    .filter((person) => !keys.has(person))
    .map((person) => ({
      workspace_id: workspace,
      ticket_id: ticket,
      person_id: person,
      key: randomUUID(),
      secret: randomBytes(32),
    }))
  if (made.length > 0) await db.insertInto('person_key').values(made).execute()
  for (const { person_id, key, secret } of made) keys.set(person_id, { key, secret })
  return keys
}
