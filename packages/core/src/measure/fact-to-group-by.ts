import type { CompiledPromise, FactDefinition } from '../charter/index.ts'
import type { FactColumn } from '../ticket/index.ts'

/**
 * The fact by whose values a promise's figures are told apart: `channel` where the charter and the history have it; else,
 * of the choices and yes-no facts that the history has, the one that most of the promise's rows look at, then any that
 * its scope looks at. Undefined where there is none.
 */
export function factToGroupBy(
  { clause }: CompiledPromise,
  facts: ReadonlyMap<string, FactDefinition>,
  columns: readonly FactColumn[],
): string | undefined {
  const known = [...facts.values()].filter(
    ({ name, type, derived }) =>
      !derived && (type.kind === 'choice' || type.kind === 'yes-no') && columns.some((column) => column.name === name),
  )
  if (known.some(({ name }) => name === 'channel')) return 'channel'
  const looks = (name: string) =>
    clause.rows.filter(({ cells }) => (cells.get(name)?.accepts ?? 'any') !== 'any').length +
    (clause.when.has(name) ? 0.5 : 0)
  const byUse = known.map(({ name }) => ({ name, uses: looks(name) })).filter(({ uses }) => uses > 0)
  byUse.sort((a, b) => b.uses - a.uses)
  return byUse[0]?.name
}
