import type { VersionRow } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { allNamed, peopleNamed, personNamed } from './people-named.ts'

/** Published versions, the newest first. */
export async function publishedVersions(tx: Transaction): Promise<readonly VersionRow[]> {
  const rows = await tx.db
    .selectFrom('charter_version')
    .select(['version', 'hash', 'effective', 'ends', 'published_at', 'published_by', 'approved_by', 'by_one', 'note'])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('effective', 'desc')
    .orderBy('version', 'desc')
    .execute()
  const people = await peopleNamed(
    tx,
    rows.flatMap(({ published_by, approved_by }) => [published_by, ...approved_by]),
  )
  const inForce = rows.find(
    ({ effective, ends }) => effective.getTime() <= tx.now && tx.now < (ends?.getTime() ?? Number.POSITIVE_INFINITY),
  )
  return rows
    .map(({ effective, ends, published_at, published_by, approved_by, ...row }, index): VersionRow => {
      const next = rows[index - 1]?.effective.getTime() ?? Number.POSITIVE_INFINITY
      const until = Math.min(next, ends?.getTime() ?? next)
      return {
        ...row,
        effective: formatInstant(effective.getTime()),
        ends: Number.isFinite(until) ? formatInstant(until) : null,
        state: row.version === inForce?.version ? 'in-force' : effective.getTime() > tx.now ? 'ahead' : 'past',
        published_at: formatInstant(published_at.getTime()),
        published_by: personNamed(people, published_by),
        approved_by: allNamed(people, approved_by),
      }
    })
    .sort((a, b) => b.version - a.version)
}

/** One of them. Throws `not-found`. */
export async function publishedVersion(tx: Transaction, version: number): Promise<VersionRow> {
  const found = (await publishedVersions(tx)).find((row) => row.version === version)
  if (found === undefined) throw noVersion(version)
  return found
}

/** The text of a version as it was written. Throws `not-found`. */
export async function sourceOfVersion({ db, workspace }: Transaction, version: number): Promise<string> {
  const found = await db
    .selectFrom('charter_version')
    .select('source')
    .where('workspace_id', '=', workspace)
    .where('version', '=', version)
    .executeTakeFirst()
  if (found === undefined) throw noVersion(version)
  return found.source
}

export function noVersion(version: number): Refusal {
  return new Refusal('not-found', `This workspace has no version ${version} of its charter.`)
}
