// npm run pack. Builds and packs what is published: the work is in run-pack.ts, which needs Node 24.
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { main } = await import('./run-pack.ts')
  process.exitCode = await main(process.argv.slice(2))
}
