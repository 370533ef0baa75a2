import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number
  /** A folder with its socket, or an address. */
  readonly host: string
  readonly port: number
  readonly isReady: boolean
}

/** Undefined where there is none, or none that is finished being written. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid = '', , , port = '', socketFolder = '', address = '', , status = ''] = lines
  if (port === '') return undefined
  return {
    pid: Number(pid),
    host: socketFolder.trim() || address.trim() || '127.0.0.1',
    port: Number(port),
    isReady: status.trim() === 'ready',
  }
}

/**
 * Whether a PostgreSQL runs on this cluster, also one in another container on the same disk. Takes away a file whose
 * process number was given to another program meanwhile: PostgreSQL would believe it and never start again.
 */
export async function findRunning(cluster: string): Promise<PostmasterFile | undefined> {
  const file = readPostmasterFile(cluster)
  if (file === undefined) return undefined
  if (await answers(file)) return file
  if (!isAlive(file.pid)) return undefined
  if (process.platform !== 'linux' || workingFolder(file.pid) === realpathSync(cluster)) return file
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** PostgreSQL works in its cluster's folder. Undefined for a process that is not ours to look at, so not a database of ours. */
function workingFolder(pid: number): string | undefined {
  try {
    return realpathSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function answers({ host, port }: PostmasterFile): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? createConnection(`${host}/.s.PGSQL.${port}`) : createConnection(port, host)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
