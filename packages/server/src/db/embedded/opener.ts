import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another server has this data folder open. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen'
  constructor(data: string, holder: string) {
    super(`${data} is in use by ${holder}. Stop that one first, or start this one with another AVOW_DATA.`)
  }
}

/**
 * Claims the data folder for this process; answers how to let go of it. Throws AlreadyOpen where a living process has it.
 * A claim left by a killed process is taken over: it is known by its start, so that a number given out again deceives
 * nobody. This is the quick and friendly lock; the one that counts is held in the database (see open-embedded.ts), so a
 * system that does not tell when a process started loses nothing but speed.
 */
export function claim(data: string): () => void {
  const path = join(data, 'postgres.opener')
  const mine = `${process.pid} ${startOf(process.pid) ?? '-'}\n`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    for (let tries = 0; ; tries++) {
      try {
        linkSync(draft, path)
        return () => {
          if (read(path) === mine) rmSync(path, { force: true })
        }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || tries === 9) throw error
      }
      const [pid = '', start = ''] = (read(path) ?? '').trim().split(' ')
      if (start !== '-' && startOf(Number(pid)) === start) throw new AlreadyOpen(data, `the server with process ${pid}`)
      rmSync(path, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * When a process started, in the kernel's ticks since the machine did; undefined where it has ended, also where its parent
 * has not asked after it yet, or where the system does not tell.
 */
export function startOf(pid: number): string | undefined {
  // The second field is the program's name in brackets and may hold anything: count from behind it.
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' || fields?.[0] === 'X' ? undefined : fields?.[19]
}
