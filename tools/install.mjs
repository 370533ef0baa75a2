// Runs on Node 20: the first step of every script that works on a fresh clone.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs `npm ci` where node_modules is missing or is not what package-lock.json says. Ends the process when npm fails. */
export function installWhereNeeded() {
  useCacheThatCanBeWritten()
  const reason = reasonToInstall(ROOT)
  if (reason === undefined) return
  console.log(`Installing packages (${reason}) …`)
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const [program, first] = npmCommand()
  const result = spawnSync(program, [...first, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (result.status === 0) return
  console.error(
    result.error === undefined
      ? 'Nothing was run, since "npm ci" failed; its own message stands above.'
      : `Nothing was run, since npm could not be started (${result.error.message}). Install npm 10 or newer.`,
  )
  process.exit(1)
}

/**
 * @param {string} root
 * @returns {string | undefined} undefined when what is installed is what the lock asks for
 */
export function reasonToInstall(root) {
  // npm writes this file last, with what it really installed: it is missing after an installation that broke off.
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return 'nothing is installed yet'
  const installed = readPackages(installedFile)
  for (const [path, wanted] of Object.entries(readPackages(join(root, 'package-lock.json')))) {
    if (!path.includes('node_modules/') || !belongsOnThisMachine(path, wanted)) continue
    const found = installed[path]
    if (found === undefined || found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return `${path} is not as package-lock.json says`
    }
    if (!existsSync(join(root, path))) return `${path} has gone`
  }
  return undefined
}

/**
 * What an optional package asks of the machine is npm's to judge, so only the pinned Node is looked for among them.
 * @param {string} path
 * @param {LockedPackage} entry
 */
function belongsOnThisMachine(path, entry) {
  if (entry.optional !== true && entry.devOptional !== true && entry.peer !== true) return true
  if (!path.startsWith('node_modules/node-')) return false
  return [entry.os].flat().includes(process.platform) && [entry.cpu].flat().includes(process.arch)
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean,
 *   peer?: boolean, os?: string | string[], cpu?: string | string[] }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** npm keeps its cache at home, which an account made for a service may not have. */
function useCacheThatCanBeWritten() {
  try {
    accessSync(homedir(), constants.W_OK)
  } catch {
    const named = process.env['npm_config_cache']
    // An npm that started us names its default, at home, to its children.
    if (named !== undefined && !named.startsWith(homedir())) return
    process.env['npm_config_cache'] = join(tmpdir(), `avow-npm-${process.getuid?.() ?? 'cache'}`)
  }
}

/**
 * How to start the npm that started us, or the one on the path.
 * @returns {[program: string, first: string[]]}
 */
export function npmCommand() {
  const running = process.env['npm_execpath']
  if (running?.endsWith('.js') && running.includes('npm')) return [process.execPath, [running]]
  if (process.platform === 'win32') return ['cmd.exe', ['/d', '/c', 'npm']]
  return ['npm', []]
}
