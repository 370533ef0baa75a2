import { defineConfig } from 'vitest/config'

const long = process.env['AVOW_LONG'] === '1'
const withBrowser = process.env['AVOW_BROWSER_TESTS'] !== '0'

export default defineConfig({
  test: {
    globalSetup: ['packages/server/test/global-setup.ts'],
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(withBrowser ? [] : ['**/*.browser.test.ts'])],
    // Left alone, one core of two does nothing.
    maxWorkers: '100%',
    // A guard against a test that hangs, not a measure of speed: a slow machine must not turn a test red.
    testTimeout: long ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
