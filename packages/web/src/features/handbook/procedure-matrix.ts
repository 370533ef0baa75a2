import type { ClauseView } from '@avow/contract'

/** Which promises measure which procedures, and where nothing does. */
export interface ProcedureMatrix {
  readonly promises: readonly ClauseView[]
  readonly rows: readonly { readonly procedure: ClauseView; readonly standards: ReadonlySet<string> }[]
  /** Procedures that nothing measures. */
  readonly unmeasured: readonly ClauseView[]
  /** Promises that no procedure is measured by. */
  readonly unserved: readonly ClauseView[]
}

/** The matrix of those clauses that the reader may see. */
export function procedureMatrix(clauses: readonly ClauseView[]): ProcedureMatrix {
  const promises = clauses.filter(({ kind }) => kind === 'promise')
  const rows = clauses
    .filter(({ kind }) => kind === 'procedure')
    .map((procedure) => ({ procedure, standards: standardsOf(procedure) }))
  return {
    promises,
    rows,
    unmeasured: rows.flatMap(({ procedure, standards }) => (standards.size === 0 ? [procedure] : [])),
    unserved: promises.filter(({ id }) => !rows.some(({ standards }) => standards.has(id))),
  }
}

function standardsOf({ terms }: ClauseView): ReadonlySet<string> {
  const written = terms.find(({ name }) => name === 'standards')?.text ?? ''
  return new Set(
    written
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
}
