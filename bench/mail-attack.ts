import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { transaction } from '../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { makeMailbox } from '../packages/server/test/mail.ts'
import { type BenchDesk, MAILBOX, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import type { SentAttack, WantedAttack } from './mail-attack-clients.ts'
import { startMailClients } from './mail-clients.ts'
import { settled, takeInMail } from './take-in-mail.ts'

/** AVOW_BENCH_SECONDS: fewer, for a try. */
const SECONDS = Number(process.env['AVOW_BENCH_SECONDS'] ?? 60)
const PER_SECOND = 20
const OTHERS = ['one@desk.example', 'two@desk.example', 'three@desk.example', 'four@desk.example']

/**
 * Mails that attack whoever reads them, one after the other to one mailbox, while customers write to others: how long their
 * mail takes to its ticket, and how long the server's own process is held up.
 */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'mail-attack', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const { desk, workspace } = bench
  for (const address of OTHERS) await makeMailbox(desk, workspace, address)
  const intake = await takeInMail(bench)
  const clients = startMailClients<WantedAttack, SentAttack>('mail-attack-clients.ts')
  try {
    // Beginnings have costs of their own.
    await wait(2_000)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const { hostile, sentAt, answeredAfter } = await clients.send({
      port: intake.port,
      victim: MAILBOX,
      others: OTHERS,
      perSecond: PER_SECOND,
      seconds: SECONDS,
    })
    // Of the others some may be tried for longer.
    await settled(bench, OTHERS)
    delay.disable()
    const waits = await waitsOf(desk, workspace, sentAt)
    const note = `${hostile} hostile mails to one mailbox in ${SECONDS} s, ${sentAt.length} others at ${PER_SECOND} a second to ${OTHERS.length} others`
    return [
      {
        what: 'mail to its ticket while another mailbox is attacked, 99 of 100',
        value: percentile(waits, 99) / 1000,
        unit: 's',
        reach: '≤ 2',
        note,
      },
      { what: 'the same, half of them', value: percentile(waits, 50) / 1000, unit: 's' },
      {
        what: 'the same until it was answered with 250, 99 of 100',
        value: percentile(answeredAfter, 99) / 1000,
        unit: 's',
      },
      { what: 'longest pause of the server’s loop meanwhile', value: delay.max / 1e6, unit: 'ms', reach: '≤ 200' },
    ]
  } finally {
    clients.end()
    await intake.close()
  }
}

/** From the first byte of each normal mail until its ticket was written, ms. Throws where one is missing. */
async function waitsOf(
  { store }: BenchDesk['desk'],
  workspace: string,
  sentAt: readonly number[],
): Promise<readonly number[]> {
  const rows = await transaction(store, { workspace }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .select(['subject', 'settled_at'])
      .where('workspace_id', '=', workspace)
      .where('envelope_to', 'in', OTHERS)
      .where('outcome', '=', 'ticketed')
      .execute(),
  )
  if (rows.length !== sentAt.length) throw new Error(`of ${sentAt.length} mails ${rows.length} have a ticket`)
  return rows.map(({ subject, settled_at }) => {
    const sent = sentAt[Number(subject?.split(' ').at(-1))]
    if (sent === undefined || settled_at === null) throw new Error(`“${subject}” is none of the mails that were sent`)
    return settled_at.getTime() - sent
  })
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN
}

if (process.argv[1] === import.meta.filename) console.table(await run())
