import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.ts'

/**
 * Of Node, for commands of the server: nobody waits for their milliseconds, so they need not let garbage grow before they collect
 * it (an import holds 150 MB less).
 */
export const NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=8']

/** Hands a command over to the server that is installed beside. Answers its exit code. Throws Failure where there is none. */
export function runOnInstallation(name: string, args: readonly string[]): Promise<number> {
  let program: string
  try {
    program = fileURLToPath(import.meta.resolve('@avow/server/command'))
  } catch {
    throw new Failure(
      `“${name}” needs the desk to be installed, and it is not here. Run it in the server's folder: npx avow ${name}`,
    )
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NODE_OPTIONS, program, name, ...args], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 2))
  })
}
