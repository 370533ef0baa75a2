// How Stryker mutates one part of core: npm run test:mutation.
import { partAtWork } from './mutation-parts.ts'

const { name, mutate } = partAtWork()
// What was found of a sample (see mutation-runner.ts) is no start for the whole.
const found = `out/mutation/${name}${process.env['AVOW_MUTATION_SAMPLE'] === undefined ? '' : '-sample'}`
const COPIED = ['packages/core/**', 'charters/**', 'docs/**', 'tools/mutation*', 'package.json', 'tsconfig.base.json']

export default {
  mutate: [...mutate, '!**/*.test.ts', '!**/index.ts'],
  testRunner: 'avow',
  plugins: ['./tools/mutation-runner.ts'],
  coverageAnalysis: 'perTest',
  // Types are erased, not checked, when tests run; leave the code as it stands but for the mutants.
  disableTypeChecks: false,
  concurrency: 1,
  // A mutant that only makes a machine slower must not count as killed on a busy one.
  timeoutMS: 6000,
  timeoutFactor: 1,
  dryRunTimeoutMinutes: 30,
  tempDirName: 'out/mutation/sandbox',
  // Copied is what the tests read and no more. Not tsconfig.json: Stryker would rewrite it by a TypeScript before 7.
  ignorePatterns: ['/**', ...COPIED.map((path) => `!/${path}`)],
  incremental: true,
  incrementalFile: `${found}.incremental.json`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, allowColor: false, skipFull: false },
  htmlReporter: { fileName: `${found}.html` },
  jsonReporter: { fileName: `${found}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
}
