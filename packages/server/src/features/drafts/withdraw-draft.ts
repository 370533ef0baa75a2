import type { Transaction } from '../../db/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { endSubmission } from './submissions.ts'

/** Gives a draft up; it stays readable. Throws `not-found`, `draft-closed`. */
export async function withdrawDraft(tx: Transaction, id: string, by: string | undefined): Promise<void> {
  const draft = await lockDraft(tx, id)
  refuseUnless(draft, 'writing', 'in-review')
  await endSubmission(tx, id)
  await changeDraft(tx, draft, { state: 'withdrawn', changed_by: by ?? null })
}
