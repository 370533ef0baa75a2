import { join } from 'node:path'
import { pino } from 'pino'
import { folderBlobs } from '../src/blobs/index.ts'
import { createMailReader, createSubmitter, openIntake } from '../src/channels/email/index.ts'
import { openStore } from '../src/db/index.ts'
import type { Desk } from '../src/desk.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { startMailReading } from '../src/jobs/mail-reader/index.ts'
import { startOutbox } from '../src/jobs/outbox/index.ts'
import { openKeys } from '../src/secrets/index.ts'

/**
 * A process with everything between a mail that comes in and one that goes out, which kills itself at the step that
 * AVOW_FAILPOINT names (`step:count`, the count-th time). Says its port, then works until it is told to stop.
 */
export interface ChildOptions {
  readonly connection: { host: string; port: number; user: string; password: string; database: string }
  readonly folder: string
  readonly submitUrl: string
}

const { connection, folder, submitUrl } = JSON.parse(process.argv[2] ?? '') as ChildOptions
const [failpoint = '', count = '1'] = (process.env['AVOW_FAILPOINT'] ?? '').split(':')
let left = Number(count)
const onStep = (step: string): void => {
  if (step !== failpoint) return
  left -= 1
  if (left <= 0) process.kill(process.pid, 'SIGKILL')
}

const store = await openStore({
  connection: { ...connection, max: 6 },
  retryWaits: [5, 20, 50],
  handlers: EVENT_HANDLERS,
})
const desk: Desk = {
  store,
  blobs: folderBlobs(join(folder, 'blobs')),
  keys: openKeys(join(folder, 'secret')),
  publicUrl: '',
  log: pino({ level: 'fatal' }),
  zoneData: 'test',
}
const reader = createMailReader({ workers: 1, deadlineMs: 10_000 })
const reading = startMailReading({ desk, reader, onStep, everyMs: 100, leaseMs: 1_500 })
const submitter = createSubmitter(submitUrl)
const outbox = startOutbox({ ...desk, submitter, isFolder: false, onStep, everyMs: 100, leaseMs: 1_500 })
const intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading, onStep })
console.log(JSON.stringify({ port: intake.port }))
process.once('SIGTERM', async () => {
  await intake.close()
  await reading.close()
  await reader.close()
  await outbox.close()
  await submitter.close()
  await store.close()
})
