import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { transformSync } from '@swc/core'

type Exports = Record<string, unknown>
type Require = (name: string) => unknown
type Body = (exports: Exports, require: Require, __filename: string) => void

/**
 * The TypeScript files of a folder, each compiled once and run anew for every `Modules` made of it: what a module keeps
 * (tables made when it is loaded, what it has counted before) is never seen by the next mutant. Saves the start of a
 * process for each. Packages are node's own and stay; `given` stands in place of a package, by its name.
 */
export class CompiledFiles {
  readonly #bodies = new Map<string, Body>()
  readonly #root: string
  readonly #given: ReadonlyMap<string, unknown>
  readonly #packages: Require

  constructor(root: string, given: ReadonlyMap<string, unknown>) {
    this.#root = root
    this.#given = given
    this.#packages = createRequire(pathToFileURL(resolve(root, 'package.json')))
  }

  body(file: string): Body {
    const known = this.#bodies.get(file)
    if (known !== undefined) return known
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      module: { type: 'commonjs' },
    })
    const script = new Script(`(function (exports, require, __filename) {${code}\n})`, { filename: file })
    const body = script.runInThisContext() as Body
    this.#bodies.set(file, body)
    return body
  }

  /** The file that a package of ours stands for: by its name, node_modules leads back to the code without mutants. */
  ours(name: string): string | undefined {
    return name === '@avow/core' ? resolve(this.#root, 'packages/core/src/index.ts') : undefined
  }

  outside(name: string): unknown {
    return this.#given.get(name) ?? this.#packages(name)
  }
}

/** Modules that share their state with each other and with no other `Modules`. */
export class Modules {
  readonly #files: CompiledFiles
  readonly #loaded = new Map<string, Exports>()

  constructor(files: CompiledFiles) {
    this.#files = files
  }

  /** What the file with this absolute path exports; throws what it throws. */
  load(file: string): Exports {
    const known = this.#loaded.get(file)
    if (known !== undefined) return known
    const exports: Exports = {}
    this.#loaded.set(file, exports)
    const here = pathToFileURL(file)
    const require = (name: string) => {
      const inside = name.startsWith('.') ? fileURLToPath(new URL(name, here)) : this.#files.ours(name)
      return inside === undefined ? this.#files.outside(name) : this.load(inside)
    }
    this.#files.body(file)(exports, require, file)
    return exports
  }
}
