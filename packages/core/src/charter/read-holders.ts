import type { CharterDocument } from './document.ts'
import type { Finding } from './finding.ts'
import { Report } from './read/report.ts'
import type { SourceNode } from './source/node.ts'
import { readSource } from './source/read-source.ts'

export interface HoldersReading {
  /** How many people hold each position; undefined where something is wrong. */
  readonly holders?: ReadonlyMap<string, number>
  readonly findings: readonly Finding[]
}

const PEOPLE = 'names of people ([Anna, Marek]), one name, or how many there are'

/**
 * Who holds which position, from its text (YAML or JSON): a map from the charter's positions to the people who hold them,
 * or to how many they are. Or what is wrong with it, each with its place. Never throws.
 */
export function readHolders(text: string, { positions }: Pick<CharterDocument, 'positions'>): HoldersReading {
  const { root, problems } = readSource(text)
  if (root === undefined || problems.length > 0)
    return { findings: problems.map((problem) => ({ ...problem, severity: 'error' as const })) }
  const report = new Report()
  const holders = new Map<string, number>()
  if (root.kind !== 'map') report.add('wrong-shape', root.place, 'expected a map from positions to people')
  else {
    const known = positions.map(({ name }) => name)
    for (const { key, keyPlace, value } of root.entries) {
      const count = countOf(value)
      if (!known.includes(key)) report.addUnknown('unknown-position', keyPlace, 'position', key, known)
      else if (count === undefined) report.add('wrong-shape', value.place, `expected ${PEOPLE}`)
      else holders.set(key, count)
    }
  }
  return report.isEmpty ? { holders, findings: [] } : { findings: report.findings() }
}

function countOf(node: SourceNode): number | undefined {
  if (node.kind === 'list') return node.items.every(({ kind }) => kind === 'scalar') ? node.items.length : undefined
  if (node.kind === 'map') return undefined
  const { value } = node
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  return value === null ? 0 : 1
}
