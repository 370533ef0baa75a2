import { join } from 'node:path'
import { pino } from 'pino'
import { folderBlobs } from '../src/blobs/index.ts'
import { openStore } from '../src/db/index.ts'
import type { Desk } from '../src/desk.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { openKeys } from '../src/secrets/index.ts'
import { ROOT } from './root.ts'

/** What a process of a test is told of where it works. */
export interface ChildPlace {
  readonly connection: { host: string; port: number; user: string; password: string; database: string }
  /** With its blobs and its keys. */
  readonly folder: string
}

/** A desk in a process of its own, on a database and a folder that others use too. */
export async function openChildDesk({ connection, folder }: ChildPlace): Promise<Desk> {
  const store = await openStore({
    connection: { ...connection, max: 6 },
    retryWaits: [5, 20, 50],
    handlers: EVENT_HANDLERS,
  })
  return {
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: '',
    log: pino({ level: 'fatal' }),
    zoneData: 'test',
    root: ROOT,
  }
}

/** Ends this process the hard way at the step that AVOW_FAILPOINT names: `step:count`, the count-th time. */
export function failpoint(): (step: string) => void {
  const [named = '', count = '1'] = (process.env['AVOW_FAILPOINT'] ?? '').split(':')
  let left = Number(count)
  return (step) => {
    if (step !== named) return
    left -= 1
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
  }
}
