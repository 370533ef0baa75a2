import { Client } from 'pg'
import { type Database, type Store, transaction } from '../packages/server/src/db/index.ts'
import { senderQuota } from '../packages/server/src/features/mail/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { type BenchDesk, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { startMailClients } from './mail-clients.ts'
import type { SentMail, WantedMail } from './mail-intake-clients.ts'
import { takeInMail } from './take-in-mail.ts'

const CONNECTIONS = 8
const WARM_UP = 200
const MAILS = 1_000
const SIZE = 4_096
const COMMITS_FOR = 3_000

/**
 * Mail over SMTP to a durable ticket with its commitments and its acknowledgement in the outbox: a PostgreSQL that forces
 * every commit to the disk, blobs that are forced too. Beside it how many bare commits the same disk takes.
 */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'mail-intake', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const { desk, database, workspace } = bench
  const intake = await takeInMail(bench, { overQuota: senderQuota() })
  const { reading } = intake
  const clients = startMailClients<WantedMail, SentMail>('mail-intake-clients.ts')
  try {
    const send = (mails: number) => clients.send({ port: intake.port, connections: CONNECTIONS, mails, size: SIZE })
    await send(WARM_UP)
    await reading.idle()
    const commits = await bareCommits(database)
    const before = process.cpuUsage()
    const start = performance.now()
    const { seconds: answered } = await send(MAILS)
    await reading.idle()
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    await check(desk.store, workspace)
    const rate = MAILS / seconds
    const note = `${CONNECTIONS} connections, ${MAILS} multipart mails of 4 KB, fsync on; the last 250 after ${answered.toFixed(1)} s`
    return [
      {
        what: 'mail over SMTP to ticket, commitments and queued acknowledgement',
        value: rate,
        unit: '/s',
        reach: '≥ 150',
        note,
      },
      {
        what: 'the same as a share of bare commits',
        value: (100 * rate) / commits,
        unit: '%',
        note: `${Math.round(commits)} commits of one row a second over ${CONNECTIONS} connections; a mail makes two`,
      },
      {
        what: 'CPU of the server’s process, threads included',
        value: (user + system) / 1000 / MAILS,
        unit: 'ms a mail',
      },
    ]
  } finally {
    clients.end()
    await intake.close()
  }
}

/** Commits of one small row a second, by as many connections as send mail. */
async function bareCommits({ owner }: Database): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new Client({ ...owner })
      await client.connect()
      return client
    }),
  )
  try {
    await clients[0]?.query('create table if not exists bench_commit (n bigint)')
    const end = performance.now() + COMMITS_FOR
    let commits = 0
    await Promise.all(
      clients.map(async (client) => {
        for (; performance.now() < end; commits++) await client.query('insert into bench_commit values (1)')
      }),
    )
    return commits / (COMMITS_FOR / 1000)
  } finally {
    await clients[0]?.query('drop table bench_commit')
    for (const client of clients) await client.end()
  }
}

/** Every mail has its ticket, with a running promise and an acknowledgement on its way. */
async function check(store: Store, workspace: string): Promise<void> {
  const counted = await transaction(store, { workspace }, async ({ db }) => {
    const of = async (table: 'inbound_mail' | 'ticket' | 'outbox') => {
      const rows = await db.selectFrom(table).select('workspace_id').where('workspace_id', '=', workspace).execute()
      return rows.length
    }
    const promises = await db
      .selectFrom('commitment')
      .select('promise')
      .where('workspace_id', '=', workspace)
      .where('promise', '=', 'P1')
      .execute()
    return [await of('inbound_mail'), await of('ticket'), await of('outbox'), promises.length]
  })
  if (counted.some((count) => count !== WARM_UP + MAILS))
    throw new Error(`not every mail arrived: ${counted.join(', ')}`)
}
