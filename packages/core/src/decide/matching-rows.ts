/** Which rows of a table match a ticket beside the one that counts: SPEC C10. Asked for whys alone, never while judging. */
import { rowsHit } from '../charter/index.ts'
import { atomOf, type BoundTable, type TicketFacts } from './bind.ts'

/** The rows, from 0 and in their order, whose conditions all accept the ticket's facts, the clause's scope included. */
export function matchingRows(bound: BoundTable, facts: TicketFacts): readonly number[] {
  const { table } = bound
  return rowsHit(
    table,
    table.columns.map((_, column) => atomOf(bound, column, facts)),
  )
}

/** The rows, from 1, that match beside `row` (from 0), which counts. */
export function passedOver(bound: BoundTable, facts: TicketFacts, row: number): readonly number[] {
  return matchingRows(bound, facts).flatMap((other) => (other === row ? [] : [other + 1]))
}

/** `row 5`, `rows 3 and 5`, `rows 3, 5 and 6`: rows from 1, in English. */
export function sayRows(rows: readonly number[]): string {
  const last = rows.at(-1) ?? ''
  return rows.length < 2 ? `row ${last}` : `rows ${rows.slice(0, -1).join(', ')} and ${last}`
}

/** `row 5 matches too: row 2 counts, as the first that matches`. */
export function sayPassedOver(row: number, others: readonly number[]): string {
  return `${sayRows(others)} ${others.length === 1 ? 'matches' : 'match'} too: row ${row} counts, as the first that matches`
}
