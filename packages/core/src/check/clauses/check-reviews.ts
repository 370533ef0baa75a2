/** Clauses that were to be looked at again, and were not. */
import { formatDate, localDay } from '../../calendar/index.ts'
import { type CharterDocument, clausesOf, type Finding } from '../../charter/index.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'

/** A clause whose `review` lies before the date of asking, in the charter's zone (SPEC CH9). */
export function checkReviews(document: CharterDocument, { at, zone }: Moment): Finding[] {
  const today = localDay(zone, at)
  return clausesOf(document).flatMap(({ id, place, review }) =>
    review === undefined || review >= today
      ? []
      : [found('review-passed', place, { clause: id, date: formatDate(review) })],
  )
}
