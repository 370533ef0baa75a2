/** The three kinds of clauses with tables, and what their rows give. */
export const TABLE_KINDS = {
  promise: { section: 'promises', given: ['target'] },
  remedy: { section: 'remedies', given: ['allow', 'up to'] },
  authority: { section: 'authority', given: ['may', 'per ticket', 'per day', 'bend'] },
} as const

export type TableKind = keyof typeof TABLE_KINDS

/** What rows give, of the kinds whose rows are shown in a grid. */
export const GRID_GIVEN = {
  promise: TABLE_KINDS.promise.given,
  remedy: TABLE_KINDS.remedy.given,
  authority: TABLE_KINDS.authority.given,
  routing: ['to', 'skills'],
  agreement: ['target'],
} as const

export type GridKind = keyof typeof GRID_GIVEN

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
  kind: GridKind,
): readonly string[] {
  const given: ReadonlySet<string> = kind === 'routing' ? new Set(GRID_GIVEN.routing) : GIVEN
  const used = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !given.has(key))))
  return [...declared.filter((name) => used.has(name)), ...[...used].filter((name) => !declared.includes(name))]
}
