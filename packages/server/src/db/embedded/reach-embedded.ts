import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SUPERUSER } from './make-cluster.ts'
import type { Connection } from './open-embedded.ts'
import { findPlace } from './place.ts'
import { findRunning } from './postmaster-file.ts'

/** How to reach the PostgreSQL that a server keeps running in a data folder; undefined where none runs there. */
export async function reachEmbedded(dataFolder: string, outside?: string): Promise<Connection | undefined> {
  // Looking for a place makes its folder, which nobody wants who only asks.
  if (!existsSync(resolve(dataFolder))) return undefined
  const { cluster } = findPlace(dataFolder, outside)
  const running = existsSync(cluster) ? await findRunning(cluster) : undefined
  if (running?.isReady !== true) return undefined
  const password = readFileSync(join(cluster, 'avow.password'), 'utf8').trim()
  return { host: running.host, port: running.port, user: SUPERUSER, password }
}
