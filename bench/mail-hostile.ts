import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { type BenchDesk, MAILBOX, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { startMailClients } from './mail-clients.ts'
import { settled, takeInMail } from './take-in-mail.ts'

/** How long the server's own process is held up while it takes in and settles the mails that attack whoever reads them (F28). */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'mail-hostile', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const intake = await takeInMail(bench)
  const clients = startMailClients<{ port: number; to: string }, number>('mail-hostile-clients.ts')
  try {
    // Beginnings have costs of their own.
    await wait(2_000)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const start = performance.now()
    const mails = await clients.send({ port: intake.port, to: MAILBOX })
    await settled(bench)
    const seconds = (performance.now() - start) / 1000
    delay.disable()
    const note = `${mails} mails in ${seconds.toFixed(0)} s, read one at a time`
    return [
      {
        what: 'longest pause of the server’s loop under hostile mail',
        value: delay.max / 1e6,
        unit: 'ms',
        reach: '≤ 200',
        note,
      },
      { what: 'the same, 99 of 100 turns', value: delay.percentile(99) / 1e6, unit: 'ms' },
    ]
  } finally {
    clients.end()
    await intake.close()
  }
}

if (process.argv[1] === import.meta.filename) console.table(await run())
