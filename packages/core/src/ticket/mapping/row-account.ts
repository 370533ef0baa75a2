/** What became of every row of a table: used, or skipped for one counted reason. The sum is the number of rows. */

/** Why a row was skipped: the first that applies. */
export const SKIP_REASONS = {
  'wrong number of fields': 'the row has more or fewer cells than the header',
  'no ticket': 'the cell that names the ticket is empty or unknown',
  'unreadable time': 'the cell with the instant is not of the mapping’s format',
  duplicate: 'equal to an earlier row of its ticket',
  'skipped by name': 'the mapping’s skip names it',
  'unknown value': 'nothing of the row could be used, and a cell held a value that the mapping does not list',
  'nothing changed': 'nothing that the mapping names changed',
} as const

/** What is counted beside the rows, and may concern rows that were used. */
export const ROW_NOTES = {
  'unknown value':
    'a cell held a value that the mapping does not list; it counts as not known, a state stays as it was',
  'before creation, moved': 'the row is earlier than its ticket’s creation, and counts at the creation',
  'creation unknown': 'the cell with the creation could not be read; the ticket’s first row counts as its creation',
  'unreadable order': 'the cell that orders rows of one instant is not a whole number',
  'column not named': 'the table has a column that the mapping neither uses nor lists as unused',
} as const

export type SkipReason = keyof typeof SKIP_REASONS
export type RowNote = keyof typeof ROW_NOTES

/** A count with the first case of it, for a person who wants to look. */
export interface RowCount {
  count: number
  readonly first: string
}

export interface RowAccount {
  readonly rows: number
  readonly used: number
  readonly skipped: ReadonlyMap<SkipReason, RowCount>
  readonly notes: ReadonlyMap<RowNote, RowCount>
  /** Events made, by type. */
  readonly events: ReadonlyMap<string, number>
  readonly tickets: number
}

/** A row that was taken, with the cells that the mapping uses. */
export interface TakenRow {
  /** Number of the row over all tables, from 1. */
  readonly number: number
  /** Where it stands, for a person: `file.csv:17`. */
  readonly place: string
  readonly at: number
  readonly seq: number | undefined
  /** The cells of the columns that the mapping uses, by their place among them. */
  readonly cells: readonly string[]
}

/** Counts that grow while rows are read. */
export interface RowCounts {
  readonly skipped: Map<SkipReason, RowCount>
  readonly notes: Map<RowNote, RowCount>
  readonly events: Map<string, number>
  used: number
}

/** Adds one to a count. */
export function tally<K>(counts: Map<K, RowCount>, key: K, first: () => string): void {
  const known = counts.get(key)
  if (known === undefined) counts.set(key, { count: 1, first: first() })
  else known.count++
}
