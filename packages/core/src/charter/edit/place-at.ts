import { locate } from './locate.ts'
import type { OpenSource } from './open-source.ts'
import type { EditPath } from './source-edit.ts'

/** Line and column, from 1, at which the part at a path begins; undefined where nothing is written there. */
export function placeAt(
  { text, root }: OpenSource,
  path: EditPath,
): { readonly line: number; readonly column: number } | undefined {
  const start = locate(root, path)?.node?.range[0]
  if (start === undefined) return undefined
  const before = text.slice(0, start)
  return { line: before.split('\n').length, column: start - before.lastIndexOf('\n') }
}
