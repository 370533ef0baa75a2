/** What positions may grant of one remedy by the rows that a ticket comes to. */
import type { AuthorityClause, AuthorityRow } from '../../charter/index.ts'
import type { Hit } from '../differences/table-differences.ts'

/** The most of one remedy on one ticket, and the row that gives it. `minor` is Infinity where there is no limit. */
export interface Most {
  readonly minor: number
  readonly currency?: string
  readonly clause: AuthorityClause
  /** From 0. */
  readonly row: number
}

/**
 * The largest limit that the clauses give (SPEC R2), each by its row in `hits`: per ticket, or per day where that is less.
 * `unsure` where the limits are in several currencies, or two rows match under “hit: unique”.
 */
export function mostOf(
  remedy: string,
  clauses: readonly AuthorityClause[],
  hits: readonly Hit[],
): Most | 'none' | 'unsure' {
  let most: Most | 'none' = 'none'
  for (const [index, clause] of clauses.entries()) {
    const hit = hits[index]
    if (hit === 'several') return 'unsure'
    const row = typeof hit === 'number' ? clause.rows[hit] : undefined
    if (typeof hit !== 'number' || row === undefined || !row.may.includes(remedy)) continue
    const limit = limitOf(row)
    if (limit === 'unsure') return 'unsure'
    const found = { ...limit, clause, row: hit }
    if (most === 'none') most = found
    else if (most.currency !== undefined && found.currency !== undefined && most.currency !== found.currency)
      return 'unsure'
    else if (found.minor > most.minor) most = found
  }
  return most
}

/** The most that a row gives on one ticket, in minor units; `unsure` where its two limits are in two currencies. */
export function limitOf({
  perTicket,
  perDay,
}: AuthorityRow): { readonly minor: number; readonly currency?: string } | 'unsure' {
  const limit = perTicket ?? perDay
  if (limit === undefined) return { minor: Number.POSITIVE_INFINITY }
  if (perDay !== undefined && perDay.currency !== limit.currency) return 'unsure'
  return { minor: Math.min(limit.minor, perDay?.minor ?? limit.minor), currency: limit.currency }
}
