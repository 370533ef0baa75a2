import type { CharterDirectionJson } from '@avow/contract'
import type { CharterDirection, CharterDocument } from '@avow/core'
import type { PromiseFigures } from '../figures/index.ts'

type Row = CharterDirectionJson['total']

const NOTHING: Row = { clauses: 0, settled: 0, kept: 0 }

/** Clauses and commitments by the value that they serve; each is in one row, so the rows sum to the total. */
export function countPillars(
  { values }: CharterDocument,
  { pillars }: CharterDirection,
  figures: PromiseFigures,
): Pick<CharterDirectionJson, 'pillars' | 'total'> {
  const clauses = [...pillars].map(([clause, value]) => ({ value: value ?? null, row: rowOf(figures.get(clause)) }))
  const sum = (of: typeof clauses): Row =>
    of.reduce<Row>(
      (all, { row }) => ({
        clauses: all.clauses + row.clauses,
        settled: all.settled + row.settled,
        kept: all.kept + row.kept,
      }),
      NOTHING,
    )
  const names = [...values.map(({ id }) => id), null]
  return {
    pillars: names.map((value) => ({ value, ...sum(clauses.filter((clause) => clause.value === value)) })),
    total: sum(clauses),
  }
}

function rowOf(known: ReturnType<PromiseFigures['get']>): Row {
  const group = known?.figure.group
  return { clauses: 1, settled: group?.judged ?? 0, kept: group?.kept ?? 0 }
}
