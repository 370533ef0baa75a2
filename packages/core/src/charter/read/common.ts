import { type Clause, STANCES } from '../clause.ts'
import { objectiveLink } from './links.ts'
import { optional } from './plain-field.ts'
import { plainChoice, plainLink, plainPosition, plainReview, plainTexts } from './plain-shapes.ts'
import { present } from './present.ts'

/** What every kind of clause may say of itself. */
export const COMMON = {
  because: optional('Why it is so.', plainTexts),
  owner: optional('The position that answers for it.', plainPosition),
  objective: optional('The objective that it serves.', plainLink('objectives', objectiveLink)),
  review: optional('When it is looked at again: 2027-06-30, or { every: 6 months, last: 2027-06-30 }.', plainReview),
  stance: optional(
    'How we mean to stand to our competitors by it: differentiator, parity or deliberate-gap.',
    plainChoice('stance', STANCES, 'stance'),
  ),
}

type Common = Pick<Clause, 'says' | 'because' | 'owner' | 'objective' | 'review' | 'stance'>

/** These fields of a clause, as far as they are written. */
export function commonOf(values: { readonly [K in keyof Common]?: Common[K] | undefined }): Common {
  const { says, because, owner, objective, review, stance } = values
  return present({ says, because, owner, objective, review, stance })
}
