// npm run test:mutation. Changes core's code bit by bit and looks whether a test notices: the work is in
// run-mutation.ts, which needs Node 24.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('./run-mutation.ts')
  process.exitCode = await main(process.argv.slice(2))
}
