import { readFileSync } from 'node:fs'
import process from 'node:process'
import { ConfigurationError, readConfiguration } from './configuration.ts'
import { AlreadyOpen } from './db/index.ts'
import { openLog } from './log.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { startingLines } from './starting-lines.ts'

export interface MainOptions {
  /** The checkout, absolute. */
  readonly root: string
  /** Builds the pages of the desk where they are not built yet; answers their folder. */
  readonly buildWeb: () => Promise<string>
}

/** Of this package. */
const VERSION = versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** How long a stop may take before the process ends all the same, ms. */
const STOP_WITHIN = 15_000

/**
 * The server as a process: the one place where the environment and the process clock are read. Answers the exit code once
 * it has stopped: 0 after SIGTERM or SIGINT, 1 where something broke, 2 for settings that cannot be.
 */
export async function main({ root, buildWeb }: MainOptions): Promise<number> {
  let server: RunningServer | undefined
  try {
    const configuration = readConfiguration(process.env)
    const log = openLog(configuration.logLevel, process.stderr)
    const webFolder = await buildWeb()
    const stopping = firstSignal()
    server = await startServer({
      configuration,
      log,
      clock: Date.now,
      root,
      webFolder,
      zoneData: process.versions.tz ?? 'unknown',
      version: VERSION,
      stopping,
    })
    for (const line of startingLines(server)) console.log(line)
    const why = await Promise.race([told(stopping), server.broken])
    const ending = setTimeout(() => process.exit(1), STOP_WITHIN)
    ending.unref()
    await server.stop()
    if (why === undefined) return 0
    console.error(why)
    return 1
  } catch (error) {
    // Told to stop before it was ready, and stopped.
    if (error instanceof DOMException && error.name === 'AbortError') return 0
    if (error instanceof ConfigurationError) {
      console.error(error.message)
      return 2
    }
    console.error(error instanceof AlreadyOpen || isPlain(error) ? error.message : error)
    return 1
  }
}

/** Aborted by the first signal to stop; the second ends the process at once. */
function firstSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(1)
    stopping.abort()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return stopping.signal
}

function told(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

/** Something of the machine that a person can mend (a port that is taken, a folder that cannot be written). */
function isPlain(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function versionOf(manifest: string): string {
  const { version }: { version?: unknown } = JSON.parse(manifest)
  return typeof version === 'string' ? version : 'unknown'
}
