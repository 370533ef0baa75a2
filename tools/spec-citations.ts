/** One place where a rule's number stands: `line` counts from 1. */
interface Place {
  readonly file: string
  readonly line: number
}

export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A rule is a list item, a paragraph or a table row that begins with its number in bold: `- **D12** …`. */
const RULE = /^\s*(?:[-*]\s+|\|\s*)?\*\*([A-Z]{1,2}\d+)[.:]?\*\*/

/** A test cites rules at the beginning of its name: `it('C3: …')`, `it('C3, D12: …')`. */
const CITING_NAME =
  /(?:\b(?:it|test|describe)(?:\.\w+)*|\))\s*\(\s*['"`]([A-Z]{1,2}\d+(?:(?:, ?| and |\/)[A-Z]{1,2}\d+)*):/g

/**
 * Compares the numbered rules of a specification with the tests that cite them, both ways. Findings are lines of the
 * form `file:line  what is wrong and what to do`.
 */
export function checkCitations(spec: TextFile, tests: readonly TextFile[]): string[] {
  const findings: string[] = []
  const rules = new Map<string, Place>()
  spec.text.split('\n').forEach((line, index) => {
    const id = RULE.exec(line)?.[1]
    if (id === undefined) return
    const place = { file: spec.path, line: index + 1 }
    const earlier = rules.get(id)
    if (earlier) findings.push(`${at(place)}  The number ${id} was given already in line ${earlier.line}.`)
    else rules.set(id, place)
  })
  if (rules.size === 0) findings.push(`${spec.path}  There is no numbered rule (“- **C1** …”) in it.`)

  const cited = new Set<string>()
  for (const test of tests) {
    for (const { id, place } of citations(test)) {
      cited.add(id)
      if (!rules.has(id)) findings.push(`${at(place)}  This test cites ${id}, and ${spec.path} has no such rule.`)
    }
  }
  for (const [id, place] of rules) {
    if (!cited.has(id)) findings.push(`${at(place)}  No test cites ${id}: begin a test's name with “${id}: ”.`)
  }
  return findings
}

function citations(test: TextFile): { id: string; place: Place }[] {
  return [...test.text.matchAll(CITING_NAME)].flatMap((match) => {
    const line = test.text.slice(0, match.index).split('\n').length
    const ids = (match[1] ?? '').match(/[A-Z]{1,2}\d+/g) ?? []
    return ids.map((id) => ({ id, place: { file: test.path, line } }))
  })
}

const at = (place: Place): string => `${place.file}:${place.line}`
