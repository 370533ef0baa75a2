import { Resolver } from 'node:dns/promises'
import type { DNSResolver } from 'mailauth'

/** Asks the DNS for records of a type; rejects as node:dns does, with ENOTFOUND or ENODATA where there are none. */
export type Lookup = DNSResolver

/** Names that are kept for examples and machines themselves (RFC 2606 §2, RFC 6761): nobody is asked for them. */
const RESERVED = /(?:^|\.)(?:test|example|invalid|localhost|local)\.?$/iu
const ONE_TRY = 2_000

/** The lookup of this machine's own servers. */
export function systemLookup(): Lookup {
  const resolver = new Resolver({ timeout: ONE_TRY, tries: 2 })
  return async (name, type) => {
    if (RESERVED.test(name)) throw dnsError('ENOTFOUND', name)
    // The types of mailauth leave out the records that are objects (MX).
    return (await resolver.resolve(name, type)) as string[]
  }
}

export interface RememberOptions {
  /** UTC ms, or any clock that goes forward. */
  readonly clock: () => number
  /** How long an answer, and how long a failure, is remembered, ms. */
  readonly answersFor?: number
  readonly failuresFor?: number
}

const MOST_REMEMBERED = 5_000
/** So many failures one after the other, and nobody is asked for a while: the servers are down, not the domains. */
const IS_DOWN = 10

/** A lookup that asks the same only once in a while, and while all fails asks nothing. Only what has no answer counts as failure. */
export function rememberingLookup(
  ask: Lookup,
  { clock, answersFor = 60_000, failuresFor = 15_000 }: RememberOptions,
): Lookup {
  const known = new Map<string, { readonly until: number; readonly answer: ReturnType<Lookup> }>()
  let failures = 0
  let downUntil = 0
  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`
    const now = clock()
    const found = known.get(key)
    if (found !== undefined && found.until > now) return found.answer
    if (now < downUntil) return Promise.reject(dnsError('ECONNREFUSED', name))
    const answer = ask(name, type)
    const remember = (forMs: number): void => {
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(key, { until: clock() + forMs, answer })
    }
    answer.then(
      () => {
        failures = 0
        remember(answersFor)
      },
      (error: unknown) => {
        if (isNoRecord(error)) {
          failures = 0
          return remember(answersFor)
        }
        failures += 1
        if (failures >= IS_DOWN) {
          failures = 0
          downUntil = clock() + failuresFor
        }
        remember(failuresFor)
      },
    )
    return answer
  }
}

/** The DNS answered, and there is no such record. */
export function isNoRecord(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA')
}

export function dnsError(code: string, name: string): Error {
  return Object.assign(new Error(`${code} ${name}`), { code })
}
