import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runPackageBin } from './run-command.ts'
import { isTest, sourceTree } from './source-files.ts'

const WEB = join(ROOT, 'packages/web')
const DIST = join(WEB, 'dist')
/** What the pages were built from. */
const BUILT_FROM = join(DIST, 'built-from.txt')

/** Builds the desk's pages unless they were built from these very sources. Answers their folder. */
export async function buildWebWhereStale(): Promise<string> {
  const sources = hashOfSources()
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sources) return DIST
  console.log('Building the desk …')
  const { code, output } = await runPackageBin('vite', 'vite', ['build', '--logLevel', 'warn'], { cwd: WEB })
  if (code !== 0) throw new Error(`The desk's pages could not be built:\n${output}`)
  writeFileSync(BUILT_FROM, sources)
  return DIST
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
