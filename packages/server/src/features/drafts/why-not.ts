import type { Submission } from '@avow/contract'
import type { StoredSubmission } from './submissions.ts'

export interface Asker {
  /** Undefined for an API key that nobody is behind. */
  readonly person: string | undefined
  readonly positions: ReadonlySet<string>
  readonly authors: ReadonlySet<string>
  /** Has the permission, and is a person who signed in. */
  readonly mayApprove: boolean
}

/** Why somebody may not approve a submission; null: they may. */
export function whyNot(
  { approvers, approvals }: Pick<StoredSubmission, 'approvers' | 'approvals'>,
  { person, positions, authors, mayApprove }: Asker,
): Submission['why_not'] {
  if (person === undefined || !mayApprove) return 'no-permission'
  if (authors.has(person)) return 'own-change'
  if (approvals.some(({ person_id }) => person_id === person)) return 'has-approved'
  return approvers.length === 0 || approvers.some((position) => positions.has(position)) ? null : 'no-position'
}
