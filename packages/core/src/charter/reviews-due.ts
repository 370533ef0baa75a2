import { addSpan, type Day } from '../calendar/index.ts'
import { clausesOf } from './clause-texts.ts'
import type { CharterDocument } from './document.ts'

/** Something of a charter that is to be looked at again. */
export interface ReviewDue {
  /** The id of the clause; undefined for the charter as a whole. */
  readonly clause: string | undefined
  /** The position that answers for it; the charter's own where the clause names none. */
  readonly owner: string | undefined
  readonly due: Day
  /** That date has passed. */
  readonly isOverdue: boolean
}

export interface ReviewsAsked {
  /** The date in the charter's zone. */
  readonly today: Day
  /** Since when the version is in force: from then on the review of the whole is counted. */
  readonly since: Day
  /** How many days ahead are told. */
  readonly ahead: number
}

/** What of a charter is to be looked at again by so many days from today, the longest due first. */
export function reviewsDue(document: CharterDocument, { today, since, ahead }: ReviewsAsked): readonly ReviewDue[] {
  const { reviewEvery, people } = document
  const whole =
    reviewEvery === undefined ? [] : [{ clause: undefined, owner: people?.owner, due: addSpan(since, reviewEvery) }]
  const clauses = clausesOf(document).flatMap(({ id, owner = people?.owner, review }) =>
    review === undefined ? [] : [{ clause: id, owner, due: review }],
  )
  return [...whole, ...clauses]
    .filter(({ due }) => due <= today + ahead)
    .map((one) => ({ ...one, isOverdue: one.due < today }))
    .toSorted((a, b) => a.due - b.due)
}
