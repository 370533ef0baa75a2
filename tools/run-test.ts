import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SkippedTest, TestCounts } from './count-reporter.ts'
import { findBrowser, installMailPrograms } from './debian-packages.mjs'
import { kindTests } from './kind-tests.ts'
import { runChecks } from './run-check.ts'
import { ROOT, runPackageBin } from './run-command.ts'
import { sourceTree } from './source-files.ts'

const USAGE =
  'npm test [-- --long] [-- --kinds] [-- PART-OF-A-FILE-NAME …]   without a file name everything runs, the checks too'

/**
 * Checks, then every test. The last line is `N passed, N failed`: tests that passed, and everything that stands in the
 * way of success (a failed test, an error outside a test, a check, a skip that CI does not allow, no test at all).
 */
export async function main(args: readonly string[]): Promise<number> {
  const long = args.includes('--long')
  const named = args.filter((arg) => arg !== '--long' && arg !== '--kinds')
  const files = args.includes('--kinds') ? [...named, ...kindTests(sourceTree(ROOT).files, textOf)] : named
  if (files.some((arg) => arg.startsWith('-'))) {
    console.error(USAGE)
    return 2
  }
  const failedChecks = files.length === 0 ? await runChecks() : 0
  const setUp = prepareBrowserTests()
  installMailPrograms()
  const env = {
    // Tests start hundreds of processes of ours, each of which would strip and compile the same files again,
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/avow'),
    // and collect a sixth of its start as garbage before it has any.
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-semi-space-size=32`.trim(),
    ...setUp.env,
  }
  const counts = await runTests(files, { ...(long ? { AVOW_LONG: '1' } : {}), ...env })

  const refused = process.env['CI'] === 'true' ? skipsNotAllowed(counts.skipped, allowedSkips()) : []
  const { lines, failed } = verdict({ counts, failedChecks, refused, setUpProblem: setUp.problem })
  console.log(lines.join('\n'))
  return failed === 0 ? 0 : 1
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

interface Run {
  readonly counts: TestCounts
  readonly failedChecks: number
  /** Skipped tests that may not be skipped here. */
  readonly refused: readonly SkippedTest[]
  readonly setUpProblem?: string | undefined
}

/** What is said at the end of a run, the counting line last, and the number of failures in it. */
export function verdict({ counts, failedChecks, refused, setUpProblem }: Run): { lines: string[]; failed: number } {
  const lines = counts.skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`)
  let failed = counts.failed
  const fail = (times: number, line: string): void => {
    if (times === 0) return
    lines.push(line)
    failed += times
  }
  for (const { name } of refused)
    fail(1, `May not be skipped in CI, as tools/allowed-skips.txt does not name it: ${name}`)
  fail(Number(counts.passed + counts.failed === 0), 'No test ran, which is never a success.')
  fail(failedChecks, `Checks that found something (see above): ${failedChecks}`)
  fail(counts.errors, `Errors outside a test (see above): ${counts.errors}`)
  if (setUpProblem !== undefined) fail(1, setUpProblem)
  return { lines: [...lines, `${counts.passed} passed, ${failed} failed`], failed }
}

async function runTests(files: readonly string[], env: NodeJS.ProcessEnv): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-test-'))
  const countsFile = join(folder, 'counts.json')
  try {
    // `.only` left in a test would leave the others out.
    const args = ['run', '--allowOnly=false', '--reporter=default', '--reporter=./tools/count-reporter.ts', ...files]
    const { code } = await runPackageBin('vitest', 'vitest', args, {
      show: true,
      env: { ...process.env, ...env, AVOW_TEST_COUNTS: countsFile },
    })
    if (!existsSync(countsFile)) return { passed: 0, failed: 0, errors: 1, skipped: [] }
    const counts = JSON.parse(readFileSync(countsFile, 'utf8')) as TestCounts
    // vitest may know of a failure that the reporter did not see; its word counts.
    return code !== 0 && counts.failed + counts.errors === 0 ? { ...counts, errors: 1 } : counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Skipped tests that no line of the list names; a line that ends in `*` names all that begin so. */
export function skipsNotAllowed(skipped: readonly SkippedTest[], allowed: readonly string[]): SkippedTest[] {
  const isAllowed = (name: string): boolean =>
    allowed.some((line) => (line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : name === line))
  return skipped.filter(({ name }) => !isAllowed(name))
}

function allowedSkips(): string[] {
  const text = readFileSync(join(ROOT, 'tools/allowed-skips.txt'), 'utf8')
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Finds or installs a Chromium where there are browser tests and nobody asked to leave them out. */
function prepareBrowserTests(): { env: NodeJS.ProcessEnv; problem?: string } {
  if (!sourceTree(ROOT).files.some((file) => file.endsWith('.browser.test.ts'))) return { env: {} }
  if (process.env['AVOW_BROWSER_TESTS'] === '0') {
    console.log('Browser tests are left out: AVOW_BROWSER_TESTS=0')
    return { env: {} }
  }
  try {
    return { env: { AVOW_CHROMIUM: findBrowser() } }
  } catch (error) {
    return { env: { AVOW_BROWSER_TESTS: '0' }, problem: error instanceof Error ? error.message : String(error) }
  }
}
