import { needed, optional } from '../read/plain-field.ts'
import { type ClauseOf, plainKind } from '../read/plain-kind.ts'
import { plainLanguage, plainText, plainTexts, plainWords } from '../read/plain-shapes.ts'
import { name, text } from '../read/words.ts'

/** How the company speaks in one language. */
export const tone = plainKind({
  kind: 'tone',
  says: 'How the company speaks in each language.',
  letter: 'T',
  hasAudience: false,
  isTold: false,
  serves: false,
  fields: {
    language: needed('The language that it is about: it.', plainLanguage),
    says: optional('What the clause says to staff.', plainTexts),
    address: optional('The form of address: Lei, Pan/Pani.', plainText('a form of address')),
    never: optional('Words that are never written.', plainWords('words', text('words never used'))),
    instead: optional('What to write in their place.', plainText('what to write instead')),
    needs: optional('Parts that each answer has: [greeting, next-step].', plainWords('parts', name('a part'))),
  },
})

export type ToneClause = ClauseOf<typeof tone>
