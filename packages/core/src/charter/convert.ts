import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Finding } from './finding.ts'
import { Report } from './read/report.ts'
import type { SourceNode } from './source/node.ts'
import { readSource, type SourceFormat } from './source/read-source.ts'

export interface Conversion {
  /** The document in the other format; only where the source could be read. */
  readonly text?: string
  readonly findings: readonly Finding[]
}

/**
 * Writes a charter in another format with the same data, in the same order. YAML stays as it is, comments too; JSON has
 * no place for comments, so from YAML to JSON they are left behind. Only the source must be readable: a draft with
 * findings converts too.
 */
export function convertCharter(text: string, from: SourceFormat, to: SourceFormat): Conversion {
  const { root, problems } = readSource(text, from)
  const report = new Report()
  for (const { code, message, details, ...place } of problems) report.add(code, place, message, details)
  if (root === undefined || problems.length > 0) return { findings: report.findings() }
  if (from === 'yaml' && to === 'yaml') return { text, findings: [] }
  return { text: to === 'json' ? `${jsonText(root, '')}\n` : yamlText(root), findings: [] }
}

/** JSON with the entries in the order of the source, which an object of JavaScript would not always keep. */
function jsonText(node: SourceNode, indent: string): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value)
  const inner = `${indent}  `
  const [open, close] = node.kind === 'list' ? '[]' : '{}'
  const parts =
    node.kind === 'list'
      ? node.items.map((item) => jsonText(item, inner))
      : node.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${jsonText(value, inner)}`)
  return parts.length === 0 ? `${open}${close}` : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}

/** Characters of a list or map that stands on one line, as rows of tables and short texts do. */
const ONE_LINE = 100

function yamlText(root: SourceNode): string {
  const document = new Document<Node>(yamlNode(root, true), { version: '1.2', schema: 'core' })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

function yamlNode(node: SourceNode, isTop: boolean): Node {
  if (node.kind === 'scalar') return new Scalar(node.value)
  const flow = !isTop && isShort(node)
  if (node.kind === 'list') {
    const list = new YAMLSeq<Node>()
    list.items = node.items.map((item) => yamlNode(item, false))
    list.flow = flow
    return list
  }
  const map = new YAMLMap<Node, Node>()
  map.items = node.entries.map(({ key, value }) => new Pair(yamlKey(key), yamlNode(value, false)))
  map.flow = flow
  return map
}

/** Without quotes, `<<` would be read as a merge key. */
function yamlKey(key: string): Scalar {
  const scalar = new Scalar(key)
  if (key === '<<') scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

/** Whether a list or map holds scalars and short lists and maps alone, and fits on a line. */
function isShort(node: SourceNode): boolean {
  return widthOf(node) <= ONE_LINE
}

function widthOf(node: SourceNode): number {
  if (node.kind === 'scalar') {
    const text = String(node.value)
    return text.includes('\n') ? Number.POSITIVE_INFINITY : text.length + 2
  }
  let width = 4
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value)
  for (const part of parts) width += widthOf(part) + 2
  if (node.kind === 'map') for (const { key } of node.entries) width += key.length + 2
  return width
}
