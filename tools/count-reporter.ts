import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** What a run of vitest came to; read back by run-test.ts. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  /** Errors outside any test: a file that cannot be loaded, a promise nobody awaited. */
  readonly errors: number
  readonly skipped: readonly SkippedTest[]
}

export interface SkippedTest {
  /** `file > suite > test`, the file relative to the root, with `/`. */
  readonly name: string
  readonly reason: string
}

/** Writes the counts of a run as JSON into the file that AVOW_TEST_COUNTS names. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['AVOW_TEST_COUNTS']
    if (file === undefined) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string): TestCase[] => tests.filter((test) => test.result().state === state)
    const brokenSuites = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const counts: TestCounts = {
      passed: inState('passed').length,
      // A test still pending when the run ends was cut off: nobody knows that it holds.
      failed: inState('failed').length + inState('pending').length,
      errors: unhandled.length + brokenSuites.filter((suite) => suite.errors().length > 0).length,
      skipped: inState('skipped').map((test) => ({ name: nameOf(test), reason: reasonOf(test) })),
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}

const nameOf = (test: TestCase): string =>
  `${relative(process.cwd(), test.module.moduleId).replaceAll('\\', '/')} > ${test.fullName}`

function reasonOf(test: TestCase): string {
  const result = test.result()
  return (result.state === 'skipped' && result.note) || 'no reason given'
}
