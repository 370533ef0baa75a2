import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { absentAt } from '../absences/index.ts'
import { raiseAttention } from '../attention/index.ts'

/** Who holds positions of the charter. */
export interface Holders {
  /** By position, those who are not away: the one who came first stands first. */
  readonly present: ReadonlyMap<string, readonly string[]>
  /** The same with those who are away. */
  readonly all: ReadonlyMap<string, readonly string[]>
  /** Positions that are held, and all of whose holders are away. */
  readonly away: ReadonlySet<string>
}

/** Who holds these positions now. */
export async function readHolders(tx: Transaction, positions: ReadonlySet<string>): Promise<Holders> {
  if (positions.size === 0) return { present: new Map(), all: new Map(), away: new Set() }
  const rows = await tx.db
    .selectFrom('position_holder')
    .select(['position', 'person_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('position', '=', sql<string>`any (${[...positions]}::text[])`)
    .orderBy('person_id')
    .execute()
  const absent = await absentAt(tx, tx.now)
  const all = byPosition(rows)
  const present = byPosition(rows.filter(({ person_id }) => !absent.has(person_id)))
  return { present, all, away: new Set([...all.keys()].filter((position) => !present.has(position))) }
}

function byPosition(
  rows: readonly { readonly position: string; readonly person_id: string }[],
): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(rows, ({ position }) => position)
  return new Map([...grouped].map(([position, held]) => [position, held.map(({ person_id }) => person_id)]))
}

/**
 * Who acts for a position: its holders who are there; where all of them are away, those of the first position on the rest of
 * the ladder that has somebody. Empty where nobody is left, or nobody holds it.
 */
export function actingFor(position: string, ladder: readonly string[], { present, away }: Holders): readonly string[] {
  const own = present.get(position)
  if (own !== undefined) return own
  const next = away.has(position) ? ladder.find((one) => present.has(one)) : undefined
  return next === undefined ? [] : (present.get(next) ?? [])
}

/**
 * A position that a step speaks of and for which nobody acts needs a person: raised once until it is settled, by whether it is
 * empty or all who hold it are away. Those that stand raised are not touched, so that sweepers do not wait for each other.
 */
export async function raiseUnmanned(
  tx: Transaction,
  code: 'position-empty' | 'position-away',
  positions: readonly string[],
): Promise<void> {
  if (positions.length === 0) return
  const onceOf = (position: string) => `${code}/${position}`
  const standing = await tx.db
    .selectFrom('attention')
    .select('once')
    .where('workspace_id', '=', tx.workspace)
    .where('once', '=', sql<string>`any (${positions.map(onceOf)}::text[])`)
    .where('settled_at', 'is', null)
    .execute()
  const known = new Set(standing.map(({ once }) => once))
  for (const position of positions.filter((one) => !known.has(onceOf(one))))
    await raiseAttention(tx, { once: onceOf(position), code, data: { position } })
}
