import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runPackageBin } from './run-command.ts'
import { isTest, sourceTree } from './source-files.ts'

const WEB = join(ROOT, 'packages/web')
const DIST = join(WEB, 'dist')

/**
 * Builds the desk's pages unless they were built from these very sources. Answers their folder. It appears once it is
 * whole, so that two who start at once do not get into each other's way.
 */
export async function buildWebWhereStale(): Promise<string> {
  const name = hashOfSources().slice(0, 16)
  const folder = join(DIST, name)
  if (existsSync(folder)) return folder
  console.log('Building the desk …')
  const unfinished = `${name}.${process.pid}`
  mkdirSync(DIST, { recursive: true })
  const { code, output } = await runPackageBin(
    'vite',
    'vite',
    ['build', '--logLevel', 'warn', '--outDir', join('dist', unfinished)],
    // Tests build what people get: under NODE_ENV=test React would come with its warnings, twice as large.
    { cwd: WEB, env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (code !== 0) throw new Error(`The desk's pages could not be built:\n${output}`)
  try {
    renameSync(join(DIST, unfinished), folder)
  } catch (error) {
    rmSync(join(DIST, unfinished), { recursive: true, force: true })
    // Somebody else was quicker, with the same pages.
    if (!existsSync(folder)) throw error
  }
  removeOthers(name)
  return folder
}

/** Pages of earlier sources, finished or left by a build that was broken off; not what another builds at this moment. */
function removeOthers(name: string): void {
  const isOurs = (entry: string): boolean => entry === name || isBeingBuilt(entry)
  for (const entry of readdirSync(DIST)) {
    if (!isOurs(entry)) rmSync(join(DIST, entry), { recursive: true, force: true })
  }
}

function isBeingBuilt(entry: string): boolean {
  const pid = Number(/^[0-9a-f]{16}\.(\d+)$/.exec(entry)?.[1])
  try {
    return Number.isInteger(pid) && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** SHA-256 over all that the pages are made of: their sources, those of the packages they use, the lock. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of ['packages/web', 'packages/contract/src', 'packages/core/src']) {
    for (const file of sourceTree(join(ROOT, folder)).files) {
      if (isTest(file)) continue
      hash.update(`${folder}/${file}\n`)
      hash.update(readFileSync(join(ROOT, folder, file)))
    }
  }
  hash.update(readFileSync(join(ROOT, 'package-lock.json')))
  return hash.digest('hex')
}
