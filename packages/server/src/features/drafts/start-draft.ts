import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { announceDraft } from '../changes/index.ts'
import { sourceOfVersion, versionInForce } from '../charters/index.ts'
import { refuseUnfitText } from './text-of-draft.ts'

export interface NewDraft {
  /** Number of a version: publishing its text anew is rolling back. */
  readonly from?: number | undefined
  /** A text of one’s own. */
  readonly source?: string | undefined
  readonly note: string
}

/**
 * Starts a draft from the version in force, from another one, or from a text; answers its id. A draft may be as faulty as it
 * likes. Throws `bad-request`, `not-found`, and `no-charter` where there is nothing to begin from.
 */
export async function startDraft(
  tx: Transaction,
  by: string | undefined,
  { from, source, note }: NewDraft,
): Promise<string> {
  if (from !== undefined && source !== undefined) {
    const message = 'a draft begins from a version or from a text, not from both'
    throw new Refusal('bad-request', `In the request, ${message}.`, { at: [{ path: 'source', message }] })
  }
  const base = source === undefined ? (from ?? (await inForce(tx))) : null
  const text = source ?? (await sourceOfVersion(tx, base ?? 0))
  refuseUnfitText(text, 'source')
  const id = tx.newId()
  const now = new Date(tx.now)
  await tx.db
    .insertInto('charter_draft')
    .values({
      workspace_id: tx.workspace,
      id,
      source: text,
      note,
      base,
      created_at: now,
      created_by: by ?? null,
      changed_at: now,
      changed_by: by ?? null,
    })
    .execute()
  announceDraft(tx, id, 0)
  return id
}

async function inForce(tx: Transaction): Promise<number> {
  const version = (await versionInForce(tx, tx.now))?.version
  if (version == null)
    throw new Refusal('no-charter', 'No charter is in force to begin from. Give a text in `source`, a template say.')
  return version
}
