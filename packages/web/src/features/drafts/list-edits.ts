import type { EditPath, PlainValue, SourceEdit } from '@avow/core'
import { plain } from './grid-values.ts'

/** What may be written as one value or as a list of them, as a list. */
export function manyOf(written: unknown): readonly unknown[] {
  if (written === undefined || written === null) return []
  return Array.isArray(written) ? written : [written]
}

/** The path of one of them. */
export function pathOfOne(written: unknown, path: EditPath, index: number): EditPath {
  return Array.isArray(written) ? [...path, index] : path
}

/** One more of them, as the last. */
export function addOne(written: unknown, path: EditPath, value: PlainValue): readonly SourceEdit[] {
  if (Array.isArray(written)) return [{ kind: 'insert', path, at: written.length, value }]
  const one = manyOf(written).map(plain)
  return [{ kind: 'set', path, value: [...one, value] }]
}

/** One of them less; the last takes the field with it. */
export function removeOne(written: unknown, path: EditPath, index: number): readonly SourceEdit[] {
  const isLast = !Array.isArray(written) || written.length === 1
  return [{ kind: 'remove', path: isLast ? path : [...path, index] }]
}
