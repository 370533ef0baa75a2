/** What the list of skipped steps is narrowed to; it stands in the address. */
export interface SkippedFilters {
  /** Id of a procedure. */
  readonly procedure?: string
  /** `2026-11-16`; both dates are in it. */
  readonly from?: string
  readonly until?: string
}

/** The filters that an address names; what is none is left out. */
export function readSkippedFilters({ procedure, from, until }: Readonly<Record<string, unknown>>): SkippedFilters {
  return {
    ...(typeof procedure === 'string' && procedure !== '' ? { procedure: procedure.slice(0, 100) } : {}),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(until) ? { until } : {}),
  }
}

/** A date that there is: a calendar knows no 30th of February, and nor does the server. */
function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}
