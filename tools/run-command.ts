import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder, absolute, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

export interface Outcome {
  readonly code: number
  /** Both streams as they came, empty when `show` was asked for. */
  readonly output: string
}

export interface RunOptions {
  /** Let the program write to our own streams. */
  readonly show?: boolean
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program to its end. Never throws for an exit code; a program that cannot be started answers 127. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', (error) => done({ code: 127, output: `${program} could not be started: ${error.message}\n` }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/**
 * Runs a program that an npm package brings, by this Node and not by whichever Node is on the path.
 * `bin` is the name in that package's manifest.
 */
export function runPackageBin(
  packageName: string,
  bin: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const folder = join(ROOT, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const path = manifest.bin[bin]
  if (path === undefined) throw new Error(`The package ${packageName} has no program called ${bin}.`)
  return run(process.execPath, [join(folder, path), ...args], options)
}
