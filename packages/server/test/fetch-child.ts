import { createMailReader } from '../src/channels/email/index.ts'
import { startMailFetching } from '../src/jobs/mail-fetching/index.ts'
import { startMailReading } from '../src/jobs/mail-reader/index.ts'
import { type ChildPlace, failpoint, openChildDesk } from './child-desk.ts'
import { LOCALHOST_CERTIFICATE } from './fixtures/localhost-certificate.ts'

/**
 * A process that fetches mail over IMAP and reads it, which kills itself at the step that AVOW_FAILPOINT names
 * (`step:count`, the count-th time). Works until it is told to stop.
 */
const onStep = failpoint()
const desk = await openChildDesk(JSON.parse(process.argv[2] ?? '') as ChildPlace)
const reader = createMailReader({ workers: 1, deadlineMs: 10_000 })
const reading = startMailReading({ desk, reader, onStep, everyMs: 100, leaseMs: 1_500 })
const fetching = startMailFetching({
  desk,
  next: reading,
  trust: { ca: LOCALHOST_CERTIFICATE.certificate },
  lookMs: 50,
  everyMs: 200,
  leaseMs: 1_000,
  onStep,
})
process.once('SIGTERM', async () => {
  await fetching.stop()
  await reading.close()
  await reader.close()
  await desk.store.close()
})
