import type { Tree } from './source-files.ts'

/** Names that say nothing about what is inside, so that everything ends up there. */
const REFUSED = new Set(['utils', 'helpers', 'lib', 'common', 'shared', 'services', 'managers'])

const MOST_LINES = 300

/** Folders of words: a catalogue is as long as what there is to say. */
const CATALOGUES = /\/(texts|messages)\//

/** Findings about where things stand and how long they are: `path  what to do`, one each. */
export function checkLayout(tree: Tree, read: (path: string) => string): string[] {
  const findings: string[] = []
  for (const folder of tree.folders) {
    const name = folder.slice(folder.lastIndexOf('/') + 1)
    if (REFUSED.has(name)) {
      findings.push(`${folder}/  A folder called ${name} holds anything. Name it after the thing of product and field.`)
    }
  }
  for (const file of tree.files) {
    if (!/^packages\/[^/]+\/src\/.*\.tsx?$/.test(file) || file.endsWith('.test.ts') || CATALOGUES.test(file)) continue
    const lines = read(file).split('\n').length - 1
    if (lines > MOST_LINES) {
      findings.push(`${file}  ${lines} lines, more than ${MOST_LINES}: part it into files that do one thing each.`)
    }
  }
  return findings
}
