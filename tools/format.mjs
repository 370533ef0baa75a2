// npm run format. Writes formatting and the order of imports.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { format } = await import('./run-check.ts')
  process.exitCode = await format()
}
