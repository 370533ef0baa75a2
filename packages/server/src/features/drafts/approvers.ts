import { type Permission, permissionsOf, rolesOf } from '@avow/contract'
import { type CharterDocument, canonicalJson, viewClauses } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { positionHolders } from './position-holders.ts'

const APPROVE: Permission = 'charter.approve'

/** Who must approve a change. */
export interface Approvers {
  /** Positions; none: anybody with the permission. */
  readonly positions: readonly string[]
  /** How many people the charter asks for. */
  readonly asked: number
}

/** Those that a charter names. */
export function approversOf({ people }: CharterDocument): Approvers {
  return { positions: people?.approvers ?? [], asked: people?.need ?? 1 }
}

const FOR_A_CRISIS = 2

/** How many must approve a change of this charter: two at least where it brings a crisis, or changes one. */
export function askedFor(
  { asked }: Approvers,
  { before, after }: { readonly before: CharterDocument | undefined; readonly after: CharterDocument },
): number {
  const known = new Set(before === undefined ? [] : crisesIn(before))
  return crisesIn(after).every((crisis) => known.has(crisis)) ? asked : Math.max(asked, FOR_A_CRISIS)
}

function crisesIn(document: CharterDocument): readonly string[] {
  return viewClauses(document).flatMap((clause) => (clause.kind === 'crisis' ? [canonicalJson(clause)] : []))
}

/** Who of the desk could approve something that these people wrote: with the permission, and in one of the positions. */
export async function ableToApprove(
  tx: Transaction,
  { positions }: Approvers,
  authors: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string; roles: string[] }>`
    select person_id, roles from control.member
     where workspace_id = ${tx.workspace} and disabled_at is null`.execute(tx.db)
  const holders = positions.length === 0 ? undefined : await positionHolders(tx, positions)
  const isHolder = (person: string): boolean =>
    holders === undefined || [...holders.values()].some((people) => people.has(person))
  return new Set(
    rows.flatMap(({ person_id, roles }) =>
      permissionsOf(rolesOf(roles)).has(APPROVE) && !authors.has(person_id) && isHolder(person_id) ? [person_id] : [],
    ),
  )
}
