/** A part of core that is mutated together, and the tests that are to notice. Patterns from the repository's root. */
export interface MutationPart {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** How much of the time of all tests one mutant gets beside the tests of its own file, where that is not as usual. */
  readonly timeShare?: number
}

const CORE = 'packages/core'
const DIFFERENCES = `${CORE}/src/check/{diff*,compare-*,customers,dates-order,marked-parts,table-differences,plain-part}.ts`

/** What is said of a mistake. */
const CHECK_WORDS = [
  ...['finding-sentences', 'case-words', 'scale-words', 'target-words', 'check-words', 'vague-words', 'finding-name'],
  ...['found', 'local-text', 'clock-words'],
]
/** Checks of clauses and calendars that need no table walked. */
const CHECK_CLAUSES = [
  ...[
    'agreement',
    'beneath',
    'calendars',
    'circles',
    'clocks',
    'closures',
    'definition',
    'examples',
    'holders',
    'procedures',
  ],
  ...['purpose', 'reviews', 'step-calendars', 'steps', 'targets', 'texts', 'unused'],
]
  .map((name) => `check-${name}`)
  .concat('closed-dates', 'health-check', 'kind-traits', 'worst-start')
/** Tables walked case by case. */
const CHECK_TABLES = [
  ...['check-tables', 'cases', 'cases-where', 'case-conditions', 'joint-cases', 'gaps'],
  ...['overlaps', 'reach', 'table-subjects', 'outcome-classes', 'witness'],
]
/**
 * The walk itself, against its own tests alone: whatever walks a table goes through it so often that the tests above take
 * thirty times as long with mutants in it.
 */
const CHECK_DIAGRAM = ['diagram', 'diagram-paths', 'integer-keys']
/** Examples, and the check as a whole. */
const CHECK_EXAMPLES = ['check', 'examples', 'example-failures', 'example-instant', 'example-ticket', 'offer-examples']

/** Files of check by their names, with the tests beside them and some more. */
function checkPart(name: string, files: readonly string[], more: readonly string[]): readonly [string, MutationPart] {
  const tests = `${CORE}/src/check/{${[...files, ...more].join()}}.test.ts`
  return [name, { mutate: files.map((file) => `${CORE}/src/check/${file}.ts`), tests: [tests] }]
}

/** By the name that `npm run test:mutation` takes. The tests are those of the part itself, not of all that stands on it. */
export const MUTATION_PARTS: ReadonlyMap<string, MutationPart> = new Map([
  ['calendar', { mutate: [`${CORE}/src/calendar/*.ts`], tests: [`${CORE}/src/calendar/*.test.ts`] }],
  [
    'tables',
    {
      mutate: [`${CORE}/src/charter/{table,atoms,compile}.ts`, `${CORE}/src/charter/condition/*.ts`],
      tests: [`${CORE}/src/charter/{table,atoms,compile,quantity}.test.ts`, `${CORE}/src/charter/condition/*.test.ts`],
    },
  ],
  [
    'tables-read',
    {
      mutate: [`${CORE}/src/charter/read/{table,cell,condition,column-order}.ts`],
      tests: [`${CORE}/src/charter/read/*.test.ts`],
    },
  ],
  checkPart('check-words', CHECK_WORDS, ['gaps', 'case-conditions', 'examples']),
  checkPart('check-clauses', CHECK_CLAUSES, []),
  checkPart('check-limits', ['check-authority', 'authority-limits', 'check-ranks', 'check-law', 'law-limits'], []),
  checkPart('check-tables', CHECK_TABLES, []),
  checkPart('check-diagram', CHECK_DIAGRAM, []),
  checkPart('check-examples', CHECK_EXAMPLES, ['check-examples']),
  [
    'differences',
    {
      mutate: [DIFFERENCES],
      tests: [`${CORE}/src/check/{diff*,compare-*,table-differences,customers,dates-order,plain-part}.test.ts`],
      // What is said of a clause is held by comparing whole charters, which takes its time.
      timeShare: 0.2,
    },
  ],
])

/** The part that the running Stryker is at work on, by the variable that `run-mutation.ts` sets. */
export function partAtWork(): MutationPart & { readonly name: string } {
  const name = process.env['AVOW_MUTATION_PART'] ?? ''
  const part = MUTATION_PARTS.get(name)
  if (part === undefined) throw new Error('AVOW_MUTATION_PART names no part; start with npm run test:mutation')
  return { name, ...part }
}
