import { readJson } from './read-json.ts'
import { readYaml, type SourceReading } from './read-yaml.ts'
import { scanText } from './scan-text.ts'

export type SourceFormat = 'yaml' | 'json'

const BYTE_ORDER_MARK = '\uFEFF'

/** The format of a text that says none: JSON begins with a brace, charters in YAML do not. */
export function formatOf(text: string): SourceFormat {
  return /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml'
}

/**
 * Reads a charter's source into a tree with places. Never throws for any text; every problem has its place. A byte order
 * mark at the very beginning is skipped.
 */
export function readSource(text: string, format: SourceFormat = formatOf(text)): SourceReading {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const problem = scanText(body)
  if (problem) return { problems: [problem] }
  return format === 'json' ? readJson(body) : readYaml(body)
}
