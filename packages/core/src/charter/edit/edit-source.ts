import { isMap, isScalar, isSeq } from 'yaml'
import { fieldsAfter } from './field-order.ts'
import { insertField, insertItems } from './insert-part.ts'
import { locate } from './locate.ts'
import { moveItem } from './move-item.ts'
import { keyText, type OpenSource, openSource } from './open-source.ts'
import type { PlainValue } from './plain-value.ts'
import { removePart } from './remove-part.ts'
import { replaceValue } from './replace-value.ts'
import type { EditPath, SourceEdit } from './source-edit.ts'
import { applySplices, type Splice } from './splice.ts'
import { keyWritten } from './write-value.ts'

/**
 * What a change of a charter is in its text: comments, quotes and layout elsewhere stay as they are, in YAML of either
 * style and in JSON. Undefined where the place is not there, or something else stands in the way.
 */
export function editSource(source: OpenSource, edit: SourceEdit): readonly Splice[] | undefined {
  switch (edit.kind) {
    case 'set':
      return setPart(source, edit.path, edit.value)
    case 'remove':
      return remove(source, edit.path)
    case 'insert': {
      const found = locate(source.root, edit.path)
      const values = [edit.value, ...(edit.more ?? [])]
      if (isSeq(found?.node)) return insertItems(source, found.node, clamp(edit.at, found.node.items.length), values)
      if (found === undefined || isEmpty(found.node)) return setPart(source, edit.path, values)
      return undefined
    }
    case 'move': {
      const list = locate(source.root, edit.path)?.node
      if (!isSeq(list) || list.items[edit.from] === undefined) return undefined
      return moveItem(source, list, edit.from, clamp(edit.to, list.items.length - 1))
    }
    case 'rename':
      return rename(source, edit.path, edit.to)
  }
}

export interface EditedText {
  readonly text: string
  readonly splices: readonly Splice[]
}

/** Several changes, one after the other; undefined where one of them cannot be made. */
export function editText(text: string, edits: readonly SourceEdit[]): EditedText | undefined {
  let now = text
  const all: Splice[] = []
  for (const edit of edits) {
    const source = openSource(now)
    const splices = source && editSource(source, edit)
    if (splices === undefined) return undefined
    all.push(...splices)
    now = applySplices(now, splices)
  }
  return { text: now, splices: all }
}

function setPart(source: OpenSource, path: EditPath, value: PlainValue): readonly Splice[] | undefined {
  const found = locate(source.root, path)
  if (found !== undefined) return replaceValue(source, found, value)
  const key = path.at(-1)
  const parentPath = path.slice(0, -1)
  const parent = locate(source.root, parentPath)
  // A row that is not there is not made: whoever speaks of it means one that is gone.
  if (typeof key !== 'string') return undefined
  const wrapped = { [key]: value }
  if (parent === undefined) return setPart(source, parentPath, wrapped)
  const { node } = parent
  if (isMap(node)) return insertField(source, node, key, value, fieldsAfter(path))
  return isEmpty(node) ? replaceValue(source, parent, wrapped) : undefined
}

/** The last part of a list or map leaves an empty one. */
function remove(source: OpenSource, path: EditPath): readonly Splice[] | undefined {
  const found = locate(source.root, path)
  if (found?.parent === undefined) return undefined
  if (found.parent.items.length > 1) return removePart(source, found.parent, found.index)
  const around = locate(source.root, path.slice(0, -1))
  return around && replaceValue(source, around, isSeq(found.parent) ? [] : {})
}

function rename(source: OpenSource, path: EditPath, to: string): readonly Splice[] | undefined {
  const found = locate(source.root, path)
  const map = found?.parent
  if (found === undefined || !isMap(map) || map.items.some(({ key }) => keyText(key) === to)) return undefined
  const range = map.items[found.index]?.key.range
  if (range === undefined) return undefined
  const json = source.format === 'json'
  const insert = keyWritten(to, { flow: map.flow === true || json, json })
  return [{ at: range[0], remove: range[1] - range[0], insert }]
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null)
}

function clamp(at: number, most: number): number {
  return Math.max(0, Math.min(at, most))
}
