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
 * The id of the customer with this address, made where there is none; of one who became another, that one's. What is said
 * now fills what was not known and changes nothing that was.
 */
export async function findOrAddCustomer(tx: Transaction, says: CustomerSays): Promise<string> {
  const [id] = await findOrAddCustomers(tx, [says])
  if (id === undefined) throw new Error('a customer was not written')
  return id
}

/** The same for several, in one statement; answers their ids in their order. Two of one address are one customer. */
export async function findOrAddCustomers(tx: Transaction, all: readonly CustomerSays[]): Promise<readonly string[]> {
  return findOrAdd(tx, 'customer', all)
}

/**
 * The ids of people outside to whom something is forwarded, in the order given. They are nobody's customers: somebody who is
 * a customer too is a person of their own here, so that they take part in no conversation by it.
 */
export async function findOrAddOutsiders(
  tx: Transaction,
  all: readonly (CustomerSays & { readonly email: string })[],
): Promise<readonly string[]> {
  return findOrAdd(tx, 'outside', all)
}

async function findOrAdd(
  tx: Transaction,
  kind: 'customer' | 'outside',
  all: readonly CustomerSays[],
): Promise<readonly string[]> {
  if (all.length === 0) return []
  // One statement can change a row once only, and those that come at the same time take the rows in one order.
  const known = new Map<string, CustomerSays>()
  const names = all.map((says, index) => {
    const name = says.email === undefined ? `${index}` : `@${says.email.toLowerCase()}`
    known.set(name, { ...says, ...known.get(name) })
    return name
  })
  const rows = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, says]) => ({ name, row: rowOf(tx, kind, says) }))
  const written = await tx.db
    .insertInto('person')
    .values(rows.map(({ row }) => row))
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kind', 'email']).doUpdateSet(({ ref, fn }) => ({
        name: fn.coalesce(ref('person.name'), ref('excluded.name')),
        phone: fn.coalesce(ref('person.phone'), ref('excluded.phone')),
        language: fn.coalesce(ref('person.language'), ref('excluded.language')),
      })),
    )
    .returning(['who as id', 'email'])
    .execute()
  const byEmail = new Map(written.map(({ id, email }) => [email, id]))
  const ids = new Map(rows.map(({ name, row }) => [name, row.email === null ? row.id : byEmail.get(row.email)]))
  return names.map((name) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error('a customer was not written')
    return id
  })
}

function rowOf(
  tx: Transaction,
  kind: 'customer' | 'outside',
  { email, name, phone, language, isDemo = false }: CustomerSays,
) {
  return {
    workspace_id: tx.workspace,
    id: tx.newId(),
    kind,
    name: name ?? null,
    email: email?.toLowerCase() ?? null,
    phone: phone ?? null,
    language: language ?? null,
    is_demo: isDemo,
    created_at: new Date(tx.now),
  }
}
