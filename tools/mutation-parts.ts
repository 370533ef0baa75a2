/** A part of core that is mutated together, and the tests that are to notice. Patterns from the repository's root. */
export interface MutationPart {
  readonly mutate: readonly string[]
  readonly tests: readonly string[]
  /** How much of the time of all tests one mutant gets beside the tests of its own file, where that is not as usual. */
  readonly timeShare?: number
}

const CORE = 'packages/core'
const CHECK = `${CORE}/src/check`

/** A folder of check with the tests in it, and some more. */
function checkPart(folder: string, more: readonly string[] = []): readonly [string, MutationPart] {
  const tests = [`${CHECK}/${folder}/*.test.ts`, ...more.map((name) => `${CHECK}/${name}.test.ts`)]
  return [`check-${folder}`, { mutate: [`${CHECK}/${folder}/*.ts`], tests }]
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
  // What is said of a mistake.
  checkPart('words', ['tables/gaps', 'tables/case-conditions', 'examples/examples']),
  // Checks of clauses and calendars that need no table walked.
  checkPart('clauses'),
  // What authority, ranks and the law allow at most or at least.
  checkPart('limits'),
  // Tables walked case by case.
  checkPart('tables'),
  // The walk itself, against its own tests alone: whatever walks a table goes through it so often that the tests above take
  // thirty times as long with mutants in it.
  checkPart('diagram'),
  // Examples, and the check as a whole.
  [
    'check-examples',
    {
      mutate: [`${CHECK}/{check,health-check,examples/*,ladder/*}.ts`],
      tests: [`${CHECK}/{check,health-check,examples/*,ladder/*}.test.ts`],
    },
  ],
  [
    'differences',
    {
      mutate: [`${CHECK}/differences/*.ts`],
      tests: [`${CHECK}/differences/*.test.ts`],
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
