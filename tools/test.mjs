// npm test. Sets up whatever a fresh clone lacks; the work is in run-test.ts, which needs Node 24.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('./run-test.ts')
  process.exitCode = await main(process.argv.slice(2))
}
