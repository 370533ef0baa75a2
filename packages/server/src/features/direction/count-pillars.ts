import type { CharterDirectionJson } from '@avow/contract'
import type { CharterDirection, CharterDocument } from '@avow/core'
import type { PromiseFigures } from '../figures/index.ts'
import type { ShownOfValue } from '../scorecards/index.ts'

type Row = CharterDirectionJson['total']

const NOTHING: Row = { clauses: 0, settled: 0, kept: 0, scored: 0, shown: 0 }

/** Clauses and commitments by the value that they serve; each is in one row, so the rows sum to the total. */
export function countPillars(
  { values }: CharterDocument,
  { pillars }: CharterDirection,
  figures: PromiseFigures,
  said: ReadonlyMap<string, ShownOfValue>,
): Pick<CharterDirectionJson, 'pillars' | 'total'> {
  const parts = [
    ...[...pillars].map(([clause, value]) => ({ value: value ?? null, row: rowOf(figures.get(clause)) })),
    ...values.map(({ id }) => ({ value: id, row: scoredOf(said.get(id)) })),
  ]
  const sum = (of: typeof parts): Row =>
    of.reduce<Row>(
      (all, { row }) => ({
        clauses: all.clauses + row.clauses,
        settled: all.settled + row.settled,
        kept: all.kept + row.kept,
        scored: all.scored + row.scored,
        shown: all.shown + row.shown,
      }),
      NOTHING,
    )
  const names = [...values.map(({ id }) => id), null]
  return {
    pillars: names.map((value) => ({ value, ...sum(parts.filter((part) => part.value === value)) })),
    total: sum(parts),
  }
}

function rowOf(known: ReturnType<PromiseFigures['get']>): Row {
  const group = known?.figure.group
  return { ...NOTHING, clauses: 1, settled: group?.judged ?? 0, kept: group?.kept ?? 0 }
}

function scoredOf(said: ShownOfValue | undefined): Row {
  return { ...NOTHING, scored: said?.count ?? 0, shown: said?.yes ?? 0 }
}
