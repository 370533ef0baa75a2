import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { clauseDifferences } from './clause-differences.ts'
import { noVersion } from './published-versions.ts'
import { rowInForce, type VersionRow, versionNumbered, versionsOf } from './versions.ts'

export interface Comparison {
  /** Null: there was none before. */
  readonly from: number | null
  readonly to: number
  readonly items: readonly ClauseDifferenceJson[]
}

/**
 * What a version says differently from another one; from the one whose place it took where none is named. A version never
 * changes, so a comparison is made once. Throws `not-found`.
 */
export async function compareVersions(tx: Transaction, to: number, against?: number): Promise<Comparison> {
  const rows = await versionsOf(tx)
  const row = rows.find(({ version }) => version === to)
  const fresh = await versionNumbered(tx, to)
  if (row === undefined || fresh === undefined) throw noVersion(to)
  const from = against ?? versionBefore(rows, row)?.version ?? null
  const old = from === null ? undefined : await versionNumbered(tx, from)
  if (from !== null && old === undefined) throw noVersion(from)
  return { from, to, items: compared(old, fresh, row.effective) }
}

/** The version that was in force, or was to be, when this one was published to take its place. */
export function versionBefore(rows: readonly VersionRow[], row: VersionRow): VersionRow | undefined {
  const earlier = rows.filter(({ version }) => version < row.version)
  return rowInForce(earlier, row.effective) ?? earlier.reduce<VersionRow | undefined>(newer, undefined)
}

function newer(found: VersionRow | undefined, row: VersionRow): VersionRow {
  return found === undefined || row.version > found.version ? row : found
}

const made = new Map<string, readonly ClauseDifferenceJson[]>()
const MOST_MADE = 200

function compared(
  old: CompiledCharter | undefined,
  fresh: CompiledCharter,
  effective: number,
): readonly ClauseDifferenceJson[] {
  const name = `${old?.hash ?? ''} ${fresh.hash} ${effective}`
  const known = made.get(name)
  if (known !== undefined) return known
  const items = clauseDifferences(old, fresh, effective)
  if (made.size >= MOST_MADE) made.clear()
  made.set(name, items)
  return items
}
