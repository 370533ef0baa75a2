import type { DraftEdit } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { peopleNamed, personNamed } from '../charters/index.ts'

const COLUMNS = ['seq', 'splices', 'removed', 'by', 'at'] as const

export type StoredEdit = Awaited<ReturnType<typeof editsAfter>>[number]

/** The edits of a draft after a seq, in order; up to another one where it is given. */
export function editsAfter({ db, workspace }: Transaction, draft: string, after: number, upTo?: number) {
  return db
    .selectFrom('draft_edit')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .where('seq', '>', after)
    .$if(upTo !== undefined, (query) => query.where('seq', '<=', upTo ?? 0))
    .orderBy('seq')
    .execute()
}

/** The seq of an edit that was made before under the id that its writer gave it. */
export async function seqOfEdit({ db, workspace }: Transaction, draft: string, edit: string) {
  const found = await db
    .selectFrom('draft_edit')
    .select('seq')
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .where('edit_id', '=', edit)
    .executeTakeFirst()
  return found?.seq
}

/** Edits as they are told. */
export async function presentEdits(tx: Transaction, edits: readonly StoredEdit[]): Promise<DraftEdit[]> {
  const people = await peopleNamed(
    tx,
    edits.map(({ by }) => by),
  )
  return edits.map(({ seq, splices, by, at }) => ({
    seq,
    splices: splices.map(({ at: place, remove, insert }) => ({ at: place, remove, insert })),
    by: personNamed(people, by),
    at: formatInstant(at.getTime()),
  }))
}
