/** A mapping bound to the header of a table: names become positions. */
import { nearest } from '../../charter/index.ts'
import { quoted } from '../../charter/read/index.ts'
import type { ColumnName, Mapping, RowCondition } from './mapping.ts'

/** A column that the mapping names and the table does not have, or has twice; placed in the mapping file. */
export interface ColumnProblem {
  readonly code: 'unknown-column' | 'ambiguous-column'
  readonly message: string
  readonly path: string
  readonly line: number
  readonly column: number
}

export interface BoundHeader {
  readonly names: readonly string[]
  /** Position of each column that the mapping uses, by name. */
  readonly positions: ReadonlyMap<string, number>
  /** Columns that the mapping does not name at all. */
  readonly notNamed: readonly string[]
  readonly problems: readonly ColumnProblem[]
}

/** Finds the columns of `mapping` in a header. A name that stands there twice may be unused, not used. */
export function bindHeader(mapping: Mapping, header: readonly string[]): BoundHeader {
  const positions = new Map<string, number>()
  const problems: ColumnProblem[] = []
  const budget = { left: 10_000 }
  for (const { name, place } of usedColumns(mapping)) {
    if (positions.has(name) || problems.some((problem) => problem.path === place.path)) continue
    const position = header.indexOf(name)
    if (position < 0) {
      const guess = nearest(name, header, budget)
      const help =
        guess === undefined ? `there are: ${header.slice(0, 40).join(', ')}` : `did you mean ${quoted(guess)}?`
      problems.push({ code: 'unknown-column', message: `the table has no column ${quoted(name)}; ${help}`, ...place })
    } else if (header.includes(name, position + 1)) {
      const message = `the table has two columns called ${quoted(name)}; rename one of them in the table to use it`
      problems.push({ code: 'ambiguous-column', message, ...place })
    } else positions.set(name, position)
  }
  const named = new Set([...usedColumns(mapping), ...mapping.unused].map(({ name }) => name))
  return { names: header, positions, notNamed: [...new Set(header)].filter((name) => !named.has(name)), problems }
}

/** Every column that the mapping reads, in the order of its keys. */
function usedColumns(mapping: Mapping): readonly ColumnName[] {
  const { ticket, at, seq, created, state, assigned, events, facts, skip } = mapping
  const ofCondition = (when: RowCondition) => when.map(({ column }) => column)
  const found = [
    ticket,
    at,
    seq === 'line' ? undefined : seq,
    created.at,
    state?.column,
    state?.reason,
    state?.thirdParty,
    assigned?.to,
    assigned?.team,
    ...ofCondition(assigned?.when ?? []),
    ...events.flatMap((event) => [event.at, event.key, event.reason, ...ofCondition(event.when)]),
    ...facts.map(({ column }) => column),
    ...ofCondition(skip),
  ]
  return found.filter((column) => column !== undefined)
}
