import type { ClauseView, VersionRow } from '@avow/contract'
import {
  type CompiledCharter,
  definedBy,
  definitionCoverage,
  formatDate,
  localDay,
  reviewsDue,
  viewClauses,
} from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { isForReader } from './audience.ts'
import { publishedVersions } from './published-versions.ts'
import { versionInForce } from './versions.ts'

export interface Handbook {
  readonly version: VersionRow
  readonly title: Record<string, string> | null
  readonly mission: Record<string, string> | null
  readonly languages: string[]
  readonly zone: string
  readonly clauses: ClauseView[]
  readonly reviews: { clause: string | null; owner: string | null; due: string; overdue: boolean }[]
  readonly definition: { lines: number; measured: number; percent: number; unmeasured: string[] } | null
  readonly next: VersionRow | null
}

/** The version in force, and of it what is for somebody. Throws `no-charter`. */
export async function readHandbook(
  tx: Transaction,
  { person, roles }: { readonly person: string | undefined; readonly roles: readonly string[] },
): Promise<Handbook> {
  const charter = await versionInForce(tx, tx.now)
  const rows = await publishedVersions(tx)
  const version = rows.find(({ state }) => state === 'in-force')
  if (charter === undefined || version === undefined)
    throw new Refusal('no-charter', 'No charter is in force in this workspace. Publish one.')
  const reader = { roles, positions: person === undefined ? new Set<string>() : await positionsOf(tx, person) }
  const { title, mission, languages, zone } = charter.document
  const ahead = rows.filter(({ state }) => state === 'ahead')
  const clauses = viewClauses(charter.document).filter(({ audience }) => isForReader(audience, reader))
  return {
    version,
    title: title === undefined ? null : Object.fromEntries(title.by),
    mission: mission === undefined ? null : Object.fromEntries(mission.by),
    languages: [...languages],
    zone,
    clauses,
    reviews: reviewsOf(charter, { now: tx.now, since: Date.parse(version.effective) }).filter(
      ({ clause }) => clause === null || clauses.some(({ id }) => id === clause),
    ),
    definition: coverageOf(charter, tx.now),
    next: ahead.reduce<VersionRow | null>(
      (first, row) => (first === null || row.effective < first.effective ? row : first),
      null,
    ),
  }
}

/** How much of the definition of excellent service is measured at `now` (UTC ms), counted over all of its lines. */
export function coverageOf({ document, zone }: CompiledCharter, now: number): Handbook['definition'] {
  if (document.definition.length === 0) return null
  const coverage = definitionCoverage(definedBy(document), localDay(zone, now))
  return { ...coverage, unmeasured: [...coverage.unmeasured] }
}

const DAYS_AHEAD = 30

/** What of a version in force since an instant is to be looked at again soon, at `now`; both UTC ms. */
export function reviewsOf(
  { document, zone }: CompiledCharter,
  { now, since }: { readonly now: number; readonly since: number },
): Handbook['reviews'] {
  const today = localDay(zone, now)
  // What took effect before the version knows its zone was in force then already.
  const from = localDay(zone, Math.max(since, zone.from))
  return reviewsDue(document, { today, since: from, ahead: DAYS_AHEAD }).map(({ clause, owner, due, isOverdue }) => ({
    clause: clause ?? null,
    owner: owner ?? null,
    due: formatDate(due),
    overdue: isOverdue,
  }))
}

/** The positions that a person holds. */
export async function positionsOf({ db, workspace }: Transaction, person: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('position_holder')
    .select('position')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .execute()
  return new Set(rows.map(({ position }) => position))
}
