import type { Transaction } from '../../db/index.ts'

/** Somebody of the desk is away, in [from, until), UTC ms. */
export interface Absence {
  readonly person: string
  readonly from: number
  readonly until: number
  /** Id of who stands in for them. */
  readonly deputy: string | null
}

/** By person, who is away at `at` (UTC ms). */
export async function absentAt({ db, workspace }: Transaction, at: number): Promise<ReadonlyMap<string, Absence>> {
  const rows = await db
    .selectFrom('absence')
    .select(['person_id', 'away_from', 'away_until', 'deputy_id'])
    .where('workspace_id', '=', workspace)
    .where('away_from', '<=', new Date(at))
    .where('away_until', '>', new Date(at))
    .execute()
  return new Map(
    rows.map(({ person_id, away_from, away_until, deputy_id }) => [
      person_id,
      { person: person_id, from: away_from.getTime(), until: away_until.getTime(), deputy: deputy_id },
    ]),
  )
}

/**
 * Who works in somebody's stead: their deputy, or where that one is away too the deputy's, and so on. Undefined where nobody
 * is left who is there and can sign in.
 */
export function deputyOf(
  person: string,
  absent: ReadonlyMap<string, Absence>,
  disabled: ReadonlySet<string>,
): string | undefined {
  const seen = new Set([person])
  for (let next = absent.get(person)?.deputy ?? null; next !== null && !seen.has(next); ) {
    if (disabled.has(next)) return undefined
    if (!absent.has(next)) return next
    seen.add(next)
    next = absent.get(next)?.deputy ?? null
  }
  return undefined
}
