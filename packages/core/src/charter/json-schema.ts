import { CELL_SCHEMA } from './read/cell.ts'
import { CHARTER_SCHEMA } from './read/charter.ts'
import { DURATION_SCHEMA } from './read/duration.ts'
import { HOURS_SCHEMA } from './read/hours.ts'
import { MONEY_SCHEMA } from './read/money.ts'
import { TEXTS_SCHEMA } from './read/texts.ts'

/**
 * JSON Schema (draft 2020-12) of a charter, for completion and checking in editors. It is put together from the same
 * shapes that read a charter; what depends on other parts of the document (names of facts, calendars, clauses) is left to
 * the reader.
 */
export function charterJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Avow charter',
    description: 'A company’s customer service policy as one document, in YAML or JSON.',
    ...CHARTER_SCHEMA,
    $defs: {
      cell: CELL_SCHEMA,
      duration: DURATION_SCHEMA,
      hours: HOURS_SCHEMA,
      money: MONEY_SCHEMA,
      texts: TEXTS_SCHEMA,
    },
  }
}
