import type { DraftRow, Submission } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import {
  allNamed,
  authorsOfTicks,
  keptWarnings,
  type PeopleNamed,
  peopleNamed,
  personNamed,
  positionsOf,
  warningShown,
} from '../charters/index.ts'
import type { AboutDraft } from './draft-at-hand.ts'
import { authorsOf, lastSubmissions, type StoredSubmission } from './submissions.ts'
import { whyNot } from './why-not.ts'

/** Who looks at drafts. */
export interface DraftReader {
  /** Undefined for an API key that nobody is behind. */
  readonly person: string | undefined
  /** Has the permission to approve, and is a person who signed in. */
  readonly mayApprove: boolean
}

/** Drafts as they are shown to somebody; in few statements however many they are. */
export async function presentDrafts(
  tx: Transaction,
  drafts: readonly AboutDraft[],
  { person, mayApprove }: DraftReader,
): Promise<DraftRow[]> {
  const authors = await authorsOf(tx, drafts)
  const submissions = await lastSubmissions(
    tx,
    drafts.map(({ id }) => id),
  )
  const people = await peopleNamed(tx, [
    ...drafts.flatMap(({ created_by, changed_by, sent_back_by }) => [created_by, changed_by, sent_back_by]),
    ...[...authors.values()].flatMap((each) => [...each]),
    ...[...submissions.values()].flatMap(({ by, approvals, warnings }) => [
      by,
      ...approvals.map(({ person_id }) => person_id),
      ...authorsOfTicks(keptWarnings(warnings)),
    ]),
  ])
  const positions = person === undefined ? new Set<string>() : await positionsOf(tx, person)
  return drafts.map((draft) => {
    const wrote = authors.get(draft.id) ?? new Set<string>()
    const submitted = submissions.get(draft.id)
    const isShown = draft.state === 'in-review' || draft.state === 'published'
    return {
      id: draft.id,
      seq: draft.seq,
      state: draft.state,
      note: draft.note,
      base: draft.base,
      created_at: formatInstant(draft.created_at.getTime()),
      created_by: personNamed(people, draft.created_by),
      changed_at: formatInstant(draft.changed_at.getTime()),
      changed_by: personNamed(people, draft.changed_by),
      authors: allNamed(people, [...wrote]),
      submission:
        submitted === undefined || !isShown
          ? null
          : submissionShown(submitted, people, draft.state === 'in-review', {
              person,
              authors: wrote,
              positions,
              mayApprove,
            }),
      sent_back: sentBack(draft, people),
      version: draft.version,
    }
  })
}

function submissionShown(
  submission: StoredSubmission,
  people: PeopleNamed,
  isOpen: boolean,
  asker: Parameters<typeof whyNot>[1],
): Submission {
  const { hash, effective, zone, by, at, need, asked, gives_less, warnings, approvers, approvals } = submission
  const reason = isOpen ? whyNot(submission, asker) : null
  return {
    hash,
    effective: effective === null ? null : formatInstant(effective.getTime()),
    zone,
    by: personNamed(people, by),
    at: formatInstant(at.getTime()),
    need,
    asked: Math.max(asked, need),
    gives_less,
    approvers: [...approvers],
    approvals: approvals.flatMap(({ person_id, at: approvedAt }) => {
      const person = people.get(person_id)
      return person === undefined ? [] : [{ person, at: formatInstant(approvedAt.getTime()) }]
    }),
    warnings: keptWarnings(warnings).map((warning) => warningShown(warning, people)),
    may_approve: isOpen && reason === null,
    why_not: reason,
  }
}

function sentBack(draft: AboutDraft, people: PeopleNamed): DraftRow['sent_back'] {
  const { sent_back_at: at, sent_back_by: by, sent_back_reason: reason } = draft
  return at === null ? null : { reason: reason ?? '', by: personNamed(people, by), at: formatInstant(at.getTime()) }
}
