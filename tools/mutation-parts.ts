/** A part of core that is mutated together, and the tests that are to notice. Patterns from the repository's root. */
export interface MutationPart {
  readonly mutate: readonly string[]
  /** Of these, what belongs to another part. */
  readonly leave?: readonly string[]
  readonly tests: readonly string[]
}

const CORE = 'packages/core'
const DIFFERENCES = `${CORE}/src/check/{diff*,compare-*,table-differences,plain-part}.ts`

/** By the name that `npm run test:mutation` takes. The tests are those of the part itself, not of all that stands on it. */
export const MUTATION_PARTS: ReadonlyMap<string, MutationPart> = new Map([
  ['calendar', { mutate: [`${CORE}/src/calendar/*.ts`], tests: [`${CORE}/src/calendar/*.test.ts`] }],
  [
    'tables',
    {
      mutate: [
        `${CORE}/src/charter/{table,atoms,compile}.ts`,
        `${CORE}/src/charter/condition/*.ts`,
        `${CORE}/src/charter/read/{table,cell,condition,column-order}.ts`,
      ],
      tests: [`${CORE}/src/charter/{table,atoms,quantity}.test.ts`, `${CORE}/src/charter/{condition,read}/*.test.ts`],
    },
  ],
  ['check', { mutate: [`${CORE}/src/check/*.ts`], leave: [DIFFERENCES], tests: [`${CORE}/src/check/*.test.ts`] }],
  ['differences', { mutate: [DIFFERENCES], tests: [`${CORE}/src/check/*.test.ts`] }],
])

/** The part that the running Stryker is at work on, by the variable that `run-mutation.ts` sets. */
export function partAtWork(): MutationPart & { readonly name: string } {
  const name = process.env['AVOW_MUTATION_PART'] ?? ''
  const part = MUTATION_PARTS.get(name)
  if (part === undefined) throw new Error('AVOW_MUTATION_PART names no part; start with npm run test:mutation')
  return { name, ...part }
}
