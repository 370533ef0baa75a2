import { defineConfig } from 'vitest/config'

const long = process.env['AVOW_LONG'] === '1'
const withBrowser = process.env['AVOW_BROWSER_TESTS'] !== '0'

const withoutBrowser = withBrowser ? [] : ['**/*.browser.test.ts']
const exclude = ['**/node_modules/**', '**/dist/**', ...withoutBrowser]
/** Pure packages. */
const pure = ['packages/core/**/*.test.ts', 'packages/contract/**/*.test.ts']
/** Tests beside the code that they are of: of one part each, on a database of their own where they need one. */
const parts = ['packages/{cli,server,web}/src/**/*.test.ts']
const globalSetup = ['packages/server/test/global-setup.ts']

export default defineConfig({
  test: {
    // Left alone, one core of two does nothing. Three processes on two cores were no quicker.
    maxWorkers: '100%',
    // A guard against a test that hangs, not a measure of speed: a slow machine must not turn a test red.
    testTimeout: long ? 14_400_000 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    projects: [
      // Files leave nothing behind, so each process reads the code once and not once a file.
      { extends: true, test: { name: 'pure', include: pure, exclude, isolate: false } },
      { extends: true, test: { name: 'parts', globalSetup, include: parts, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: 'real',
          globalSetup,
          isolate: false,
          include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: [...exclude, ...pure],
        },
      },
    ],
  },
})
