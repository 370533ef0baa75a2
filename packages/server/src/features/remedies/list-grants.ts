import type { Grant } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { grantOf, type Looker, readGrants } from './grant-row.ts'

/** A condition over `g`: what was given out of kindness and nobody looked at yet. */
export const TO_REVIEW = sql`g.is_bend and g.review is null and g.state in ('granted', 'done')`

export interface GrantPage {
  readonly state?: Grant['state'] | undefined
  /** Those of kindness alone. */
  readonly bend?: 'true' | undefined
  /** Exceptions that were given, by what became of them. */
  readonly review?: 'open' | 'suggested' | 'set-aside' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Remedies given and asked for, the newest first, as one person sees them. */
export async function listGrants(
  tx: Transaction,
  looker: Looker,
  { state, bend, review, cursor, limit }: GrantPage,
): Promise<{ items: Grant[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const ofState = state === undefined ? sql`true` : sql`g.state = ${state}`
  const kind = bend === undefined ? sql`true` : sql`g.is_bend`
  const looked =
    review === undefined ? sql`true` : review === 'open' ? TO_REVIEW : sql`g.is_bend and g.review = ${review}`
  const page = after === undefined ? sql`true` : sql`(g.asked_at, g.id) < (${new Date(after.at)}, ${after.id}::uuid)`
  const rows = await readGrants(tx, sql`${ofState} and ${kind} and ${looked} and ${page}`, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const items: Grant[] = []
  for (const row of shown) items.push(await grantOf(tx, row, looker))
  return { items, next: last === undefined ? null : writePageCursor({ at: last.asked_at.getTime(), id: last.id }) }
}
