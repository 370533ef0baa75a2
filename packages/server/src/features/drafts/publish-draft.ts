import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { clauseDifferences, givesLess, putInForce, readPublished, versionInForce } from '../charters/index.ts'
import { tellChanges } from '../clause-notices/index.ts'
import { ableToApprove, approversOf } from './approvers.ts'
import { changeDraft, type StoredDraft } from './draft-at-hand.ts'
import { takenPlaceOf } from './place-taken.ts'
import { refuseEmptyPositions } from './position-holders.ts'
import { endSubmission, keptForm, type StoredSubmission } from './submissions.ts'

export interface Publishing {
  /** Address in links of mails, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

interface Approved {
  readonly draft: StoredDraft
  readonly submission: StoredSubmission
  readonly authors: ReadonlySet<string>
  /** Ids of people. */
  readonly approvedBy: readonly string[]
}

/**
 * Publishes what was approved, exactly so: its kept form, its hash, its time. Staff are told in the same transaction. Throws
 * `cannot-be` where the time has passed or a position was left by everybody, `other-version` where another version was
 * published meanwhile, or came into force: what was approved was read against the one before.
 */
export async function publishDraft(tx: Transaction, approved: Approved, { publicUrl }: Publishing): Promise<void> {
  const { draft, submission, approvedBy } = approved
  const effective = submission.effective?.getTime()
  if (effective !== undefined && effective <= tx.now)
    throw new Refusal(
      'cannot-be',
      'The time from which it was to be in force passed before the last approval. Take it back, and submit it again with a later time, or with none.',
    )
  const { canonical, source } = await keptForm(tx, submission)
  const charter = readPublished(canonical, 0, submission.hash)
  await refuseEmptyPositions(tx, charter.document)
  const byOne = approvedBy.length === 1 && (await isOneAlone(tx, approved))
  // Reckoned before it is published: from then on nobody opens a ticket until the transaction ends.
  const at = effective ?? tx.now
  const before = await takenPlaceOf(tx, at)
  const differences = clauseDifferences(before, charter, at)
  if (givesLess(differences) && !submission.gives_less)
    throw new Refusal(
      'other-version',
      'Another version came into force since this was submitted, and by that somebody now gets less. Take it back, look at what differs now, and submit it again.',
    )

  const published = await putInForce(tx, {
    source,
    canonical,
    hash: submission.hash,
    effective,
    publishedBy: submission.by,
    approvedBy,
    byOne,
    note: draft.note,
  })
  await refuseOvertaken(tx, submission, published.version)
  await endSubmission(tx, draft.id)
  await changeDraft(tx, draft, { state: 'published', version: published.version })
  await tellChanges(tx, { ...published, charter, differences, publicUrl })
}

async function refuseOvertaken(
  { db, workspace }: Transaction,
  { at }: StoredSubmission,
  published: number,
): Promise<void> {
  const newer = await db
    .selectFrom('charter_version')
    .select('version')
    .where('workspace_id', '=', workspace)
    .where('version', '<', published)
    .where('published_at', '>', at)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (newer !== undefined)
    throw new Refusal(
      'other-version',
      `Version ${newer.version} was published since this was submitted. Take it back, look at what differs now, and submit it again.`,
    )
}

/** Was there nobody else who could have approved it, or fewer than were asked for? */
async function isOneAlone(tx: Transaction, { submission, authors }: Approved): Promise<boolean> {
  const inForce = await versionInForce(tx, tx.now)
  const asked = Math.max(
    submission.asked,
    inForce === undefined ? submission.need : approversOf(inForce.document).asked,
  )
  if (submission.need < asked) return true
  const able = await ableToApprove(tx, { positions: submission.approvers, asked }, authors)
  return able.size <= 1
}
