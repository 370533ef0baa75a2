// The tests that Stryker runs over a mutant: npm run test:mutation.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { partAtWork } from './mutation-parts.ts'

// Stryker works on a copy of the repository, and this file in the copy is the one that is read.
const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  // By name, node_modules leads back to the code without mutants.
  resolve: { alias: { '@avow/core': `${root}packages/core/src/index.ts` } },
  test: {
    include: [...partAtWork().tests],
    // One process for all files of a run, which is most of the time of a mutant; the next mutant has a new one.
    isolate: false,
    setupFiles: ['tools/mutation-seed.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
