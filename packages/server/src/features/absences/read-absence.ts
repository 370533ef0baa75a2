import type { Absence as Said } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/** The absences that are not over, by person, as the API says them. */
export async function absencesSaid({ db, workspace, now }: Transaction): Promise<ReadonlyMap<string, Said>> {
  const rows = await db
    .selectFrom('absence')
    .select(['person_id', 'away_from', 'away_until', 'deputy_id'])
    .where('workspace_id', '=', workspace)
    .where('away_until', '>', new Date(now))
    .execute()
  return new Map(
    rows.map(({ person_id, away_from, away_until, deputy_id }) => [
      person_id,
      {
        from: formatInstant(away_from.getTime()),
        until: formatInstant(away_until.getTime()),
        deputy: deputy_id,
      },
    ]),
  )
}
