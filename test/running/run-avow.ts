import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const AVOW = fileURLToPath(new URL('../../node_modules/.bin/avow', import.meta.url))

/** Runs the command `avow`, as `npx avow` does. Answers what it printed; throws with it where it does not end with 0. */
export async function runAvow(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [AVOW, ...args], { env: { ...process.env, ...env } })
  let output = ''
  const take = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`avow ${args.join(' ')} ended with ${code}:\n${output}`)
  return output
}
