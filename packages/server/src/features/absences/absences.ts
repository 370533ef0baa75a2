import { sql } from 'kysely'
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
export async function absentAt(tx: Transaction, at: number): Promise<ReadonlyMap<string, Absence>> {
  return absentAmong(await absencesFrom(tx, at), at)
}

/** The absences that are not over at `at` (UTC ms), those that are yet to begin too. */
export async function absencesFrom({ db, workspace }: Transaction, at: number): Promise<readonly Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .select(['person_id', 'away_from', 'away_until', 'deputy_id'])
    .where('workspace_id', '=', workspace)
    .where('away_until', '>', new Date(at))
    .execute()
  return rows.map(({ person_id, away_from, away_until, deputy_id }) => ({
    person: person_id,
    from: away_from.getTime(),
    until: away_until.getTime(),
    deputy: deputy_id,
  }))
}

/** By person, which of these absences last at `at` (UTC ms). */
export function absentAmong(absences: readonly Absence[], at: number): ReadonlyMap<string, Absence> {
  return new Map(absences.flatMap((one) => (one.from <= at && at < one.until ? [[one.person, one]] : [])))
}

/** Who of the desk cannot sign in any more. */
export async function disabledStaff({ db, workspace }: Transaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from control.member where workspace_id = ${workspace} and disabled_at is not null`.execute(db)
  return new Set(rows.map(({ person_id }) => person_id))
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
