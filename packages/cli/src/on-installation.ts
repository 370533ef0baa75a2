import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure.ts'

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
    const child = spawn(process.execPath, [program, name, ...args], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 2))
  })
}
