import { clauseLink, measuringLink } from '../read/links.ts'
import { needed, optional } from '../read/plain-field.ts'
import { type ClauseOf, plainKind } from '../read/plain-kind.ts'
import { plainChoice, plainLinks, plainPosition, plainTexts } from '../read/plain-shapes.ts'

/** The questions that a definition of excellent service answers, in the order in which they are asked. */
export const DEFINITION_PROMPTS = ['how-fast', 'tone', 'viewpoints', 'not-supported', 'responsible', 'ethics'] as const

export type DefinitionPrompt = (typeof DEFINITION_PROMPTS)[number]

/** What excellent service is: answers to the six questions, and further lines. It may be vague, since what proves it stands beside it. */
export const definition = plainKind({
  kind: 'definition',
  says: 'What excellent service is: six questions answered, and further lines.',
  letter: 'Q',
  hasAudience: true,
  isTold: false,
  serves: false,
  fields: {
    answers: optional(
      'The question that it answers; none of a further line.',
      plainChoice('question', DEFINITION_PROMPTS, 'definition'),
      { isPublic: true },
    ),
    says: needed('What excellent service is there, in a sentence.', plainTexts),
    position: optional('The position that is accountable for the service.', plainPosition),
    'shown by': optional('The clauses that prove it: [P1, X1].', plainLinks(clauseLink), { isPublic: true }),
    'measured by': optional('The promises and objectives that measure it: [O1].', plainLinks(measuringLink)),
  },
})

export type DefinitionLine = ClauseOf<typeof definition>
