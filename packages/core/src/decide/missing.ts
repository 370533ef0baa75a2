/** Which unknown facts could change the outcome of a table: SPEC C8. */
import { acceptedOf, NO_ROW, SEVERAL_ROWS } from '../charter/index.ts'
import { atomOf, type BoundTable, rowOf, type TicketFacts } from './bind.ts'

/**
 * Adds the unknown facts whose value could change which outcome `bound` gives. `outcome` names the outcome of a row, so
 * that rows with the same outcome are no change; -1 stands for no row.
 */
export function addMissing(
  bound: BoundTable,
  facts: TicketFacts,
  outcome: (row: number) => string,
  missing: Set<string>,
): void {
  const { table } = bound
  const atoms = table.columns.map((_, index) => atomOf(bound, index, facts))
  const unknown = table.columns.flatMap(({ space }, index) => (atoms[index] === space.unknown ? [index] : []))
  if (unknown.length === 0) return
  const hit = rowOf(bound, facts)
  if (hit === SEVERAL_ROWS) return
  const known = outcome(hit)
  const losing = hit === NO_ROW ? [] : unknown.filter((column) => !acceptsEveryKnown(bound, column, hit))
  for (let row = 0; row < table.rows; row++) {
    if (row === hit || outcome(row) === known || !couldMatch(bound, atoms, row)) continue
    const before = hit === NO_ROW || row < hit || table.hit === 'unique'
    const columns = before ? unknown.filter((column) => !acceptedOf(table, column, atoms[column] ?? 0, row)) : losing
    for (const column of columns) missing.add(table.columns[column]?.space.fact.name ?? '')
  }
  if (outcome(NO_ROW) !== known) {
    const rest = losing.filter((column) => nothingElse(bound, atoms, column, hit))
    for (const column of rest) missing.add(table.columns[column]?.space.fact.name ?? '')
  }
}

/** Could the row match, were the unknown facts known? */
function couldMatch({ table }: BoundTable, atoms: readonly number[], row: number): boolean {
  return table.columns.every(({ space }, column) => {
    const atom = atoms[column] ?? 0
    if (atom !== space.unknown) return acceptedOf(table, column, atom, row)
    for (let other = 0; other < space.unknown; other++) if (acceptedOf(table, column, other, row)) return true
    return acceptedOf(table, column, atom, row)
  })
}

function acceptsEveryKnown({ table }: BoundTable, column: number, row: number): boolean {
  const unknown = table.columns[column]?.space.unknown ?? 0
  for (let atom = 0; atom < unknown; atom++) if (!acceptedOf(table, column, atom, row)) return false
  return true
}

/** Is there a value of this one fact for which no row matches at all? */
function nothingElse({ table }: BoundTable, atoms: readonly number[], column: number, hit: number): boolean {
  const unknown = table.columns[column]?.space.unknown ?? 0
  for (let atom = 0; atom < unknown; atom++) {
    if (acceptedOf(table, column, atom, hit)) continue
    let any = false
    for (let row = 0; row < table.rows && !any; row++) {
      any = table.columns.every((_, other) =>
        acceptedOf(table, other, other === column ? atom : (atoms[other] ?? 0), row),
      )
    }
    if (!any) return true
  }
  return false
}
