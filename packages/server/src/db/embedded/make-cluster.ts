import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAs } from './account.ts'
import type { Place } from './place.ts'
import type { Programs } from './programs.ts'

/** The name of the role that owns the cluster, PostgreSQL's superuser. */
export const SUPERUSER = 'postgres'

/**
 * Makes the cluster unless it is there: beside its place, then moved, so that a start that was killed half-way leaves
 * nothing that looks finished. Answers the password of its roles, which lies in the cluster: they never come apart.
 */
export async function makeCluster({ base, cluster, account }: Place, { initdb }: Programs): Promise<string> {
  const keptIn = join(cluster, 'avow.password')
  if (!existsSync(cluster)) {
    const making = join(base, `postgres.making-${process.pid}`)
    const passwordFile = `${making}.password`
    const mine = (path: string): void => {
      if (account !== undefined) chownSync(path, account.uid, account.gid)
    }
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { mode: 0o700 })
    mine(making)
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    mine(passwordFile)
    try {
      await runAs(account, initdb, [
        `--pgdata=${making}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and the same capital letters on every machine, whatever its C library.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ])
      renameSync(passwordFile, join(making, 'avow.password'))
      renameSync(making, cluster)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      rmSync(passwordFile, { force: true })
      // Another start may have been quicker by a moment; then its cluster is as good.
      if (!existsSync(cluster)) throw error
    }
  }
  return readFileSync(keptIn, 'utf8').trim()
}
