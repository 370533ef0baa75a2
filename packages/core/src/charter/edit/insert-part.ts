import { isMap } from 'yaml'
import { columnOf, isFirstOnLine, lineEnd, lineStart, startWithComments } from './lines.ts'
import {
  commasOf,
  dashesOf,
  endOfPair,
  extentOf,
  keyText,
  type ListNode,
  type MapNode,
  type OpenSource,
} from './open-source.ts'
import { isPlainMap, type PlainValue } from './plain-value.ts'
import type { Splice } from './splice.ts'
import { blockFields, fieldText, flowText, keyWritten } from './write-value.ts'

/** A new field of a map, before the first of `before` that it has, else as the last. */
export function insertField(
  source: OpenSource,
  map: MapNode,
  key: string,
  value: PlainValue,
  before: ReadonlySet<string>,
): readonly Splice[] {
  const { text, newline } = source
  const later = map.items.findIndex((pair) => before.has(keyText(pair.key)))
  const index = later < 0 ? map.items.length : later
  const json = source.format === 'json'
  if (map.flow === true || json) {
    const around = { flow: true, json }
    return insertInBrackets(source, map, index, `${keyWritten(key, around)}: ${flowText(value, around)}`)
  }
  const first = map.items[0]?.key.range[0] ?? 0
  const indent = ' '.repeat(columnOf(text, first))
  const written = `${keyWritten(key, { flow: false, json })}:${fieldText(value, indent, newline)}`
  const next = map.items[index]
  if (next !== undefined) return insertBefore(source, next.key.range[0], written, index > 0)
  const last = map.items.at(-1)
  const at = lineEnd(text, last === undefined ? first : endOfPair(text, last))
  return [{ at, remove: 0, insert: `${newline}${indent}${written}` }]
}

/** New items of a list, before the one at `index`, or as the last. Written as the items beside them are. */
export function insertItems(
  source: OpenSource,
  list: ListNode,
  index: number,
  values: readonly PlainValue[],
): readonly Splice[] {
  const { text, newline } = source
  const json = source.format === 'json'
  if (list.flow === true || json) {
    const written = values.map((value) => flowText(value, { flow: true, json }))
    return insertInBrackets(source, list, index, written.join(', '))
  }
  const dashes = dashesOf(list)
  const first = dashes[0] ?? list.range[0]
  const indent = ' '.repeat(columnOf(text, first))
  const beside = list.items[Math.min(index, list.items.length - 1)]
  const isOpen = isMap(beside) && beside.flow !== true
  const items = values.map((value) =>
    isOpen && isPlainMap(value) && Object.keys(value).length > 0
      ? blockFields(value, `${indent}  `, newline)
      : flowText(value, { flow: false, json }),
  )
  const gap = hasGaps(text, list) ? newline : ''
  const next = dashes[index]
  if (next !== undefined) {
    const written = items.map((item) => `- ${item}${gap}`).join(`${newline}${indent}`)
    return insertBefore(source, next, written, index > 0)
  }
  const end = extentOf(text, list, list.range[1])[1]
  const insert = items.map((item) => `${gap}${newline}${indent}- ${item}`).join('')
  return [{ at: lineEnd(text, end), remove: 0, insert }]
}

/** A line of its own above another, or the beginning of a line that begins with a dash. */
function insertBefore(
  { text, newline }: OpenSource,
  next: number,
  written: string,
  mayPassComments: boolean,
): readonly Splice[] {
  const indent = ' '.repeat(columnOf(text, next))
  if (!isFirstOnLine(text, next)) return [{ at: next, remove: 0, insert: `${written}${newline}${indent}` }]
  const at = mayPassComments ? startWithComments(text, next) : lineStart(text, next)
  return [{ at, remove: 0, insert: `${indent}${written}${newline}` }]
}

/** Whether empty lines stand between the items. */
function hasGaps(text: string, list: ListNode): boolean {
  const dashes = dashesOf(list)
  const [before, last] = dashes.slice(-2)
  if (before !== undefined && last !== undefined) return /\n[ \t]*\r?\n/.test(text.slice(before, last))
  return false
}

function insertInBrackets(
  { text, newline }: OpenSource,
  node: ListNode | MapNode,
  index: number,
  written: string,
): readonly Splice[] {
  const [start, end] = node.range
  const extents = extentsInBrackets(text, node)
  // `[each, share: 95%]`: a map of one field may stand in a list without braces of its own.
  if (isMap(node) && text[start] !== '{') {
    const [from, to] = extents[0] ?? [start, end]
    const inside = text.slice(from, to)
    const insert = index === 0 ? `{ ${written}, ${inside} }` : `{ ${inside}, ${written} }`
    return [{ at: from, remove: to - from, insert }]
  }
  if (extents.length === 0) {
    const inner = text.slice(start + 1, end - 1)
    const space = text[start] === '{' ? ' ' : ''
    return inner.trim() === ''
      ? [{ at: start + 1, remove: inner.length, insert: `${space}${written}${space}` }]
      : [{ at: start + 1, remove: 0, insert: ` ${written} ` }]
  }
  const next = extents[index]
  if (next !== undefined) {
    const [at] = next
    const isOnLine = index > 0 && isFirstOnLine(text, at)
    const between = isOnLine ? `,${newline}${' '.repeat(columnOf(text, at))}` : ', '
    return [{ at, remove: 0, insert: `${written}${between}` }]
  }
  return appendInBrackets(text, newline, node, extents, written)
}

function appendInBrackets(
  text: string,
  newline: string,
  node: ListNode | MapNode,
  extents: readonly (readonly [number, number])[],
  written: string,
): readonly Splice[] {
  const [lastStart, lastEnd] = extents.at(-1) ?? [0, 0]
  const trailing = commasOf(node)[extents.length - 1]
  const isOnLine = isFirstOnLine(text, lastStart)
  const between = isOnLine ? `${newline}${' '.repeat(columnOf(text, lastStart))}` : ' '
  const from = trailing === undefined ? lastEnd : trailing + 1
  const rest = text.slice(from, lineEnd(text, from))
  const isCommented = rest.trimStart().startsWith('#')
  const comma = trailing === undefined ? ',' : ''
  const after = trailing === undefined ? '' : ','
  if (!isCommented) return [{ at: from, remove: 0, insert: `${comma}${between}${written}${after}` }]
  // A comment that ends the line stays with the item that it is about.
  const indent = ' '.repeat(columnOf(text, lastStart))
  const added = { at: lineEnd(text, from), remove: 0, insert: `${newline}${indent}${written}${after}` }
  return comma === '' ? [added] : [added, { at: from, remove: 0, insert: comma }]
}

/** Beginnings and ends of the items, or of the pairs. */
export function extentsInBrackets(text: string, node: ListNode | MapNode): readonly (readonly [number, number])[] {
  return isMap(node)
    ? node.items.map((pair) => [pair.key.range[0], endOfPair(text, pair)] as const)
    : node.items.map((item) => extentOf(text, item, 0))
}
