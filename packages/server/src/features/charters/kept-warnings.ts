/** The warnings that stayed when a draft was submitted, each with the reason for it. */
import type { DraftWarning } from '@avow/contract'
import type { JsonValue, Transaction } from '../../db/index.ts'
import { type PeopleNamed, peopleNamed, personNamed } from './people-named.ts'

/** A warning with its tick as a submission keeps it: `by` is the id of a person, `at` RFC 3339. */
export type KeptWarning = Omit<DraftWarning, 'tick'> & {
  readonly tick: { readonly reason: string; readonly by: string | null; readonly at: string } | null
}

/** The warnings that a submission keeps, as they were stored. */
export function keptWarnings(stored: JsonValue): readonly KeptWarning[] {
  return Array.isArray(stored) ? (stored as unknown as readonly KeptWarning[]) : []
}

export function authorsOfTicks(warnings: readonly KeptWarning[]): readonly (string | null)[] {
  return warnings.map(({ tick }) => tick?.by ?? null)
}

export function warningShown({ tick, ...warning }: KeptWarning, people: PeopleNamed): DraftWarning {
  return { ...warning, tick: tick && { ...tick, by: personNamed(people, tick.by) } }
}

/** Those of the submission that became a version; none where it was published without a draft. */
export async function warningsOfVersion(tx: Transaction, version: number): Promise<DraftWarning[]> {
  const { db, workspace } = tx
  const submitted = await db
    .selectFrom('draft_submission as s')
    .innerJoin('charter_draft as d', (join) =>
      join.onRef('d.id', '=', 's.draft_id').on('d.workspace_id', '=', workspace),
    )
    .select('s.warnings')
    .where('s.workspace_id', '=', workspace)
    .where('d.version', '=', version)
    .orderBy('s.round', 'desc')
    .limit(1)
    .executeTakeFirst()
  const kept = submitted === undefined ? [] : keptWarnings(submitted.warnings)
  const people = await peopleNamed(tx, authorsOfTicks(kept))
  return kept.map((warning) => warningShown(warning, people))
}
