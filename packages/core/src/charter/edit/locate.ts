import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import { keyText, type ListNode, type MapNode } from './open-source.ts'
import type { EditPath } from './source-edit.ts'

/** A part found by its path, and where it hangs. */
export interface Located {
  readonly node: ParsedNode | null
  readonly parent?: MapNode | ListNode
  /** Of the pair or the item. */
  readonly index: number
}

/** The part at a path, or undefined. */
export function locate(root: ParsedNode, path: EditPath): Located | undefined {
  let found: Located = { node: root, index: 0 }
  for (const step of path) {
    const { node } = found
    if (isMap(node)) {
      // Of fields that are named twice the last is the one that is read.
      const index = node.items.findLastIndex(({ key }) => keyText(key) === String(step))
      const pair = node.items[index]
      if (pair === undefined) return undefined
      found = { node: pair.value, parent: node, index }
    } else if (isSeq(node)) {
      const index = typeof step === 'number' ? step : indexOfId(node, step)
      const item = node.items[index]
      if (item === undefined) return undefined
      found = { node: item, parent: node, index }
    } else return undefined
  }
  return found
}

/** Place of the clause with this id, or -1. */
function indexOfId(list: ListNode, id: string): number {
  return list.items.findIndex(
    (item) =>
      isMap(item) &&
      item.items.some(({ key, value }) => keyText(key) === 'id' && isScalar(value) && String(value.value) === id),
  )
}
