import type { PersonRef } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'

/**
 * Says for good that a customer is another: what is theirs becomes the other's, mail from each address is the other's, and
 * answers go to the other's own address. What the other lacked is filled; nothing that was known of them changes. The logs
 * keep whom they named. Said again, nothing happens. Throws `not-found`, and `cannot-be` for one who became somebody else
 * before, for oneself, and between the demo and what is real.
 */
export async function mergeCustomers(
  tx: Transaction,
  { person, into }: { readonly person: string; readonly into: string },
  by: Pick<Access, 'actor' | 'person'>,
): Promise<PersonRef> {
  const both = await lockCustomers(tx, [person, into])
  const find = (id: string): Customer => {
    const found = both.find((each) => each.id === id)
    if (found === undefined) throw new Refusal('not-found', 'There is no customer of this id in this workspace.')
    return found
  }
  const [one, other] = [find(person), find(into)]
  if (one.id === other.id) throw cannot(into, 'A customer is one with themselves already.')
  if (one.merged_id === other.id) return refOf(other)
  if (one.merged_id !== null) throw cannot(into, 'This customer was made one with another before: go on with that one.')
  if (other.merged_id !== null) throw cannot(into, 'That customer was made one with another before: choose that one.')
  if (one.is_demo !== other.is_demo) throw cannot(into, 'One of them belongs to the demo, which is removed one day.')
  const tickets = await becomeOne(tx, one, other)
  const data = { customer: one.id, into: other.id, tickets }
  writeAudit(tx, { action: 'customer.merged', actor: by.actor, person: by.person, data })
  return refOf({ ...other, name: other.name ?? one.name, email: other.email ?? one.email })
}

/** Whose rows are locked first, before their tickets: mail of theirs that comes in meanwhile waits, or is there already. */
function lockCustomers({ db, workspace }: Transaction, ids: readonly string[]) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone', 'language', 'zone', 'facts', 'answered_at', 'merged_id', 'is_demo'])
    .select(['unreachable_since', 'unreachable_status'])
    .where('workspace_id', '=', workspace)
    .where('kind', '=', 'customer')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute()
}

type Customer = Awaited<ReturnType<typeof lockCustomers>>[number]

/** Answers how many tickets changed hands. */
async function becomeOne({ db, workspace }: Transaction, one: Customer, other: Customer): Promise<number> {
  // An address stands in one row: of somebody who had none, it becomes the one that is answered.
  const givesAddress = other.email === null && one.email !== null
  await db
    .updateTable('person')
    .set({ merged_id: other.id, ...(givesAddress ? { email: null } : {}) })
    .where('workspace_id', '=', workspace)
    .where('id', '=', one.id)
    .execute()
  // Who became the one becomes the other: there is one step to whom somebody is, never a chain.
  await db
    .updateTable('person')
    .set({ merged_id: other.id })
    .where('workspace_id', '=', workspace)
    .where('merged_id', '=', one.id)
    .execute()
  const { unreachable_since, unreachable_status } = one
  await db
    .updateTable('person')
    .set({
      name: other.name ?? one.name,
      phone: other.phone ?? one.phone,
      language: other.language ?? one.language,
      zone: other.zone ?? one.zone,
      facts: JSON.stringify({ ...one.facts, ...other.facts }),
      answered_at: earlier(one.answered_at, other.answered_at),
      ...(givesAddress ? { email: one.email, unreachable_since, unreachable_status } : {}),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', other.id)
    .execute()
  const moved = await db
    .updateTable('ticket')
    .set({ customer_id: other.id })
    .where('workspace_id', '=', workspace)
    .where('customer_id', '=', one.id)
    .returning('id')
    .execute()
  return moved.length
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

function refOf({ id, name, email }: Pick<Customer, 'id' | 'name' | 'email'>): PersonRef {
  return { id, name: name ?? email ?? '', email }
}

function cannot(typed: string, message: string): Refusal {
  return new Refusal('cannot-be', message, { at: [{ path: 'into', message, typed }] })
}
