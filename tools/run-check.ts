import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLayout } from './layout.ts'
import { checkLock } from './lock.ts'
import { checkPurity } from './purity.ts'
import { ROOT, runPackageBin } from './run-command.ts'
import { isTest, sourceTree, type Tree } from './source-files.ts'
import { checkCitations } from './spec-citations.ts'

/** One check: answers what is wrong, in plain lines; nothing wrong, no line. */
interface Check {
  readonly name: string
  find(tree: Tree): Promise<readonly string[]> | readonly string[]
}

const SPEC = 'packages/core/SPEC.md'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const CHECKS: readonly Check[] = [
  { name: 'types', find: () => types('tsconfig.json') },
  { name: 'types of core, with no Node and no page in sight', find: () => types('packages/core/tsconfig.json') },
  {
    name: 'types of what runs in a page',
    find: (tree) =>
      tree.files.some((file) => /\.browser(\.test)?\.tsx?$/.test(file)) ? types('tsconfig.browser.json') : [],
  },
  { name: 'types of the desk', find: () => types('tsconfig.web.json') },
  { name: 'lint', find: () => biome(['lint', '--reporter=concise', '--error-on-warnings']) },
  { name: 'formatting', find: formatting },
  { name: 'boundaries', find: boundaries },
  {
    name: 'purity of core',
    find: (tree) =>
      tree.files
        .filter((file) => file.startsWith('packages/core/src/') && file.endsWith('.ts') && !isTest(file))
        .flatMap((file) => checkPurity(file, read(file))),
  },
  { name: 'layout', find: (tree) => checkLayout(tree, read) },
  { name: 'lock', find: () => checkLock(read('package-lock.json')) },
  { name: 'rules and the tests that cite them', find: citations },
]

/** Runs all checks, one after the other, and prints a line for each. Answers how many found something. */
export async function runChecks(): Promise<number> {
  const tree = sourceTree(ROOT)
  const told = new Set<string>()
  let failed = 0
  for (const check of CHECKS) {
    const started = performance.now()
    const findings = await check.find(tree)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`)
    // The types of one file are looked at under several settings.
    const fresh = findings.filter((line) => !told.has(line))
    for (const line of fresh) console.log(`  ${line}`)
    if (fresh.length < findings.length) console.log(`  and ${findings.length - fresh.length} lines that stand above`)
    for (const line of fresh) told.add(line)
    if (findings.length > 0) failed += 1
  }
  return failed
}

export async function main(): Promise<number> {
  const failed = await runChecks()
  if (failed > 0)
    console.log(failed === 1 ? 'One check found something to mend.' : `${failed} checks found something to mend.`)
  return failed === 0 ? 0 : 1
}

const lines = (output: string): string[] => output.split('\n').filter((line) => line.trim() !== '')

async function types(config: string): Promise<string[]> {
  const { code, output } = await runPackageBin('typescript', 'tsc', ['-p', config])
  return code === 0 ? [] : lines(output)
}

async function biome(args: readonly string[]): Promise<string[]> {
  const { code, output } = await runPackageBin('@biomejs/biome', 'biome', [
    ...args,
    '--colors=off',
    '--max-diagnostics=none',
    '.',
  ])
  return code === 0 ? [] : lines(output)
}

async function formatting(): Promise<string[]> {
  const found = await biome(['check', '--linter-enabled=false', '--reporter=concise'])
  return found.length === 0 ? [] : ['These files are not in form; "npm run format" writes it:', ...found]
}

async function boundaries(tree: Tree): Promise<string[]> {
  const places = ['packages', 'bench', 'test', 'tools'].filter((place) => tree.folders.includes(place))
  const env = { ...process.env, NODE_OPTIONS: `--require=${join(ROOT, 'tools/parse-tsx.cjs')}` }
  const { code, output } = await runPackageBin('dependency-cruiser', 'depcruise', ['-T', 'err-long', ...places], {
    env,
  })
  return code === 0 ? [] : lines(output)
}

function citations(tree: Tree): string[] {
  if (!existsSync(join(ROOT, SPEC))) {
    console.log(`  ${SPEC} is not there yet, so no test can cite it.`)
    return []
  }
  const tests = tree.files
    .filter((file) => isTest(file) && !file.startsWith('tools/'))
    .map((path) => ({ path, text: read(path) }))
  return checkCitations({ path: SPEC, text: read(SPEC) }, tests)
}

/** Writes formatting and the order of imports. */
export async function format(): Promise<number> {
  const { code, output } = await runPackageBin('@biomejs/biome', 'biome', [
    'check',
    '--linter-enabled=false',
    '--write',
    '.',
  ])
  process.stdout.write(output)
  return code
}
