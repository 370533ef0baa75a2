import { createServer } from 'node:net'

/** A port on loopback that was free a moment ago, for a server that is to come back under the same address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (at === null || typeof at === 'string' ? reject(new Error('no port')) : resolve(at.port)))
    })
  })
}
