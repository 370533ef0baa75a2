import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Account, isRoot, mayReach, NOBODY } from './account.ts'

/** Where a cluster and the copy of its programs stand, and who runs it. */
export interface Place {
  /** Our own folder (AVOW_DATA), absolute. Keys and blobs stay there whatever `base` is. */
  readonly data: string
  /** The folder that holds the cluster: `data`, or one outside that the account can enter. */
  readonly base: string
  readonly cluster: string
  /** Undefined where PostgreSQL runs as we do. */
  readonly account: Account | undefined
  /** A line for the person who starts the server, where the place is not the expected one. */
  readonly note: string | undefined
}

/** Where clusters go whose data folder is closed to the account that must run them. */
export const OUTSIDE = '/var/lib/avow'

/**
 * Finds the place for the data folder, and makes the folders that lead to it. `outside` is where it goes when root runs
 * the server and the data folder cannot be entered by anybody else; the choice is noted in `postgres.location` and kept.
 */
export function findPlace(dataFolder: string, outside: string = OUTSIDE): Place {
  const data = resolve(dataFolder)
  // Root's folder must let the account through; what is inside has rights of its own.
  if (!existsSync(data)) mkdirSync(data, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const location = join(data, 'postgres.location')
  const noted = existsSync(location) ? readFileSync(location, 'utf8').trim() : undefined
  const base = noted ?? (isRoot() && !mayReach(data, NOBODY) ? join(outside, nameOf(data)) : data)
  if (base !== data && isRoot()) mkdirSync(base, { recursive: true, mode: 0o711 })
  if (base !== data && noted === undefined) writeFileSync(location, `${base}\n`)
  const cluster = join(base, 'postgres')
  return {
    data,
    base,
    cluster,
    account: accountFor(cluster),
    note: base === data ? undefined : `The database stands in ${base}, as noted in ${location}.`,
  }
}

/** Whether a database of ours stands in a data folder, or outside of it as is noted there. Makes nothing. */
export function hasCluster(dataFolder: string): boolean {
  const data = resolve(dataFolder)
  const location = join(data, 'postgres.location')
  const base = existsSync(location) ? readFileSync(location, 'utf8').trim() : data
  return existsSync(join(base, 'postgres'))
}

/** The first 12 hexadecimal digits of the SHA-256 of the data folder's path. */
export function nameOf(data: string): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 12)
}

/** Root runs a cluster as its owner, so that one made without root goes on; another user can only run their own. */
function accountFor(cluster: string): Account | undefined {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (isRoot()) return owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid }
  if (owner !== undefined && process.getuid !== undefined && owner.uid !== process.getuid()) {
    const mend = `Start the server as root again, or give the folder away: chown -R ${process.getuid()} ${cluster}`
    throw new Error(
      `The database in ${cluster} belongs to user ${owner.uid}, and we run as ${process.getuid()}. ${mend}`,
    )
  }
  return undefined
}
