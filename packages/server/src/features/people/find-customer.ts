import type { Transaction } from '../../db/index.ts'

/** What is known of somebody who writes in. */
export interface CustomerSays {
  /** Matched without regard to case; a customer without one is always a new one. */
  readonly email?: string
  readonly name?: string
  readonly phone?: string
  readonly language?: string
  readonly isDemo?: boolean
}

/**
 * The id of the customer with this address, made where there is none. What is said now fills what was not known and
 * changes nothing that was.
 */
export async function findOrAddCustomer(tx: Transaction, says: CustomerSays): Promise<string> {
  const { name, phone, language, isDemo = false } = says
  const email = says.email?.toLowerCase()
  const added = await tx.db
    .insertInto('person')
    .values({
      workspace_id: tx.workspace,
      id: tx.newId(),
      kind: 'customer',
      name: name ?? null,
      email: email ?? null,
      phone: phone ?? null,
      language: language ?? null,
      is_demo: isDemo,
      created_at: new Date(tx.now),
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kind', 'email']).doUpdateSet(({ ref, fn }) => ({
        name: fn.coalesce(ref('person.name'), ref('excluded.name')),
        phone: fn.coalesce(ref('person.phone'), ref('excluded.phone')),
        language: fn.coalesce(ref('person.language'), ref('excluded.language')),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}
