import type { Role } from '@avow/contract'

/** Those who answer for the whole charter read all of it. */
const READ_ALL: readonly Role[] = ['lead', 'author', 'approver', 'admin']

/** Somebody of the desk, as far as clauses are for them or not. */
export interface Reader {
  readonly roles: readonly string[]
  readonly positions: ReadonlySet<string>
}

/** Is a clause of this audience for them: `public`, `staff`, `position:NAME`, or `customers:…`, which staff read too? */
export function isForReader(audience: string, { roles, positions }: Reader): boolean {
  if (audience === 'public' || audience === 'staff' || audience.startsWith('customers:')) return true
  return READ_ALL.some((role) => roles.includes(role)) || positions.has(audience.slice('position:'.length))
}
