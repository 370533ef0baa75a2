import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { transaction } from '../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import type { ImportChildOptions } from '../packages/server/test/import-child.ts'
import { makeMailbox } from '../packages/server/test/mail.ts'
import { type BenchDesk, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import type { HeapSample } from './mail-import-heap.ts'

/** AVOW_BENCH_MAILS: fewer, to try. */
const MAILS = Number(process.env['AVOW_BENCH_MAILS'] ?? 50_000)
const KILLS = 10
const CHILD = join(import.meta.dirname, '../packages/server/test/import-child.ts')
const HEAP = join(import.meta.dirname, 'mail-import-heap.ts')
/** As `avow` starts the commands of the server (on-installation.ts). */
const NODE_OPTIONS = ['--max-semi-space-size=8']
const SAMPLE_MS = 500
/** The first part of a run fills caches and pools, and is no slope. */
const WARM = 0.3

/**
 * An mbox of many mails to durable, settled tickets, by the process of `avow import mail`; every third mail answers the one
 * before. Once without a break for speed and memory, once more into another mailbox with a SIGKILL at each eleventh of it.
 */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'mail-import', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-mail-import-'))
  try {
    const file = join(folder, 'all.mbox')
    await writeMbox(file)
    const whole = await importing(bench, folder, file, 'whole@desk.example')
    const start = performance.now()
    const held: Sample[] = []
    const left: Sample[] = []
    const sampling = setInterval(() => held.push(heldBy(whole.child, performance.now() - start)), SAMPLE_MS)
    whole.child.on('message', ({ heap }: HeapSample) => left.push({ ms: performance.now() - start, mb: heap }))
    await whole.ended
    clearInterval(sampling)
    const seconds = (performance.now() - start) / 1000
    await check(bench, whole.mailbox)
    const killed = await killedOnTheWay(bench, folder, file)
    const isSteady = ({ ms, mb }: Sample): boolean => mb > 0 && ms > WARM * seconds * 1000
    const steadyHeap = left.filter(isSteady)
    const after = `after the first ${WARM * 100} % of ${seconds.toFixed(0)} s`
    return [
      {
        what: 'mails of an mbox to closed tickets, start of the process included',
        value: MAILS / seconds,
        unit: '/s',
        reach: '≥ 200',
        note: `${MAILS} multipart mails of 4 KB in one file, fsync on`,
      },
      {
        what: 'growth of what the importing process keeps: its heap after each whole collection',
        value: slopeOf(steadyHeap),
        unit: 'MB/min',
        reach: '< 1',
        note: `${after}; ${steadyHeap.length} collections, ${rangeOf(steadyHeap)} MB`,
      },
      {
        what: 'growth of what it holds of the system’s memory',
        value: slopeOf(held.filter(isSteady)),
        unit: 'MB/min',
        reach: '< 1',
        note: `${after}; at most ${Math.round(Math.max(...held.map(({ mb }) => mb)))} MB`,
      },
      {
        what: 'mails lost or doubled where the import was killed on the way',
        value: 0,
        unit: '',
        reach: '0',
        note: `${killed} times SIGKILL, begun again each time`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Import {
  readonly mailbox: string
  readonly child: ChildProcess
  /** Where it was killed: undefined. */
  readonly ended: Promise<string | undefined>
}

async function importing(
  bench: BenchDesk,
  folder: string,
  file: string,
  address: string,
  known?: string,
): Promise<Import> {
  const { desk, database, workspace } = bench
  const mailbox = known ?? (await makeMailbox(desk, workspace, address))
  const { host, port, user, password, database: name } = database.app
  const options: ImportChildOptions = {
    connection: {
      host: String(host),
      port: Number(port),
      user: String(user),
      password: String(password),
      database: String(name),
    },
    folder,
    workspace,
    mailbox,
    address,
    paths: [file],
  }
  const telling = ['--import', pathToFileURL(HEAP).href]
  const child = spawn(process.execPath, [...NODE_OPTIONS, ...telling, CHILD, JSON.stringify(options)], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout === null) throw new Error('the import says nothing')
  const exit = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  const ended = Promise.all([exit, text(child.stdout)]).then(([signal, said]) => {
    if (signal === 'SIGKILL') return undefined
    if (said === '') throw new Error('the import failed')
    return said
  })
  return { mailbox, child, ended }
}

/** Answers how often it was killed. */
async function killedOnTheWay(bench: BenchDesk, folder: string, file: string): Promise<number> {
  const address = 'killed@desk.example'
  let mailbox: string | undefined
  let killed = 0
  for (;;) {
    const run = await importing(bench, folder, file, address, mailbox)
    mailbox = run.mailbox
    let isOver = false
    const ended = run.ended.finally(() => {
      isOver = true
    })
    while (!isOver && killed < KILLS) {
      await Promise.race([ended, wait(20)])
      if ((await receivedIn(bench, mailbox)) < ((killed + 1) * MAILS) / (KILLS + 1)) continue
      run.child.kill('SIGKILL')
      break
    }
    if ((await ended) !== undefined) break
    killed += 1
  }
  await check(bench, mailbox)
  return killed
}

async function receivedIn({ desk, workspace }: BenchDesk, mailbox: string): Promise<number> {
  return transaction(desk.store, { workspace }, async ({ db }) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from inbound_mail where "workspace_id" = ${workspace} and mailbox_id = ${mailbox}`.execute(
      db,
    )
    return Number(rows[0]?.n)
  })
}

/** Every mail is there once, on its ticket. */
async function check({ desk, workspace }: BenchDesk, mailbox: string): Promise<void> {
  const [found] = await transaction(desk.store, { workspace }, async ({ db }) => {
    const { rows } = await sql<Record<string, number>>`
      select count(*) as mails, count(distinct subject) as subjects, count(*) filter (where outcome = 'ticketed') as ticketed,
             count(*) filter (where outcome = 'appended') as appended
        from inbound_mail where "workspace_id" = ${workspace} and mailbox_id = ${mailbox}`.execute(db)
    return rows
  })
  const { mails, subjects, ticketed, appended } = found ?? {}
  const answers = Math.floor(MAILS / 3)
  if (mails !== MAILS || subjects !== MAILS || ticketed !== MAILS - answers || appended !== answers)
    throw new Error(`not every mail is there once: ${JSON.stringify(found)}`)
}

async function writeMbox(file: string): Promise<void> {
  const out = createWriteStream(file)
  const words = 'The lamp that came today has a crack in its base. What can be done about it?\n'.repeat(21)
  for (let n = 0; n < MAILS; n++) {
    const sender = n % 3 === 2 ? n - 1 : n
    const lines = [
      'From ada@home.example Mon Oct  5 10:00:00 2026',
      `Received: from a by b; Mon, 5 Oct 2026 10:00:00 +0000`,
      `Message-ID: <bench-${n}@home.example>`,
      ...(n % 3 === 2 ? [`References: <bench-${n - 1}@home.example>`] : []),
      `From: Customer ${sender} <customer-${sender}@home.example>`,
      'To: help@desk.example',
      `Subject: The lamp, number ${n}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=part',
      '',
      `--part\nContent-Type: text/plain; charset=utf-8\n\n${words}`,
      `--part\nContent-Type: text/html; charset=utf-8\n\n<p>${words}</p>`,
      '--part--',
      '',
    ]
    if (!out.write(`${lines.join('\n')}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
}

interface Sample {
  readonly ms: number
  /** 0 where the process has ended. */
  readonly mb: number
}

function heldBy({ pid }: ChildProcess, ms: number): Sample {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { ms, mb: Number(kilobytes ?? 0) / 1024 }
  } catch {
    return { ms, mb: 0 }
  }
}

function rangeOf(samples: readonly Sample[]): string {
  const all = samples.map(({ mb }) => mb)
  return `${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))}`
}

/** By least squares, MB a minute. */
function slopeOf(samples: readonly Sample[]): number {
  const n = samples.length
  if (n < 2) return Number.NaN
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, each) => sum + of(each), 0) / n
  const [ms, mb] = [mean((each) => each.ms), mean((each) => each.mb)]
  const over = samples.reduce((sum, each) => sum + (each.ms - ms) * (each.mb - mb), 0)
  const under = samples.reduce((sum, each) => sum + (each.ms - ms) ** 2, 0)
  return (over / under) * 60_000
}

if (process.argv[1] === import.meta.filename) console.table(await run())
