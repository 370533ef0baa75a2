import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import { columnOf, lineEnd, lineStart } from './lines.ts'
import type { Located } from './locate.ts'
import { colonOf, extentOf, isBlockScalar, type OpenSource } from './open-source.ts'
import { isPlainList, isPlainMap, type PlainValue } from './plain-value.ts'
import type { Splice } from './splice.ts'
import { type Around, fieldText, flowText, itemText, scalarText } from './write-value.ts'

/** What stands at a place gives way to a value; the root cannot. */
export function replaceValue(source: OpenSource, found: Located, value: PlainValue): readonly Splice[] | undefined {
  const { text } = source
  const { parent, node, index } = found
  if (parent === undefined) return undefined
  const inFlow = parent.flow === true || source.format === 'json'
  const around: Around = { flow: inFlow, json: source.format === 'json' }
  if (node === null) {
    const key = isMap(parent) ? parent.items[index]?.key.range[1] : undefined
    return key === undefined ? undefined : [{ at: key, remove: 0, insert: `: ${flowText(value, around)}` }]
  }
  const [start, end] = extentOf(text, node, 0)
  const isBare = !isPlainList(value) && !isPlainMap(value)
  if (isScalar(node) && isBare && start < end)
    return splice(text, start, end, scalarInPlace(source, node, value, around))
  if (inFlow || (isCollection(node) && node.flow === true))
    return splice(text, start, end, padded(text, start, flowText(value, around)))
  if (isSeq(parent)) {
    const indent = ' '.repeat(columnOf(text, start))
    return splice(text, start, end, padded(text, start, itemText(value, indent, source.newline)))
  }
  return replaceInBlock(source, found, [start, end], value)
}

/** The value of a field of a map whose fields stand on lines of their own. */
function replaceInBlock(
  { text, newline }: OpenSource,
  { parent, index }: Located,
  [start, end]: readonly [number, number],
  value: PlainValue,
): readonly Splice[] | undefined {
  const pair = isMap(parent) ? parent.items[index] : undefined
  const colon = isMap(parent) ? colonOf(parent, index) : undefined
  if (pair === undefined || colon === undefined) return undefined
  const column = columnOf(text, pair.key.range[0])
  const field = fieldText(value, ' '.repeat(column), newline)
  if (start === end) {
    const at = field.startsWith(newline) ? lineEnd(text, colon) : colon + 1
    return [{ at, remove: 0, insert: field }]
  }
  const isCommented = text.slice(colon + 1, start).includes('#')
  if (isCommented && columnOf(text, start) > column)
    return splice(text, start, end, flowText(value, { flow: false, json: false }))
  return splice(text, colon + 1, end, field)
}

function scalarInPlace(
  { text, newline }: OpenSource,
  node: ParsedNode,
  value: string | number | boolean | null,
  around: Around,
): string {
  if (!isScalar(node)) return scalarText(value, around)
  if (typeof value === 'string' && node.type === 'BLOCK_LITERAL') {
    const lines = literalLines(text, node.range[0], value, newline)
    if (lines !== undefined) return lines
  }
  const quotes = node.type === 'QUOTE_SINGLE' ? 'single' : node.type === 'QUOTE_DOUBLE' ? 'double' : undefined
  const text1 = scalarText(value, { ...around, quotes })
  return isBlockScalar(node) && text1 === '' ? '""' : text1
}

/** A text of several lines after `|`, where it can stand so. */
function literalLines(text: string, start: number, value: string, newline: string): string | undefined {
  const first = /\n( +)\S/.exec(text.slice(start))?.[1]
  const kept = value.replace(/\n$/, '')
  if (first === undefined || !kept.includes('\n') || /^\s|\n$|[ \t]\n|[\r\t]/.test(kept) || kept.trimEnd() !== kept)
    return undefined
  const lines = kept.split('\n').map((line) => (line === '' ? '' : `${first}${line}`))
  return `${value.endsWith('\n') ? '|' : '|-'}${newline}${lines.join(newline)}`
}

/** A space before what follows a colon or a dash directly. */
function padded(text: string, start: number, written: string): string {
  const before = text[start - 1]
  const isBare = start > lineStart(text, start) && (before === ':' || before === '-')
  return isBare ? ` ${written}` : written
}

function splice(text: string, start: number, end: number, insert: string): readonly Splice[] {
  return text.slice(start, end) === insert ? [] : [{ at: start, remove: end - start, insert }]
}

function isCollection(node: ParsedNode): node is Extract<ParsedNode, { items: unknown }> {
  return isMap(node) || isSeq(node)
}
