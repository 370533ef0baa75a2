import type { ClauseDifferenceJson } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import { isForReader, type Reader } from '../charters/index.ts'
import type { ChangesToTell, Told } from './changes-to-tell.ts'
import { colleaguesOf } from './concerned-staff.ts'
import { mailChanges } from './mail-changes.ts'
import { onceOf } from './notice-name.ts'

/** What people acknowledge. Calendars and facts that changed are told with the clauses that they change. */
const CLAUSES: readonly string[] = ['promise', 'escalation', 'remedy', 'authority']
const ROWS_AT_ONCE = 1000

/**
 * Tells each colleague exactly what a new version changes for them: a row for each clause to acknowledge, one notice in the
 * desk, one mail. Who nothing changes for is told nothing.
 */
export async function tellChanges(tx: Transaction, about: ChangesToTell): Promise<readonly Told[]> {
  const clauses = about.differences.filter(({ kind }) => CLAUSES.includes(kind))
  if (clauses.length === 0) return []
  const told = (await colleaguesOf(tx)).flatMap((colleague) => {
    const differences = clauses.filter((difference) => concerns(difference, colleague))
    return differences.length === 0 ? [] : [{ colleague, differences }]
  })
  await writeNotices(tx, about.version, told)
  const people = told.map(({ colleague }) => colleague.id)
  const { version } = about
  await tellPeople(tx, { people, once: onceOf(version), code: 'charter-changed', data: { version } })
  await mailChanges(tx, about, told)
  return told
}

/** It is for them, or was until now. */
function concerns({ before, after }: ClauseDifferenceJson, reader: Reader): boolean {
  return [before, after].some((view) => view !== null && isForReader(view.audience, reader))
}

async function writeNotices(
  { db, workspace, now }: Transaction,
  version: number,
  told: readonly Told[],
): Promise<void> {
  const rows = told.flatMap(({ colleague, differences }) =>
    differences.map((difference) => ({
      workspace_id: workspace,
      version,
      clause: difference.id,
      person_id: colleague.id,
      difference: JSON.stringify(difference),
      told_at: new Date(now),
      acknowledged_at: null,
      reminded_at: null,
    })),
  )
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await db
      .insertInto('clause_notice')
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['workspace_id', 'version', 'clause', 'person_id']).doNothing())
      .execute()
}
