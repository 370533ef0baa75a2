import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'

export interface NightlyOptions {
  /** Where backups go. */
  readonly folder: string
  /** How many of them are kept. */
  readonly keep: number
  readonly log: Logger
  /** The process clock, UTC ms. */
  readonly clock: () => number
  /** Writes a backup into a file. */
  readonly write: (file: string) => Promise<unknown>
}

const NAME = /^avow-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})Z\.tar\.gz$/
const HOUR = 3_600_000
const LOOK_EVERY = HOUR / 6
/** Nobody notices it then, UTC. */
const NIGHT = [1, 5] as const
const LATE = 26 * HOUR

/** A backup each night (between 1 and 5 UTC; at any hour once the newest is more than 26 h old), the last `keep` kept. */
export function startNightlyBackups(options: NightlyOptions): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const look = (): void => {
    running = running
      .then(async () => void (await backUpWhereDue(options)))
      .catch((error: unknown) => options.log.error({ error }, 'the nightly backup failed'))
  }
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()
  look()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

/** Makes a backup where one is due, and deletes the oldest beyond `keep`. Answers its file. */
export async function backUpWhereDue({ folder, keep, log, clock, write }: NightlyOptions): Promise<string | undefined> {
  if (keep === 0) return undefined
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const now = clock()
  const made = (await backupsIn(folder)).sort((a, b) => b.at - a.at)
  if (!isDue(made[0]?.at, now)) return undefined
  const file = join(
    folder,
    `avow-${new Date(now)
      .toISOString()
      .slice(0, 16)
      .replace(/:(\d\d)$/, '$1')}Z.tar.gz`,
  )
  await write(file)
  log.info({ file }, 'backed up')
  for (const { name } of made.slice(keep - 1)) await rm(join(folder, name), { force: true })
  return file
}

function isDue(newest: number | undefined, now: number): boolean {
  const hour = new Date(now).getUTCHours()
  const atNight = hour >= NIGHT[0] && hour < NIGHT[1]
  if (newest === undefined) return atNight
  return now - newest > LATE || (atNight && now - newest > 12 * HOUR)
}

async function backupsIn(folder: string): Promise<{ readonly name: string; readonly at: number }[]> {
  return (await readdir(folder)).flatMap((name) => {
    const found = NAME.exec(name)
    return found === null ? [] : [{ name, at: Date.parse(`${found[1]}T${found[2]}:${found[3]}:00Z`) }]
  })
}
