import type { EscalationStep } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { absentAt, disabledStaff } from '../absences/index.ts'
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

/** That a person holds a position. */
export interface Held {
  readonly position: string
  readonly person: string
}

/** Who holds these positions now. Nobody does who cannot sign in any more. */
export async function readHolders(tx: Transaction, positions: ReadonlySet<string>): Promise<Holders> {
  if (positions.size === 0) return { present: new Map(), all: new Map(), away: new Set() }
  return holdersAmong(await readHeld(tx, positions), await absentAt(tx, tx.now))
}

/** Of these positions, who holds which, away or not: those who came first stand first. */
export async function readHeld(tx: Transaction, positions: ReadonlySet<string>): Promise<readonly Held[]> {
  const rows = await tx.db
    .selectFrom('position_holder')
    .select(['position', 'person_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('position', '=', sql<string>`any (${[...positions]}::text[])`)
    .orderBy('person_id')
    .execute()
  const disabled = await disabledStaff(tx)
  return rows.flatMap(({ position, person_id: person }) => (disabled.has(person) ? [] : [{ position, person }]))
}

/** The same by who is there: whoever is among the `absent` is not. */
export function holdersAmong(held: readonly Held[], absent: Pick<ReadonlySet<string>, 'has'>): Holders {
  const all = byPosition(held)
  const present = byPosition(held.filter(({ person }) => !absent.has(person)))
  return { present, all, away: new Set([...all.keys()].filter((position) => !present.has(position))) }
}

function byPosition(held: readonly Held[]): ReadonlyMap<string, readonly string[]> {
  const grouped = Map.groupBy(held, ({ position }) => position)
  return new Map([...grouped].map(([position, those]) => [position, those.map(({ person }) => person)]))
}

/** The charter's word for whom the ticket is assigned to. */
export const ASSIGNEE = 'assignee'

/** Positions among those that a step speaks of: whoever has the ticket is none. */
export function positionsAmong(spoken: readonly string[]): readonly string[] {
  return spoken.filter((one) => one !== ASSIGNEE)
}

/** Positions that these steps of a clause speak of, in the order in which they act for one that is left. */
export function ladderOf(steps: readonly Pick<EscalationStep, 'giveTo' | 'tell'>[]): readonly string[] {
  return positionsAmong(steps.flatMap(({ giveTo, tell }) => [giveTo ?? ASSIGNEE, ...tell]))
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
