/** What a difference means to customers: whether they get less or more by it (SPEC D). */
import { type Audience, type Cell, type Condition, isToldToCustomers } from '../../charter/index.ts'

/** `both`: some get less and others more, or each gets less of one thing and more of another, or it cannot be told. */
export type CustomersGet = 'less' | 'more' | 'both'

/** What several differences come to together; undefined where none of them means anything to customers (SPEC D1). */
export function together(gets: Iterable<CustomersGet | undefined>): CustomersGet | undefined {
  let all: CustomersGet | undefined
  for (const one of gets) all = all === undefined || all === one ? (one ?? all) : one === undefined ? all : 'both'
  return all
}

/** Seen from the other side: what was taken away is now given. */
export function turnedRound(get: CustomersGet | undefined): CustomersGet | undefined {
  return get === 'less' ? 'more' : get === 'more' ? 'less' : get
}

/** Of two numbers of which the larger serves customers better. */
export function ofLarger(old: number, fresh: number): CustomersGet | undefined {
  return old === fresh ? undefined : fresh > old ? 'more' : 'less'
}

/** Of two sets of which the larger serves customers better. */
export function ofMore(old: ReadonlySet<string>, fresh: ReadonlySet<string>): CustomersGet | undefined {
  const lost = [...old].some((one) => !fresh.has(one))
  const gained = [...fresh].some((one) => !old.has(one))
  return together([lost ? 'less' : undefined, gained ? 'more' : undefined])
}

/** What customers read binds more than what staff alone read, and more the more of them read it (SPEC D3). */
export function ofAudience(old: Audience, fresh: Audience): CustomersGet | undefined {
  return together([covers(fresh, old) ? undefined : 'less', covers(old, fresh) ? undefined : 'more'])
}

/** Is everybody told by the one audience who is told by the other? What is for staff is told to no customer. */
function covers(audience: Audience, other: Audience): boolean {
  if (audience === 'public' || !isToldToCustomers(other)) return true
  if (!isToldToCustomers(audience) || other === 'public') return false
  const [all, some] = [customersOf(audience), customersOf(other)]
  return [...all].every(([fact, cell]) => {
    const among = some.get(fact)
    return among !== undefined && [...valuesOf(among)].every((value) => valuesOf(cell).has(value))
  })
}

function customersOf(audience: Audience): Condition {
  return typeof audience === 'object' && 'customers' in audience ? audience.customers : new Map()
}

function valuesOf({ accepts }: Cell): ReadonlySet<number> {
  if (accepts === 'any') return new Set()
  return new Set(accepts.flatMap((each) => (each.kind === 'values' ? each.values : [])))
}
