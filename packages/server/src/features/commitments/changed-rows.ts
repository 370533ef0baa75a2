import type { JsonObject, JsonValue } from '../../db/index.ts'

export interface ChangedRows {
  readonly added: readonly JsonObject[]
  /** Other than stored. */
  readonly changed: readonly JsonObject[]
  /** Stored, and wanted no more. */
  readonly gone: readonly JsonObject[]
}

/** Compares rows as stored with those wanted, both by the same names. */
export function changedRows(
  stored: ReadonlyMap<string, JsonObject>,
  wanted: readonly ReadonlyMap<string, JsonObject>[],
): ChangedRows {
  const added: JsonObject[] = []
  const changed: JsonObject[] = []
  const gone = new Map(stored)
  for (const rows of wanted) {
    for (const [name, row] of rows) {
      const before = stored.get(name)
      gone.delete(name)
      if (before === undefined) added.push(row)
      else if (!isSame(before, row)) changed.push(row)
    }
  }
  return { added, changed, gone: [...gone.values()] }
}

function isSame(a: JsonObject, b: JsonObject): boolean {
  for (const name of Object.keys(b)) if (!isSameValue(a[name], b[name])) return false
  return true
}

function isSameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b))
}
