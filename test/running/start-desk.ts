import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url))

export interface StartOptions {
  /** AVOW_DATA; a new folder where left out. */
  readonly data?: string
  /** Settings beside the ports, which are free ones. */
  readonly env?: Readonly<Record<string, string>>
}

/** The product as its user has it: `npm start` in a process of its own. */
export interface RunningDesk {
  readonly url: string
  readonly smtpPort: number
  readonly data: string
  /** What it printed before it was ready. */
  readonly lines: readonly string[]
  readonly process: ChildProcess
  /** Everything on standard error so far. */
  log(): string
  /** Sends a signal and answers the exit code once the process has ended; null where a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

const folders: string[] = []

/** A new data folder, removed by `removeFolders`. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-desk-'))
  folders.push(folder)
  return join(folder, 'data')
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Starts the desk and waits until it says where it answers. Throws with what it wrote where it ends before. */
export function startDesk({ data = dataFolder(), env = {} }: StartOptions = {}): Promise<RunningDesk> {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, AVOW_DATA: data, PORT: '0', AVOW_SMTP_PORT: '0', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the desk ended with ${code}:\n${output}${errors}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (!output.includes('Stop with Ctrl-C')) return
      const url = /^Desk\s+(\S+)\/desk$/m.exec(output)?.[1]
      const smtpPort = /port (\d+)$/m.exec(output)?.[1]
      if (url === undefined || smtpPort === undefined) reject(new Error(`these lines say not where it is:\n${output}`))
      else
        resolve({
          url,
          smtpPort: Number(smtpPort),
          data,
          lines: output.trimEnd().split('\n'),
          process: child,
          log: () => errors,
          stop(signal = 'SIGTERM') {
            child.kill(signal)
            return ended
          },
        })
    })
  })
}
