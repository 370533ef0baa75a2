import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { transformSync } from '@swc/core'

type Exports = Record<string, unknown>
type Require = (name: string) => unknown
type Body = (exports: Exports, require: Require, __filename: string) => void

interface Compiled {
  readonly body: Body
  /** What it imports, by the names that it writes. */
  readonly imports: readonly string[]
}

/**
 * The TypeScript files of a folder, each compiled once and run anew for every `Modules` made of it: what a module keeps
 * (tables made when it is loaded, what it has counted before) is never seen by the next mutant. Saves the start of a
 * process for each. Packages are node's own and stay, as do files of ours that import nothing with a mutant in it, however
 * far; `given` stands in place of a package, by its name.
 */
export class CompiledFiles {
  readonly #compiled = new Map<string, Compiled>()
  readonly #lasting = new Map<string, boolean>()
  readonly #root: string
  readonly #given: ReadonlyMap<string, unknown>
  readonly #mutated: ReadonlySet<string>
  readonly #packages: Require
  /** What the files that last have exported, by their absolute paths. */
  readonly kept = new Map<string, Exports>()

  /** `mutated`: absolute paths of the files with mutants in them. */
  constructor(root: string, given: ReadonlyMap<string, unknown>, mutated: ReadonlySet<string>) {
    this.#root = root
    this.#given = given
    this.#mutated = mutated
    this.#packages = createRequire(pathToFileURL(resolve(root, 'package.json')))
  }

  body(file: string): Body {
    return this.#compile(file).body
  }

  /** Is the file the same whatever the mutant? Tests never are: loading one collects what stands in it. */
  lasts(file: string): boolean {
    const known = this.#lasting.get(file)
    if (known !== undefined) return known
    // While it is asked, for files that import each other in a circle.
    this.#lasting.set(file, false)
    const imported = this.#compile(file).imports.flatMap((name) => this.find(name, file) ?? [])
    const lasts = !this.#mutated.has(file) && !file.endsWith('.test.ts') && imported.every((other) => this.lasts(other))
    this.#lasting.set(file, lasts)
    return lasts
  }

  /** The file that a name stands for in another file; undefined for a package. */
  find(name: string, from: string): string | undefined {
    return name.startsWith('.') ? fileURLToPath(new URL(name, pathToFileURL(from))) : this.ours(name)
  }

  #compile(file: string): Compiled {
    const known = this.#compiled.get(file)
    if (known !== undefined) return known
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      module: { type: 'commonjs' },
    })
    const script = new Script(`(function (exports, require, __filename) {${code}\n})`, { filename: file })
    const imports = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name)
    const compiled = { body: script.runInThisContext() as Body, imports }
    this.#compiled.set(file, compiled)
    return compiled
  }

  /** The file that a package of ours stands for: by its name, node_modules leads back to the code without mutants. */
  ours(name: string): string | undefined {
    return name === '@avow/core' ? resolve(this.#root, 'packages/core/src/index.ts') : undefined
  }

  outside(name: string): unknown {
    return this.#given.get(name) ?? this.#packages(name)
  }
}

/** Modules that share their state with each other and, but for those that last, with no other `Modules`. */
export class Modules {
  readonly #files: CompiledFiles
  readonly #loaded = new Map<string, Exports>()

  constructor(files: CompiledFiles) {
    this.#files = files
  }

  /** What the file with this absolute path exports; throws what it throws. */
  load(file: string): Exports {
    const loaded = this.#files.lasts(file) ? this.#files.kept : this.#loaded
    const known = loaded.get(file)
    if (known !== undefined) return known
    const exports: Exports = {}
    loaded.set(file, exports)
    const require = (name: string) => {
      const inside = this.#files.find(name, file)
      return inside === undefined ? this.#files.outside(name) : this.load(inside)
    }
    this.#files.body(file)(exports, require, file)
    return exports
  }
}
