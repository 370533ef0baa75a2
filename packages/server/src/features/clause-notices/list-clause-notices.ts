import { type ClauseNotice, clauseDifference } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/** More than anybody reads. */
const MOST = 500

/** The clauses that changed for a person: those to acknowledge first, the newest version first. */
export async function listClauseNotices(
  { db, workspace }: Transaction,
  person: string,
  only?: 'open' | 'acknowledged',
): Promise<ClauseNotice[]> {
  const rows = await db
    .selectFrom('clause_notice as n')
    .innerJoin('charter_version as v', (join) =>
      join
        .on('v.workspace_id', '=', workspace)
        .onRef('v.workspace_id', '=', 'n.workspace_id')
        .onRef('v.version', '=', 'n.version'),
    )
    .select(['n.version', 'n.difference', 'n.told_at', 'n.acknowledged_at', 'n.is_first', 'v.effective', 'v.note'])
    .where('n.workspace_id', '=', workspace)
    .where('n.person_id', '=', person)
    .$if(only === 'open', (query) => query.where('n.acknowledged_at', 'is', null))
    .$if(only === 'acknowledged', (query) => query.where('n.acknowledged_at', 'is not', null))
    .orderBy(({ eb }) => eb('n.acknowledged_at', 'is', null), 'desc')
    .orderBy('n.version', 'desc')
    .orderBy('n.clause')
    .limit(MOST)
    .execute()
  return rows.map(({ version, difference, told_at, acknowledged_at, is_first, effective, note }) => ({
    version,
    effective: formatInstant(effective.getTime()),
    difference: clauseDifference.parse(difference),
    note,
    told_at: formatInstant(told_at.getTime()),
    acknowledged_at: acknowledged_at === null ? null : formatInstant(acknowledged_at.getTime()),
    is_first,
  }))
}
