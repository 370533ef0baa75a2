import type { ToneClause } from '../stated-clauses.ts'
import { clauseId, clauses } from './clause.ts'
import { COMMON, commonOf } from './common.ts'
import { field, fields, required } from './fields.ts'
import { language } from './language.ts'
import { present } from './present.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, name, oneOrMore, text } from './words.ts'

const toneFields = fields('a tone', {
  id: required('The stable id of the clause, such as T1.', clauseId),
  language: required('The language that it is about: it.', language),
  says: field('What the clause says to staff.', texts()),
  address: field('The form of address: Lei, Pan/Pani.', text('a form of address')),
  never: field('Words that are never written.', distinct(oneOrMore('words', text('words never used')))),
  instead: field('What to write in their place.', text('what to write instead')),
  needs: field('Parts that each answer has: [greeting, next-step].', distinct(oneOrMore('parts', name('a part')))),
  ...COMMON,
})

/** How the company speaks in each language. */
export const tone: Shape<readonly ToneClause[]> = clauses(
  'tones',
  refine(toneFields, (read): ToneClause | undefined => {
    const { id, language, address, never = [], instead, needs = [] } = read.values
    if (id === undefined || language === undefined) return undefined
    const said = present({ address, instead })
    return { kind: 'tone', id, place: read.place, ...commonOf(read.values), language, ...said, never, needs }
  }),
)
