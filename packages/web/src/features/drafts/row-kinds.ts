/** The three kinds of clauses with tables, and what their rows give. */
export const TABLE_KINDS = {
  promise: { section: 'promises', given: ['target'] },
  remedy: { section: 'remedies', given: ['allow', 'up to'] },
  authority: { section: 'authority', given: ['may', 'per ticket', 'per day', 'bend'] },
} as const

export type TableKind = keyof typeof TABLE_KINDS

/** Fields of a row that are no conditions, of whatever kind. */
export const GIVEN: ReadonlySet<string> = new Set([
  'target',
  'allow',
  'up to',
  'may',
  'per ticket',
  'per day',
  'bend',
  'audience',
])

/** The facts that some row of a table speaks of, in the order in which they are declared; what is not declared comes last. */
export function factsInRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  declared: readonly string[],
): readonly string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !GIVEN.has(key))))
  return [...declared.filter((name) => used.has(name)), ...[...used].filter((name) => !declared.includes(name))]
}
