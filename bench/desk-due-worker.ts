import { openStore } from '../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { createSweeper } from '../packages/server/src/jobs/sweeper/index.ts'

/** A server that sweeps and does nothing else, until it is told to stop; then it prints the CPU seconds that it took. */
const store = await openStore({
  connection: { ...JSON.parse(process.argv[2] ?? '{}'), max: 4 },
  retryWaits: [5, 20, 80],
  handlers: EVENT_HANDLERS,
})
const hear = (about: unknown, text?: string) => console.error(text, about)
const sweeper = createSweeper({ store, log: { warn: hear, error: hear } })
const before = process.cpuUsage()
sweeper.start()
console.log('ready')
process.once('SIGTERM', () => {
  const { user, system } = process.cpuUsage(before)
  void sweeper
    .stop()
    .then(() => store.close())
    .then(() => console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6 })))
})
