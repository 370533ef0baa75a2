// npm run bench. Measures and writes the table: the work is in run-bench.ts, which needs Node 24.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('./run-bench.ts')
  process.exitCode = await main(process.argv.slice(2))
}
