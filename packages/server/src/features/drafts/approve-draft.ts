import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { positionsOf } from '../charters/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { type Publishing, publishDraft } from './publish-draft.ts'
import { authorsOf, lastSubmissions } from './submissions.ts'
import { whyNot } from './why-not.ts'

export interface NewApproval {
  /** What the approver read. */
  readonly hash: string
  /** UTC ms. */
  readonly effective: number | null
}

/**
 * Approves exactly this hash and this time; the last approval that is needed publishes, in the same transaction. Said again
 * by the same person, nothing happens. Throws `draft-closed`, `other-version`, `own-change`, `not-approver`.
 */
export async function approveDraft(
  tx: Transaction,
  id: string,
  person: string,
  { hash, effective }: NewApproval,
  publishing: Publishing,
): Promise<void> {
  const draft = await lockDraft(tx, id)
  const submission = (await lastSubmissions(tx, [id])).get(id)
  const isSame = submission?.hash === hash && (submission.effective?.getTime() ?? null) === effective
  const hasApproved = submission?.approvals.some(({ person_id }) => person_id === person) === true
  if (isSame && hasApproved && (draft.state === 'in-review' || draft.state === 'published')) return
  refuseUnless(draft, 'in-review')
  if (submission === undefined) throw new Error(`the draft ${id} is in review, and nothing was submitted`)
  if (!isSame)
    throw new Refusal(
      'other-version',
      'What is in review has another text or another time than you approved. Read it again, then approve that.',
    )
  const authors = (await authorsOf(tx, [draft])).get(id) ?? new Set()
  const reason = whyNot(submission, { person, authors, positions: await positionsOf(tx, person), mayApprove: true })
  if (reason === 'own-change')
    throw new Refusal('own-change', 'You wrote a part of this draft. Somebody else approves it.')
  if (reason !== null)
    throw new Refusal('not-approver', `The charter has this approved by who is ${submission.approvers.join(' or ')}.`)

  await tx.db
    .insertInto('draft_approval')
    .values({
      workspace_id: tx.workspace,
      draft_id: id,
      round: submission.round,
      person_id: person,
      hash,
      effective: submission.effective,
      at: new Date(tx.now),
    })
    .execute()
  const approvedBy = [...submission.approvals.map(({ person_id }) => person_id), person]
  if (approvedBy.length < submission.need) await changeDraft(tx, draft, {})
  else await publishDraft(tx, { draft, submission, authors, approvedBy }, publishing)
}
