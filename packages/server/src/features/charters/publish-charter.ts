import { type CharterDocument, compileZone, instantOf, openZone } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { prepareVersion } from './prepare-version.ts'
import { putInForce } from './put-in-force.ts'

const DAY = 86_400_000

export interface NewVersion {
  /** The charter, in YAML or JSON. */
  readonly source: string
  /** Name of the zone data of the runtime, e.g. `2026b`. */
  readonly zoneData: string
  /**
   * From when it is in force, UTC ms. Where left out: from the document's own `effective` on where that is still to come,
   * else from now on. Not before a ticket that is there already.
   */
  readonly effective?: number
  /** Id of the person who publishes it. */
  readonly by?: string
}

/**
 * Publishes a version that nobody has to approve: the first of a workspace. What is wrong with it refuses it
 * (`charter-faulty`), warnings do not. Its canonical form carries the offset changes of its zones from five years ago to in
 * twenty years, and is hashed with them.
 */
export async function publishCharter(
  tx: Transaction,
  { source, zoneData, effective, by }: NewVersion,
): Promise<{ readonly version: number; readonly hash: string }> {
  const prepared = prepareVersion(source, { now: tx.now, zoneData })
  const named = effectiveOf(prepared.charter.document, zoneData)
  const { version, hash } = await putInForce(tx, {
    ...prepared,
    effective: effective ?? (named !== undefined && named > tx.now ? named : undefined),
    // Nobody else has seen it: the public list says so.
    ...(by === undefined ? {} : { publishedBy: by, byOne: true }),
  })
  return { version, hash }
}

/** The instant that a document names. */
function effectiveOf({ effective }: CharterDocument, zoneData: string): number | undefined {
  if (effective === undefined) return undefined
  const { zone, day, minute } = effective
  const about = [(day - 2) * DAY, (day + 3) * DAY] as const
  return instantOf(openZone(compileZone(zone, ...about, zoneData)), day, minute)
}
