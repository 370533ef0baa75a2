import type { Transaction } from '../../db/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { endSubmission } from './submissions.ts'

/** Sends a draft back to its authors with a reason; its approvals are void. Throws `not-found`, `draft-closed`. */
export async function sendBackDraft(
  tx: Transaction,
  id: string,
  by: string | undefined,
  reason: string,
): Promise<void> {
  const draft = await lockDraft(tx, id)
  refuseUnless(draft, 'in-review')
  await endSubmission(tx, id)
  await changeDraft(tx, draft, {
    state: 'writing',
    sent_back_at: new Date(tx.now),
    sent_back_by: by ?? null,
    sent_back_reason: reason,
  })
}
