import type { Server } from 'node:http'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** Looks for a turn in which nobody knocks; after so many there is none to be had. */
const MOST_LOOKS = 1000

/**
 * Gives clients that keep their connections `graceMs` to come by and be told that these end: a request that is on its way
 * while its connection is closed would get no answer. Answers in a turn in which nobody connected or asked, since who
 * waits in the system's queues when the server stops to listen would get none either.
 */
export async function drain(server: Server, graceMs: number): Promise<void> {
  let knocks = 0
  const count = (): void => {
    knocks += 1
  }
  server.on('connection', count)
  server.on('request', count)
  if ((await openConnections(server)) > 0) await wait(graceMs)
  for (let looks = 0, before = -1; looks < MOST_LOOKS && before !== knocks; looks++) {
    before = knocks
    await nextTurn()
  }
  server.off('connection', count)
  server.off('request', count)
}

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, open) => resolve(open)))
}
