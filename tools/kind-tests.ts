import { isTest } from './source-files.ts'

/** By what a test shows that it knows of every kind of clause: core's lists of them, and what has one of each. */
const KNOWS_KINDS = /\b(?:CLAUSE_KINDS|STATED_KINDS|PLAIN_KINDS)\b|mixed-charter|formats\/charter\.md/

/** The tests that know of every kind of clause, among these files; `read` gives the text of one. */
export function kindTests(files: readonly string[], read: (path: string) => string): string[] {
  return files.filter((path) => isTest(path) && KNOWS_KINDS.test(read(path)))
}
