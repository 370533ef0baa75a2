import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { announceVersion } from '../changes/index.ts'
import { forgetVersions, versionsOf } from './versions.ts'

export interface VersionToPublish {
  readonly source: string
  readonly canonical: string
  readonly hash: string
  /** From when it is in force, UTC ms; from now on where left out. Not before a ticket that is there already. */
  readonly effective?: number | undefined
  /** Ids of people. */
  readonly publishedBy?: string | null
  readonly approvedBy?: readonly string[]
  /** There was one approver only. */
  readonly byOne?: boolean
  /** Why, in a line. */
  readonly note?: string
}

export interface PublishedVersion {
  readonly version: number
  readonly hash: string
  /** UTC ms. */
  readonly effective: number
}

/**
 * Publishes what was prepared, exactly so: the next number, in force from an instant on. Tickets keep the version that was
 * in force at their creation, so an instant from which some have their promises is refused.
 */
export async function putInForce(tx: Transaction, about: VersionToPublish): Promise<PublishedVersion> {
  const newest = await lockOpening(tx)
  const effective = about.effective ?? Math.max(tx.now, newest + 1)
  if (effective <= newest) {
    const message = `A ticket was created at ${new Date(newest).toISOString()} and has its promises by then. Let the version be in force from later on.`
    throw new Refusal('bad-request', message, { at: [{ path: 'effective', message }] })
  }
  const version = Math.max(0, ...(await versionsOf(tx)).map((row) => row.version)) + 1
  const { source, canonical, hash, publishedBy = null, approvedBy = [], byOne = false, note = '' } = about
  await tx.db
    .insertInto('charter_version')
    .values({
      workspace_id: tx.workspace,
      version,
      hash,
      effective: new Date(effective),
      ends: null,
      source,
      canonical,
      published_at: new Date(tx.now),
      published_by: publishedBy,
      approved_by: [...approvedBy],
      by_one: byOne,
      note,
    })
    .execute()
  forgetVersions(tx)
  announceVersion(tx, version)
  return { version, hash, effective }
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
