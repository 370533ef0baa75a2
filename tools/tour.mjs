// npm run tour: the charter of a shop checked, tested and tried on ninety days of tickets, in the terminal.
import { fileURLToPath } from 'node:url'
import { installWhereNeeded } from './install.mjs'
import { continueOnPinnedNode } from './pinned-node.mjs'

installWhereNeeded()
if (await continueOnPinnedNode(import.meta.url)) {
  const { runTour } = await import('../packages/cli/src/tour/run-tour.ts')
  const root = fileURLToPath(new URL('..', import.meta.url))
  process.exitCode = await runTour({ root, out: `${root}out/tour`, opens: !process.argv.includes('--no-open') })
}
