import { isMap } from 'yaml'
import { extentsInBrackets } from './insert-part.ts'
import { isFirstOnLine, lineEnd, lineStart, nextLine, startWithComments } from './lines.ts'
import { commasOf, dashesOf, endOfPair, extentOf, type ListNode, type MapNode, type OpenSource } from './open-source.ts'
import type { Splice } from './splice.ts'

/** Takes a field or an item out of what holds several; the only one is for the caller, who empties the list or map. */
export function removePart(source: OpenSource, parent: ListNode | MapNode, index: number): readonly Splice[] {
  return parent.flow === true || source.format === 'json'
    ? removeInBrackets(source.text, parent, index)
    : removeLines(source.text, parent, index)
}

function removeLines(text: string, parent: ListNode | MapNode, index: number): readonly Splice[] {
  const starts = isMap(parent) ? parent.items.map(({ key }) => key.range[0]) : dashesOf(parent)
  const start = starts[index] ?? 0
  const next = starts[index + 1]
  const end = endOfPart(text, parent, index, start)
  if (!isFirstOnLine(text, start)) {
    // After a dash: what follows moves up, unless a comment stands between.
    const upTo = next !== undefined && !text.slice(end, next).includes('#') ? next : end
    return [{ at: start, remove: upTo - start, insert: '' }]
  }
  const at = index > 0 ? startWithComments(text, start) : lineStart(text, start)
  const after = nextLine(text, end)
  const isGapBefore = at === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, at))
  const gap = isGapBefore ? /^[ \t]*\r?\n/.exec(text.slice(after))?.[0].length : undefined
  return [{ at, remove: after + (gap ?? 0) - at, insert: '' }]
}

function endOfPart(text: string, parent: ListNode | MapNode, index: number, start: number): number {
  if (!isMap(parent)) return Math.max(extentOf(text, parent.items[index], start)[1], start + 1)
  const pair = parent.items[index]
  return pair === undefined ? start : endOfPair(text, pair)
}

function removeInBrackets(text: string, parent: ListNode | MapNode, index: number): readonly Splice[] {
  const extents = extentsInBrackets(text, parent)
  const commas = commasOf(parent)
  const [start, end] = extents[index] ?? [0, 0]
  const comma = commas[index]
  if (comma !== undefined) return [cut(text, start, comma + 1)]
  const before = commas[index - 1] ?? start
  if (text.slice(before + 1, start).trim() === '') return [{ at: before, remove: end - before, insert: '' }]
  const from = isFirstOnLine(text, start) ? lineStart(text, start) : start
  return [
    { at: from, remove: end - from, insert: '' },
    { at: before, remove: 1, insert: '' },
  ]
}

/** An item with its comma: the whole line where it has one of its own. */
function cut(text: string, start: number, end: number): Splice {
  const rest = text.slice(end, lineEnd(text, end)).trim()
  if (isFirstOnLine(text, start) && (rest === '' || rest.startsWith('#'))) {
    const at = lineStart(text, start)
    return { at, remove: nextLine(text, end) - at, insert: '' }
  }
  const spaces = rest.startsWith('#') || rest === '' ? 0 : (/^ */.exec(text.slice(end))?.[0].length ?? 0)
  return { at: start, remove: end + spaces - start, insert: '' }
}
