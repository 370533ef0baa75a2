import type { Cause } from '@avow/contract'
import { type RawBuilder, sql } from 'kysely'

/** Which broken promises are asked for. */
export interface BreachFilters {
  readonly cause?: Cause | undefined
  readonly promise?: string | undefined
  /** Empty: of no team. */
  readonly team?: string | undefined
  /** A Monday, `2026-11-16`. */
  readonly week?: string | undefined
}

/** The cause that counts: a lead’s word before the rule’s. */
export const CAUSE = sql`coalesce(b.corrected_cause, b.cause)`

/** Conditions on a row `b` of breach, beside the workspace. */
export function breachConditions({ cause, promise, team, week }: BreachFilters): RawBuilder<unknown> {
  const conditions = [
    ...(cause === undefined ? [] : [sql`${CAUSE} = ${cause}`]),
    ...(promise === undefined ? [] : [sql`b.promise = ${promise}`]),
    ...(team === undefined ? [] : [sql`b.team = ${team}`]),
    ...(week === undefined ? [] : [sql`b.week = ${week}`]),
  ]
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
