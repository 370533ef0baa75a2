import { needed, optional } from '../read/plain-field.ts'
import { type ClauseOf, plainKind } from '../read/plain-kind.ts'
import { plainScope, plainTexts } from '../read/plain-shapes.ts'

/** What the company cannot do. */
export const exclusions = plainKind({
  kind: 'exclusion',
  says: 'What the company cannot do.',
  letter: 'X',
  hasAudience: true,
  isTold: true,
  serves: false,
  gives: 'less',
  fields: {
    says: needed('What the company cannot do, in a sentence.', plainTexts),
    instead: optional('What a customer may do in its place.', plainTexts),
    when: optional('The cases that it is about.', plainScope('exclusion'), { isPublic: true }),
  },
})

export type ExclusionClause = ClauseOf<typeof exclusions>
