import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { npmCommand } from './install.mjs'
import { type Outcome, ROOT, run, runPackageBin } from './run-command.ts'
import { sourceTree } from './source-files.ts'

/** What is published, each after the packages that it uses. */
const PUBLISHED = ['core', 'cli']

interface Manifest {
  readonly name: string
  readonly version: string
  readonly bin?: Record<string, string>
  readonly exports?: Record<string, string>
  readonly [key: string]: unknown
}

/** `npm run pack [-- FOLDER]`: makes the tarballs in FOLDER, `out` when none is given. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    for (const tarball of await pack(resolve(ROOT, args[0] ?? 'out'))) console.log(tarball)
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

/**
 * Builds every published package to JavaScript and declarations, since Node strips no types below node_modules, and
 * packs it. The sources' own package.json stays as it is: the packed one is written into `out/staging`.
 * Answers the tarballs' absolute paths; throws with the compiler's or npm's own words.
 */
export async function pack(out: string): Promise<string[]> {
  const staging = join(out, 'staging')
  rmSync(staging, { recursive: true, force: true })
  const tarballs: string[] = []
  for (const name of PUBLISHED) {
    const stage = join(staging, name)
    const manifest = readManifest(`packages/${name}/package.json`)
    mkdirSync(stage, { recursive: true })
    await compile(name, manifest, staging)
    nameWhatWasBuilt(join(stage, 'dist'))
    copyWhatIsNotCompiled(name, stage)
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(packedManifest(manifest), undefined, 2)}\n`)
    const [program, first] = npmCommand()
    const packArgs = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', out]
    orThrow(await run(program, [...first, ...packArgs], { cwd: stage }), `npm pack of ${manifest.name}`)
    tarballs.push(join(out, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`))
  }
  return tarballs
}

async function compile(name: string, manifest: Manifest, staging: string): Promise<void> {
  const builtBefore = PUBLISHED.slice(0, PUBLISHED.indexOf(name))
  const config = {
    extends: join(ROOT, name === 'core' ? 'packages/core/tsconfig.json' : 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: join(ROOT, 'packages', name, 'src'),
      outDir: join(staging, name, 'dist'),
      ...(name === 'core' ? {} : { types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] }),
      // A package of ours is compiled against what was built of the others, as it will meet them when installed.
      paths: Object.fromEntries(
        builtBefore.map((other) => [`@avow/${other}`, [join(staging, other, 'dist/index.d.ts')]]),
      ),
    },
    // Core is what its entries reach; the command also starts files by name (workers), which no import shows.
    ...(name === 'core'
      ? { files: Object.values(manifest.exports ?? {}).map((entry) => join(ROOT, 'packages/core', entry)), include: [] }
      : {
          include: [join(ROOT, 'packages', name, 'src')],
          exclude: [join(ROOT, 'packages', name, 'src/**/*.test.ts')],
        }),
  }
  const file = join(staging, `tsconfig.${name}.json`)
  writeFileSync(file, JSON.stringify(config))
  orThrow(await runPackageBin('typescript', 'tsc', ['-p', file]), `Compiling packages/${name}`)
}

/** A file started by its address (`new URL('./worker.ts', import.meta.url)`) is no import: the compiler leaves it alone. */
function nameWhatWasBuilt(dist: string): void {
  for (const file of sourceTree(dist).files.filter((path) => path.endsWith('.js'))) {
    const text = readFileSync(join(dist, file), 'utf8')
    const renamed = text.replace(/(new URL\((['"])\.\.?\/[^'"]+)\.ts(\2, import\.meta\.url\))/g, '$1.js$3')
    if (renamed !== text) writeFileSync(join(dist, file), renamed)
  }
}

function copyWhatIsNotCompiled(name: string, stage: string): void {
  const source = join(ROOT, 'packages', name)
  for (const file of sourceTree(join(source, 'src')).files.filter((path) => !/\.tsx?$/.test(path))) {
    mkdirSync(dirname(join(stage, 'dist', file)), { recursive: true })
    copyFileSync(join(source, 'src', file), join(stage, 'dist', file))
  }
  copyFileSync(join(ROOT, 'LICENSE'), join(stage, 'LICENSE'))
  for (const extra of ['README.md', 'SPEC.md', 'bin']) {
    if (existsSync(join(source, extra))) cpSync(join(source, extra), join(stage, extra), { recursive: true })
  }
  if (name !== 'cli') return
  copyFileSync(join(ROOT, 'tools/pinned-node.mjs'), join(stage, 'bin/pinned-node.mjs'))
  for (const folder of ['charters', 'mappings'].filter((folder) => existsSync(join(ROOT, folder)))) {
    cpSync(join(ROOT, folder), join(stage, folder), { recursive: true })
  }
}

/** The manifest as it is published: what pointed to a source points to what was built of it. */
function packedManifest(manifest: Manifest): Manifest {
  const { exports = {} } = manifest
  const built = Object.entries(exports).map(([entry, source]) => {
    const path = source.replace('./src/', './dist/').replace(/\.ts$/, '')
    return [entry, { types: `${path}.d.ts`, default: `${path}.js` }]
  })
  const root = readManifest('package.json')
  return {
    ...manifest,
    ...(built.length > 0 ? { exports: Object.fromEntries(built) } : {}),
    // A command hands over to the Node that npm installs beside it.
    ...(manifest.bin ? { engines: root['engines'], optionalDependencies: root['optionalDependencies'] } : {}),
  } as Manifest
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest
}

function orThrow({ code, output }: Outcome, what: string): void {
  if (code !== 0) throw new Error(`${what} failed:\n${output}`)
}
