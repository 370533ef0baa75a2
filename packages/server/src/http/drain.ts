import type { Server } from 'node:http'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** Looks for a turn in which nobody connects; after so many there is none to be had. */
const MOST_LOOKS = 1000

/**
 * Gives clients that keep their connections `graceMs` to come by and be told that these end: a request that is on its way
 * while its connection is closed would get no answer. Answers in a turn in which nobody connected, since who waits in the
 * system's queue when the server stops to listen would get none either.
 */
export async function drain(server: Server, graceMs: number): Promise<void> {
  let connected = 0
  const count = (): void => {
    connected += 1
  }
  server.on('connection', count)
  if ((await openConnections(server)) > 0) await wait(graceMs)
  for (let looks = 0, before = -1; looks < MOST_LOOKS && before !== connected; looks++) {
    before = connected
    await nextTurn()
  }
  server.off('connection', count)
}

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count)))
}
