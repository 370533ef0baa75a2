// npm run check. Types, lint, boundaries, formatting: the work is in run-check.ts, which needs Node 24.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('./run-check.ts')
  process.exitCode = await main()
}
