import { clauseLink } from '../read/links.ts'
import { needed, optional } from '../read/plain-field.ts'
import { type ClauseOf, plainKind } from '../read/plain-kind.ts'
import { plainLinks, plainTexts } from '../read/plain-shapes.ts'

/** What the company holds dear. It may be vague, since its figures stand beside it. */
export const values = plainKind({
  kind: 'value',
  says: 'What the company holds dear.',
  letter: 'V',
  hasAudience: true,
  isTold: false,
  serves: false,
  fields: {
    says: needed('What the company holds dear, in a sentence.', plainTexts),
    'shown by': optional('The clauses by which it shows: [P1].', plainLinks(clauseLink), { isPublic: true }),
  },
})

export type ValueClause = ClauseOf<typeof values>
