import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const START = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url))

export interface StartOptions {
  /** AVOW_DATA; a new folder where left out. */
  readonly data?: string
  /** Settings beside the ports, which are free ones unless named here. */
  readonly env?: Readonly<Record<string, string>>
}

/** The product as its user has it: `npm start` in a process of its own. */
export interface RunningDesk {
  readonly url: string
  readonly smtpPort: number
  readonly data: string
  /** What it printed before it was ready. */
  readonly lines: readonly string[]
  /** From the start of the process until it was ready, ms. */
  readonly startedWithin: number
  readonly process: ChildProcess
  /** Settled with the exit code once the process has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Everything on standard error so far. */
  log(): string
  /** Sends a signal, and answers as `ended`. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** What a process that ended by itself left behind. */
export interface EndedDesk {
  readonly code: number | null
  readonly output: string
  readonly errors: string
  /** Ms. */
  readonly within: number
}

const folders: string[] = []
const children = new Set<ChildProcess>()

/** A new data folder that PostgreSQL can enter, removed by `removeDesks`. `mode`: of the folder around it. */
export function dataFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-desk-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return join(folder, 'data')
}

/** Ends every desk and database of this test file, and removes their folders. */
export async function removeDesks(): Promise<void> {
  for (const child of children) child.kill('SIGKILL')
  await until(() => children.size === 0)
  for (const folder of folders.splice(0)) {
    const base = databaseFolder(join(folder, 'data'))
    await endDatabase(base)
    rmSync(folder, { recursive: true, force: true })
    rmSync(base, { recursive: true, force: true })
  }
}

/** Starts the desk and waits until it says where it answers. Throws with what it wrote where it ends before. */
export async function startDesk(options: StartOptions = {}): Promise<RunningDesk> {
  const begun = performance.now()
  const { child, data, output, ended } = launchDesk(options)
  const first = await Promise.race([ended, until(() => output.out.includes('Stop with Ctrl-C'))])
  if (typeof first !== 'boolean') throw new Error(`the desk ended with ${first}:\n${output.out}${output.errors}`)
  const url = /^Desk\s+(\S+)\/desk$/m.exec(output.out)?.[1]
  const smtpPort = /port (\d+)$/m.exec(output.out)?.[1]
  if (url === undefined || smtpPort === undefined) throw new Error(`these lines do not say where it is:\n${output.out}`)
  return {
    url,
    smtpPort: Number(smtpPort),
    data,
    lines: output.out.trimEnd().split('\n'),
    startedWithin: performance.now() - begun,
    process: child,
    ended,
    log: () => output.errors,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts a desk that is expected to end by itself. */
export async function startAndEnd(options: StartOptions = {}): Promise<EndedDesk> {
  const begun = performance.now()
  const { output, ended } = launchDesk(options)
  const code = await ended
  return { code, output: output.out, errors: output.errors, within: performance.now() - begun }
}

/** Starts the process, and waits for nothing. */
export function launchDesk({ data = dataFolder(), env = {} }: StartOptions = {}) {
  const child = spawn(process.execPath, [START], {
    env: {
      ...process.env,

      AVOW_DATA: data,
      PORT: '0',
      AVOW_SMTP_PORT: '0',
      AVOW_BACKUPS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const output = { out: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.errors += text
  })
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    }),
  )
  return { child, data, output, ended }
}

/** Where the embedded database of a data folder stands. */
export function databaseFolder(data: string): string {
  const noted = join(data, 'postgres.location')
  return existsSync(noted) ? readFileSync(noted, 'utf8').trim() : data
}

/** A desk that was killed leaves its PostgreSQL running. */
async function endDatabase(base: string): Promise<void> {
  const file = join(base, 'postgres', 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : 0
  if (pid === 0 || !isAlive(pid)) return
  process.kill(pid, 'SIGQUIT')
  await until(() => !isAlive(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
