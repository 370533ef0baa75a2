import type { CompiledCharter } from '@avow/core'
import { instant, type Transaction } from '../../db/index.ts'
import { readPublished } from './read-published.ts'

/** A published version, and when it is in force: [effective, ends), UTC ms. */
export interface VersionRow {
  readonly version: number
  readonly hash: string
  readonly effective: number
  readonly ends: number
}

/** Opened versions, of all workspaces: a version never changes. */
const opened = new Map<string, CompiledCharter>()
/** Beyond, the one opened first is opened again when it is wanted. */
const MOST_OPENED = 500

const EFFECTIVE = instant('effective')
const ENDS = instant('ends')

/** What a transaction has read of its workspace's versions. */
const read = new WeakMap<Transaction, Promise<readonly VersionRow[]>>()

/** All versions of the workspace, the one that takes effect last first; asked once per transaction. */
export function versionsOf(tx: Transaction): Promise<readonly VersionRow[]> {
  const known = read.get(tx)
  if (known !== undefined) return known
  const asked = tx.read<Omit<VersionRow, 'ends'> & { readonly ends: number | null }>`
    select version, hash, ${EFFECTIVE} as effective, ${ENDS} as ends from charter_version
     where "workspace_id" = ${tx.workspace} order by charter_version.effective desc, version desc`.then((rows) =>
    rows.map((row) => ({ ...row, ends: row.ends ?? Number.POSITIVE_INFINITY })),
  )
  read.set(tx, asked)
  return asked
}

/** After a version was added in this transaction. */
export function forgetVersions(tx: Transaction): void {
  read.delete(tx)
}

/** Of the versions in force at an instant (UTC ms), the one that took effect last. */
export function rowInForce(rows: readonly VersionRow[], at: number): VersionRow | undefined {
  return rows.find(({ effective, ends }) => effective <= at && at < ends)
}

/** The version in force at an instant, UTC ms: the one that a ticket created then is pinned to. Undefined: none was. */
export async function versionInForce(tx: Transaction, at: number): Promise<CompiledCharter | undefined> {
  const row = rowInForce(await versionsOf(tx), at)
  return row && openVersion(tx, row)
}

/** The version with this hash; undefined where the workspace has none. */
export async function versionOfHash(tx: Transaction, hash: string): Promise<CompiledCharter | undefined> {
  const row = (await versionsOf(tx)).find((version) => version.hash === hash)
  return row && openVersion(tx, row)
}

/** The version of a number; undefined where the workspace has none. */
export async function versionNumbered(tx: Transaction, version: number): Promise<CompiledCharter | undefined> {
  const row = (await versionsOf(tx)).find((each) => each.version === version)
  return row && openVersion(tx, row)
}

async function openVersion(tx: Transaction, { version, hash }: VersionRow): Promise<CompiledCharter> {
  const name = `${hash}/${version}`
  const known = opened.get(name)
  if (known !== undefined) return known
  const { canonical } = await tx.db
    .selectFrom('charter_version')
    .select('canonical')
    .where('workspace_id', '=', tx.workspace)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const charter = readPublished(canonical, version, hash)
  for (const oldest of opened.keys()) {
    if (opened.size < MOST_OPENED) break
    opened.delete(oldest)
  }
  opened.set(name, charter)
  return charter
}
