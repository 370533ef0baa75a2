import {
  Composer,
  type CST,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { checkTokens } from '../source/check-tokens.ts'
import { formatOf, type SourceFormat } from '../source/read-source.ts'
import { countMarks, scanText } from '../source/scan-text.ts'

export type MapNode = YAMLMap.Parsed
export type ListNode = YAMLSeq.Parsed

/** A charter's text with its parts in place, ready to be edited. */
export interface OpenSource {
  readonly text: string
  readonly format: SourceFormat
  readonly root: ParsedNode
  /** The line end that the text uses. */
  readonly newline: string
}

const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, logLevel: 'silent' } as const

/**
 * Opens a text for editing; undefined where it is not readable as YAML or JSON, which `readCharter` then explains. A text with
 * faults in what it says opens: that is how they are mended.
 */
export function openSource(text: string): OpenSource | undefined {
  if (text.startsWith('\uFEFF') || scanText(text) !== undefined || countMarks(text) !== undefined) return undefined
  const tokens: CST.Token[] = [...new Parser().parse(text)]
  if (checkTokens(tokens) !== undefined) return undefined
  const [document] = [...new Composer({ ...OPTIONS, keepSourceTokens: true }).compose(tokens, true, text.length)]
  const root = document?.contents
  if (document === undefined || document.errors.length > 0 || root === null || root === undefined) return undefined
  return { text, format: formatOf(text), root, newline: text.includes('\r\n') ? '\r\n' : '\n' }
}

/** A key as text: `1` and `"1"` are the same key. */
export function keyText(key: unknown): string {
  if (!isScalar(key)) return ''
  return typeof key.value === 'string' ? key.value : (key.source ?? '')
}

/** The source as plain data: maps without a prototype, in the order written. */
export function sourceData(node: unknown): unknown {
  if (isMap(node)) {
    const data: Record<string, unknown> = Object.create(null)
    for (const pair of node.items) data[keyText(pair.key)] = sourceData(pair.value)
    return data
  }
  if (isSeq(node)) return node.items.map(sourceData)
  return isScalar(node) ? node.value : null
}

/** Range of a node in the text: `[start, end)` of what it says, without what follows. */
export function extentOf(
  text: string,
  node: ParsedNode | null | undefined,
  fallback: number,
): readonly [number, number] {
  if (node === null || node === undefined) return [fallback, fallback]
  const [start, end] = node.range
  if (isMap(node) && node.flow !== true) return [start, endOfPairs(text, node, end)]
  if (isSeq(node) && node.flow !== true) return [start, endOfItems(text, node, end)]
  return [start, isScalar(node) && isBlockScalar(node) ? trimmedEnd(text, start, end) : end]
}

/** End of a key with its value. */
export function endOfPair(text: string, pair: MapNode['items'][number]): number {
  return extentOf(text, pair.value, pair.key.range[1])[1]
}

export function isBlockScalar(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
}

function endOfPairs(text: string, map: MapNode, otherwise: number): number {
  const last = map.items.at(-1)
  return last === undefined ? otherwise : endOfPair(text, last)
}

function endOfItems(text: string, list: ListNode, otherwise: number): number {
  const last = list.items.at(-1)
  return last === undefined ? otherwise : extentOf(text, last, otherwise)[1]
}

/** Where the last character that is no line end stands. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--
  return at
}

/** Offsets of the dashes of a block list, one for each item. */
export function dashesOf(list: ListNode): readonly number[] {
  const token = list.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  )
}

/** Offsets of the commas of a list or map in brackets, in order; the last may follow the last item. */
export function commasOf(node: ListNode | MapNode): readonly number[] {
  const token = node.srcToken
  if (token?.type !== 'flow-collection') return []
  return token.items.flatMap(({ start }) => start.filter(({ type }) => type === 'comma').map(({ offset }) => offset))
}

/** Offset of a pair's colon, or undefined where it has none. */
export function colonOf(map: MapNode, index: number): number | undefined {
  const token = map.srcToken
  if (token?.type !== 'block-map' && token?.type !== 'flow-collection') return undefined
  const items: readonly { readonly sep?: readonly CST.SourceToken[] }[] = token.items
  const withSep = items.filter(({ sep }) => sep !== undefined)
  return withSep[index]?.sep?.find(({ type }) => type === 'map-value-ind')?.offset
}
