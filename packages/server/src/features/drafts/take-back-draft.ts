import type { Transaction } from '../../db/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { endSubmission } from './submissions.ts'

/** Takes a draft back from review, to be written on; its approvals are void. Throws `not-found`, `draft-closed`. */
export async function takeBackDraft(tx: Transaction, id: string): Promise<void> {
  const draft = await lockDraft(tx, id)
  refuseUnless(draft, 'in-review')
  await endSubmission(tx, id)
  await changeDraft(tx, draft, { state: 'writing' })
}
