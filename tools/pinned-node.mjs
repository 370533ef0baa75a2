// Runs on Node 20 and newer. Everything after the hand-over may use what Node 24 brings (TypeScript without a build).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The major version of the Node that npm installs for this project (`optionalDependencies` of package.json). */
export const PINNED_MAJOR = 24

const requireFromHere = createRequire(import.meta.url)

/**
 * The Node binary that npm installed as a platform package, or undefined where there is none: on a Mac (the darwin
 * packages are not in the registry), with `--omit=optional`, or before `npm ci`.
 * @returns {string | undefined} absolute path
 */
export function findPinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = requireFromHere.resolve(`node-${platform}-${process.arch}/package.json`)
    const binary = join(dirname(manifest), 'bin', platform === 'win' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/**
 * Call first in a script that needs Node 24. True when this process may go on: it runs Node 24, or something newer
 * where no Node is pinned. Otherwise the script is run again by the pinned Node, its exit code becomes ours, and the
 * answer is false: return at once.
 * @param {string} scriptUrl the caller's `import.meta.url`
 * @returns {Promise<boolean>}
 */
export async function continueOnPinnedNode(scriptUrl) {
  const major = Number(process.versions.node.split('.')[0])
  if (major === PINNED_MAJOR) return true
  const pinned = findPinnedNode()
  if (pinned !== undefined) {
    process.exitCode = await runToItsEnd(pinned, [fileURLToPath(scriptUrl), ...process.argv.slice(2)])
    return false
  }
  if (major > PINNED_MAJOR) return true
  console.error(missingNodeMessage())
  process.exitCode = 2
  return false
}

/** @returns {string} */
function missingNodeMessage() {
  const found = `This is Node ${process.versions.node} and Avow needs Node ${PINNED_MAJOR} or newer.`
  return process.platform === 'darwin'
    ? `${found} On a Mac install Node ${PINNED_MAJOR} or newer (https://nodejs.org) and run this again.`
    : `${found} Run "npm ci" (it brings its own Node), or install Node ${PINNED_MAJOR} or newer (https://nodejs.org).`
}

/**
 * Runs a program with our streams, passes signals on, and answers its exit code. Dies of the same signal as the
 * program, so that a shell or a supervisor above sees the truth.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runToItsEnd(program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal sends Ctrl-C and its closing to the whole group: passed on, the program would get them twice,
      // and a second signal means "stop at once".
      const sentByTerminal = signal !== 'SIGTERM' && process.stdin.isTTY
      if (!sentByTerminal) child.kill(signal)
    }
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    child.on('error', (error) => {
      console.error(`The Node that npm installed cannot be run here: ${error.message}. Install Node ${PINNED_MAJOR}.`)
      done(2)
    })
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      if (signal === null) done(code ?? 1)
      else if (process.platform === 'win32') done(128 + (constants.signals[signal] ?? 0))
      else process.kill(process.pid, signal)
    })
  })
}
