import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { clauseDifferences, readPublished, versionBefore, versionNumbered, versionsOf } from '../charters/index.ts'
import { readDraftRow, refuseUnless } from './draft-at-hand.ts'
import { keptForm, lastSubmissions } from './submissions.ts'

/** The version that one in force from an instant (UTC ms) on takes the place of; undefined where it is the first. */
export async function takenPlaceOf(tx: Transaction, effective: number): Promise<CompiledCharter | undefined> {
  const next = { version: Number.POSITIVE_INFINITY, hash: '', effective, ends: Number.POSITIVE_INFINITY }
  const before = versionBefore(await versionsOf(tx), next)
  return before && versionNumbered(tx, before.version)
}

export interface SubmissionCompared {
  /** Null: it is the first. */
  readonly from: number | null
  readonly items: ClauseDifferenceJson[]
}

/** What is in review says differently from the version whose place it takes. Throws `not-found`, `draft-closed`. */
export async function compareSubmission(tx: Transaction, draft: string): Promise<SubmissionCompared> {
  refuseUnless(await readDraftRow(tx, draft), 'in-review')
  const submission = (await lastSubmissions(tx, [draft])).get(draft)
  if (submission === undefined) throw new Error(`the draft ${draft} is in review, and nothing was submitted`)
  const { canonical } = await keptForm(tx, submission)
  const at = submission.effective?.getTime() ?? tx.now
  const before = await takenPlaceOf(tx, at)
  const fresh = readPublished(canonical, 0, submission.hash)
  const items = clauseDifferences(before, fresh, Math.max(at, submission.at.getTime()), { withWitnesses: true })
  return { from: before?.version ?? null, items: [...items] }
}
