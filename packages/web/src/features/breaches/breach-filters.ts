import type { Cause } from '@avow/contract'

/** The causes, in the order in which the rule asks for them. The page carries no shapes of the contract, only their types. */
export const CAUSES = [
  'surge',
  'bounced',
  'other-team',
  'unassigned',
  'reopened',
  'out-of-hours',
  'slow',
] as const satisfies readonly Cause[]

/** What the list of broken promises is narrowed to; it stands in the address. */
export interface BreachFilters {
  readonly cause?: Cause
  readonly promise?: string
  /** Empty: tickets of no team. */
  readonly team?: string
  /** Monday, `2026-11-16`. */
  readonly week?: string
}

export type FilterName = keyof BreachFilters

/** The filters that an address names; what is none is left out. */
export function readBreachFilters({ cause, promise, team, week }: Readonly<Record<string, unknown>>): BreachFilters {
  const known = CAUSES.find((one) => one === cause)
  return {
    ...(known === undefined ? {} : { cause: known }),
    ...(typeof promise === 'string' && promise !== '' ? { promise } : {}),
    // The address may hold a team that is a number.
    ...(typeof team === 'string' || typeof team === 'number' ? { team: String(team) } : {}),
    ...(typeof week === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(week) ? { week } : {}),
  }
}
