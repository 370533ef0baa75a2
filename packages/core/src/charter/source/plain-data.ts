import type { SourceNode } from './node.ts'

/** The tree as plain JSON data; maps are objects without a prototype. */
export function plainData(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainData)
  const data = Object.create(null) as Record<string, unknown>
  for (const { key, value } of node.entries) data[key] = plainData(value)
  return data
}
