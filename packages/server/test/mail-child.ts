import { createMailReader, createSubmitter, openIntake } from '../src/channels/email/index.ts'
import { startMailReading } from '../src/jobs/mail-reader/index.ts'
import { startOutbox } from '../src/jobs/outbox/index.ts'
import { MAIL_LIMITS } from '../src/mail-limits.ts'
import { type ChildPlace, failpoint, openChildDesk } from './child-desk.ts'

/**
 * A process with everything between a mail that comes in and one that goes out, which kills itself at the step that
 * AVOW_FAILPOINT names (`step:count`, the count-th time). Says its port, then works until it is told to stop.
 */
export interface ChildOptions extends ChildPlace {
  readonly submitUrl: string
}

const { submitUrl, ...place } = JSON.parse(process.argv[2] ?? '') as ChildOptions
const onStep = failpoint()
const desk = await openChildDesk(place)
const reader = createMailReader({ workers: 1, deadlineMs: 10_000 })
const reading = startMailReading({ desk, reader, onStep, everyMs: 100, leaseMs: 1_500 })
const submitter = createSubmitter(submitUrl)
// All customers of this desk are of one domain.
const limits = { ...MAIL_LIMITS, domain: [], workspace: [] }
const outbox = startOutbox({ ...desk, submitter, isFolder: false, onStep, everyMs: 100, leaseMs: 1_500, limits })
const intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading, onStep })
console.log(JSON.stringify({ port: intake.port }))
process.once('SIGTERM', async () => {
  await intake.close()
  await reading.close()
  await reader.close()
  await outbox.close()
  await submitter.close()
  await desk.store.close()
})
