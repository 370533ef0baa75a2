import type { DraftEdit } from '@avow/contract'
import { areApart, movedOver, type Patch, patched, type Splice, splicesOf } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { editsAfter, presentEdits, seqOfEdit } from './edits-of-draft.ts'
import { fittingPatches } from './fitting-patches.ts'
import { refuseUnfitText, removedBy, undone } from './text-of-draft.ts'

export interface NewEdit {
  /** The seq of the text that the splices were made on. */
  readonly base: number
  readonly splices: readonly Splice[]
  /** Id given by the writer. */
  readonly edit: string
}

/**
 * Changes a draft's text: made on the text as of `base`, and joined with what others changed since. Where both changed one
 * place: `draft-moved`, and nothing is changed. Said again under the same id, nothing happens. Answers the edit's seq and
 * all edits after `base` up to it.
 */
export async function editDraft(
  tx: Transaction,
  id: string,
  by: string | undefined,
  { base, splices, edit }: NewEdit,
): Promise<{ readonly seq: number; readonly edits: DraftEdit[] }> {
  const draft = await lockDraft(tx, id)
  const before = await seqOfEdit(tx, id, edit)
  if (before !== undefined)
    return { seq: before, edits: await presentEdits(tx, await editsAfter(tx, id, base, before)) }
  refuseUnless(draft, 'writing')
  if (base > draft.seq) throw unfit('base', `is ${base}, and the draft has come to ${draft.seq}`)

  const since = await editsAfter(tx, id, base)
  const began = undone(draft.source, since)
  const patches = fitting(began, splices)
  const theirs = fittingPatches(
    began,
    since.flatMap((each) => each.splices),
  )
  if (!areApart(began, patches, theirs))
    throw new Refusal(
      'draft-moved',
      'Somebody changed the same place since. Nothing of yours was written: read the newer text, and make your change there.',
      { seq: draft.seq },
    )
  const moved = movedOver(patches, theirs, 'others first')
  const made = splicesOf(moved)
  const source = patched(draft.source, moved)
  refuseUnfitText(source, 'splices')
  const seq = draft.seq + 1
  await tx.db
    .insertInto('draft_edit')
    .values({
      workspace_id: tx.workspace,
      draft_id: id,
      seq,
      edit_id: edit,
      splices: JSON.stringify(made),
      removed: JSON.stringify(removedBy(draft.source, made)),
      by: by ?? null,
      at: new Date(tx.now),
    })
    .execute()
  await changeDraft(tx, draft, { seq, source, changed_by: by ?? null })
  return { seq, edits: await presentEdits(tx, await editsAfter(tx, id, base, seq)) }
}

function fitting(text: string, splices: readonly Splice[]): readonly Patch[] {
  try {
    return fittingPatches(text, splices)
  } catch (error) {
    if (error instanceof RangeError) throw unfit('splices', error.message)
    throw error
  }
}

function unfit(path: string, message: string): Refusal {
  return new Refusal('bad-request', `This edit does not fit the draft: ${path} ${message}.`, {
    at: [{ path, message }],
  })
}
