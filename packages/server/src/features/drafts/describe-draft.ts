import type { Transaction } from '../../db/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'

/** Says why a draft is written: the list of versions shows it once it is published. Throws `not-found`, `draft-closed`. */
export async function describeDraft(tx: Transaction, id: string, note: string): Promise<void> {
  const draft = await lockDraft(tx, id)
  refuseUnless(draft, 'writing', 'in-review')
  await changeDraft(tx, draft, { note })
}
