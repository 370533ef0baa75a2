import { dataAt, type EditPath, editText, openSource, type SourceEdit, type Splice, sourceData } from '@avow/core'

/**
 * Changes of fields that were made on one text, made again on the text as others left it; undefined where what they are about
 * is gone. A row is known by its place, or, where rows were added or removed, by the rest of what it says.
 */
export function remade(edits: readonly SourceEdit[], old: string, fresh: string): readonly Splice[] | undefined {
  const [before, after] = [dataOf(old), dataOf(fresh)]
  const moved: SourceEdit[] = []
  for (const edit of edits) {
    const path = edit.kind === 'insert' || edit.kind === 'move' ? edit.path : relocated(edit.path, before, after)
    if (path === undefined) return undefined
    moved.push({ ...edit, path })
  }
  return editText(fresh, moved)?.splices
}

function relocated(path: EditPath, before: unknown, after: unknown): EditPath | undefined {
  const place = path.findLastIndex((step) => typeof step === 'number')
  if (place < 0) return path
  const [list, fresh] = [dataAt(before, path.slice(0, place)), dataAt(after, path.slice(0, place))]
  if (!Array.isArray(list) || !Array.isArray(fresh)) return undefined
  if (list.length === fresh.length) return path
  const field = path[place + 1]
  const sought = rest(list[Number(path[place])], field)
  const found = fresh.flatMap((item, index) => (rest(item, field) === sought ? [index] : []))
  const [only] = found
  return found.length === 1 && only !== undefined ? path.with(place, only) : undefined
}

/** A row without one of its fields, as a text to compare. */
function rest(row: unknown, field: string | number | undefined): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return JSON.stringify(row) ?? ''
  return JSON.stringify(Object.entries(row).filter(([name]) => name !== field))
}

function dataOf(text: string): unknown {
  const source = openSource(text)
  return source === undefined ? undefined : sourceData(source.root)
}
