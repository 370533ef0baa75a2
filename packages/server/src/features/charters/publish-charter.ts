import {
  type CharterDocument,
  checkCharter,
  compileDraft,
  compileVersion,
  compileZone,
  type Finding,
  instantOf,
  openZone,
  readCharter,
} from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writePublished } from './read-published.ts'
import { forgetVersions, versionsOf } from './versions.ts'

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
 * Publishes a version: what is wrong with it refuses it, warnings do not. Its canonical form carries the offset changes of
 * its zones from five years ago to in twenty years, and is hashed with them.
 */
export async function publishCharter(
  tx: Transaction,
  { source, zoneData, effective, by }: NewVersion,
): Promise<{ readonly version: number; readonly hash: string }> {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) throw refused(findings)
  const draft = compileDraft({ document, data }, { asOf: tx.now, zoneData })
  const errors = checkCharter(document, { asOf: tx.now, zone: draft.zone, calendars: draft.calendars }).filter(
    ({ severity }) => severity === 'error',
  )
  if (errors.length > 0) throw refused(errors)

  const newest = await lockOpening(tx)
  const from = effective ?? Math.max(tx.now, newest + 1, effectiveOf(document, zoneData))
  if (from <= newest) {
    const message = `A ticket was created at ${new Date(newest).toISOString()} and has its promises by then. Let the version be in force from later on.`
    throw new Refusal('bad-request', message, { at: [{ path: 'effective', message }] })
  }
  const version = Math.max(0, ...(await versionsOf(tx)).map((row) => row.version)) + 1
  const { hash } = compileVersion({ document, data }, draft.zones, version)
  await tx.db
    .insertInto('charter_version')
    .values({
      workspace_id: tx.workspace,
      version,
      hash,
      effective: new Date(from),
      ends: null,
      source,
      canonical: writePublished(data, draft.zones),
      published_at: new Date(tx.now),
      published_by: by ?? null,
    })
    .execute()
  forgetVersions(tx)
  return { version, hash }
}

/**
 * Takes the lock by which tickets get their numbers, so that none is opened until this version is seen; answers when the
 * newest ticket was created.
 */
async function lockOpening(tx: Transaction): Promise<number> {
  await tx.db
    .insertInto('ticket_number')
    .values({ workspace_id: tx.workspace, last: 0 })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ last: sql`ticket_number.last` }))
    .execute()
  forgetVersions(tx)
  const { newest } = await tx.db
    .selectFrom('ticket')
    .select(({ fn }) => fn.max('created_at').as('newest'))
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirstOrThrow()
  // The aggregate of no rows is null, which its type does not say.
  return (newest as Date | null)?.getTime() ?? Number.NEGATIVE_INFINITY
}

/** The instant that a document names; the distant past for none. */
function effectiveOf({ effective }: CharterDocument, zoneData: string): number {
  if (effective === undefined) return Number.NEGATIVE_INFINITY
  const { zone, day, minute } = effective
  const about = [(day - 2) * DAY, (day + 3) * DAY] as const
  return instantOf(openZone(compileZone(zone, ...about, zoneData)), day, minute)
}

function refused(findings: readonly Finding[]): Refusal {
  const first = findings[0]
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return new Refusal('bad-request', `The charter is not published: line ${first?.line}: ${first?.message}${more}`, {
    at: findings.map(({ line, column, path, message }) => ({ path: `${line}:${column} ${path}`, message })),
  })
}
