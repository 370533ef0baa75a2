import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderBlobs } from '../src/blobs/index.ts'
import type { EventHandler } from '../src/db/index.ts'
import type { Desk } from '../src/desk.ts'
import { openLog } from '../src/log.ts'
import { openKeys } from '../src/secrets/index.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { ROOT } from './root.ts'

export interface TestDesk extends Desk {
  readonly database: TestDatabase
  /** Lines that the log was told. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

/** What the parts of a server share, on a database and folders of its own. `publicUrl` is where a test app will listen. */
export async function openTestDesk(
  handlers: readonly EventHandler[] = [],
  publicUrl = 'http://127.0.0.1:8080',
): Promise<TestDesk> {
  const database = await openTestDatabase(handlers)
  const folder = mkdtempSync(join(tmpdir(), 'avow-desk-'))
  const logged: string[] = []
  return {
    database,
    logged,
    store: database.store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl,
    zoneData: 'test',
    root: ROOT,
    log: openLog('debug', { write: (line) => logged.push(line) }),
    async close() {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
