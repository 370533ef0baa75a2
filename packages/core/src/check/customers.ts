/** What a difference means to customers: whether they get less or more by it (SPEC D). */
import type { Audience } from '../charter/index.ts'

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

/** What is for everybody to read binds more than what staff alone read (SPEC D3). */
export function ofAudience(old: Audience, fresh: Audience): CustomersGet | undefined {
  if ((old === 'public') === (fresh === 'public')) return undefined
  return fresh === 'public' ? 'more' : 'less'
}
