import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { transaction } from '../packages/server/src/db/index.ts'
import { senderQuota } from '../packages/server/src/features/mail/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { makeMailbox } from '../packages/server/test/mail.ts'
import { sendOne } from '../packages/server/test/raw-smtp.ts'
import { type BenchDesk, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { startMailClients } from './mail-clients.ts'
import type { SentMail, WantedMail } from './mail-intake-clients.ts'
import { takeInMail } from './take-in-mail.ts'

/** AVOW_BENCH_MAILS: fewer, for a try. */
const MAILS = Number(process.env['AVOW_BENCH_MAILS'] ?? 10_000)
const CONNECTIONS = 8
const SIZE = 4_096
/** How often somebody writes to the other mailbox meanwhile, ms. */
const EVERY = 1_000
const OTHER = 'other@desk.example'

/**
 * A bomb on one mailbox, each mail of a sender of its own, so that no quota holds any of them back; how long mail to another
 * mailbox of the same desk waits for its ticket meanwhile, and whether all is kept.
 */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'mail-bomb', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const { desk, workspace } = bench
  await makeMailbox(desk, workspace, OTHER)
  const intake = await takeInMail(bench, { overQuota: senderQuota() })
  const { reading } = intake
  const clients = startMailClients<WantedMail, SentMail>('mail-intake-clients.ts')
  let isOver = false
  try {
    const start = performance.now()
    const bomb = clients.send({ port: intake.port, connections: CONNECTIONS, mails: MAILS, size: SIZE })
    const others = writeToOther(intake.port, () => isOver)
    const { seconds: taken } = await bomb
    await reading.idle()
    const seconds = (performance.now() - start) / 1000
    isOver = true
    const sent = await others
    await reading.idle()
    const { kept, behind } = await count(desk, workspace)
    if (kept !== MAILS + sent) throw new Error(`${MAILS + sent} mails were answered with 250 and ${kept} are kept`)
    const note = `${MAILS} mails taken in ${taken.toFixed(0)} s, all kept and settled after ${seconds.toFixed(0)} s`
    return [
      {
        what: 'the longest that mail to another mailbox waits under a mail bomb',
        value: behind,
        unit: 's',
        reach: '≤ 60',
        note,
      },
    ]
  } finally {
    isOver = true
    clients.end()
    await intake.close()
  }
}

/** Answers how many were sent. */
async function writeToOther(port: number, isOver: () => boolean): Promise<number> {
  let sent = 0
  for (; !isOver(); sent++) {
    const from = `other-${sent}@bench.example`
    const mail = `From: ${from}\r\nTo: ${OTHER}\r\nSubject: Lamp ${sent}\r\n\r\nIt is broken.\r\n`
    const reply = await sendOne(port, { from, to: [OTHER], mail })
    if (!reply.startsWith('250')) throw new Error(reply)
    await wait(EVERY)
  }
  return sent
}

async function count({ store }: BenchDesk['desk'], workspace: string): Promise<{ kept: number; behind: number }> {
  const { rows } = await transaction(store, { workspace }, ({ db }) =>
    sql<{ kept: number; behind: number | null }>`
      select count(*) as kept,
             max(extract(epoch from settled_at - received_at)::float8) filter (where envelope_to = ${OTHER}) as behind
        from inbound_mail where "workspace_id" = ${workspace}`.execute(db),
  )
  const [row] = rows
  return { kept: Number(row?.kept ?? 0), behind: row?.behind ?? 0 }
}

if (process.argv[1] === import.meta.filename) console.table(await run())
