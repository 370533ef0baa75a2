import type { Clause } from '../clause.ts'
import { date } from './calendar-dates.ts'
import { field } from './fields.ts'
import { objectiveLink, positionLink } from './links.ts'
import { present } from './present.ts'
import { texts } from './texts.ts'

/** What every kind of clause may say of itself. */
export const COMMON = {
  because: field('Why it is so.', texts()),
  owner: field('The position that answers for it.', positionLink),
  objective: field('The objective that it serves.', objectiveLink),
  review: field('The date on which it is looked at again: 2027-06-30.', date),
}

type Common = Pick<Clause, 'says' | 'because' | 'owner' | 'objective' | 'review'>

/** These fields of a clause, as far as they are written. */
export function commonOf(values: { readonly [K in keyof Common]?: Common[K] | undefined }): Common {
  const { says, because, owner, objective, review } = values
  return present({ says, because, owner, objective, review })
}
