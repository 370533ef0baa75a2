import { randomInt } from 'node:crypto'
import { createConnection, createServer } from 'node:net'

/** Below the ports that the system gives to outgoing connections, one of which could take it while its server is away. */
const [FIRST, LAST] = [15_000, 30_000]

/** A port on loopback that was free a moment ago, for a server that is to come back under the same address. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** Does somebody listen on a port on loopback? */
export function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
