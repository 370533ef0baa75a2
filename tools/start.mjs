// npm start: the desk. Sets up whatever a fresh clone lacks; the server itself needs Node 24.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  // Types are stripped and code is compiled once, not at every start.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/avow', import.meta.url)))
  const { buildWebWhereStale } = await import('./build-web.ts')
  const { main } = await import('../packages/server/src/main.ts')
  const root = fileURLToPath(new URL('..', import.meta.url))
  process.exitCode = await main({ root, buildWeb: buildWebWhereStale })
}
