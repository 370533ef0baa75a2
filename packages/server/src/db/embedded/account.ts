import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom PostgreSQL runs as. It refuses to run as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Debian's `nobody`; no entry in the list of users is needed. */
export const NOBODY: Account = { uid: 65534, gid: 65534 }

export const isRoot = (): boolean => process.getuid?.() === 0

/** May this account go through every folder on the way to `path`, and through it (a folder) or read and run it (a file)? */
export function mayReach(path: string, account: Account): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const found = statSync(at)
    const needed = found.isDirectory() ? 0o1 : 0o5
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0
    if (((found.mode >> shift) & needed) !== needed) return false
    if (dirname(at) === at) return true
  }
}

/** Starts a program of PostgreSQL's; as `account` where one is given. Nothing of our environment reaches it. */
export function spawnAs(
  account: Account | undefined,
  file: string,
  args: readonly string[],
  more: SpawnOptions,
): ChildProcess {
  const env: NodeJS.ProcessEnv = { LANG: 'C', LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] }
  // Windows needs its own folder's name to load a network library.
  const systemRoot = process.env['SystemRoot']
  if (systemRoot !== undefined) env['SystemRoot'] = systemRoot
  // Our own working directory may be closed to the account.
  return spawn(file, args, { cwd: '/', env, windowsHide: true, ...account, ...more })
}

/** Runs such a program to its end. Throws with what it printed when it fails. */
export async function runAs(account: Account | undefined, file: string, args: readonly string[]): Promise<void> {
  const child = spawnAs(account, file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${output.trim()}`)
}
