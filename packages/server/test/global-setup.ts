import { createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import type { TestServer } from './test-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port on loopback where a connection is answered with how to reach PostgreSQL. */
    readonly postgresDoor: number
  }
}

/**
 * Opens a door behind which a PostgreSQL is started for the first test file that knocks, one for the whole run. Runs that
 * need none pay for a socket.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<{ server: TestServer; stop: () => Promise<void> }> | undefined
  const door = createServer((socket) => {
    socket.on('error', () => undefined)
    starting ??= import('./test-postgres.ts').then(({ startTestPostgres }) => startTestPostgres())
    starting.then(
      ({ server }) => socket.end(JSON.stringify(server)),
      (error: unknown) => socket.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const at = door.address()
  if (at === null || typeof at === 'string') throw new Error('no port on loopback')
  project.provide('postgresDoor', at.port)
  return async () => {
    door.close()
    const started = await starting?.catch(() => undefined)
    await started?.stop()
  }
}
