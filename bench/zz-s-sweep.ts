import { Client } from 'pg'
import { readFileSync } from 'node:fs'
import { openStore, transaction, uuidV7 } from '/work/main/packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '/work/main/packages/server/src/event-handlers.ts'
import { createSweeper } from '/work/main/packages/server/src/jobs/sweeper/index.ts'
import { fill, setRunning } from './zz-s-lib.ts'
import { sql } from 'kysely'
const c = JSON.parse(readFileSync('/tmp/splay/conn.json', 'utf8'))
const su = new Client(c.su); await su.connect()
const slug = 'w' + Date.now().toString(36)
await su.query('update clock.hand set stopped = $1', [new Date(Date.UTC(2026, 10, 23, 8))])
const times = new Map<string, number>()
const store = await openStore({ connection: { ...c.app, max: 1 }, retryWaits: [10], handlers: EVENT_HANDLERS })
const N = Number(process.argv[2] ?? 4000)
const ws = await fill(store, slug, N, 0)
if (process.argv[3] !== 'noanalyze') await su.query('analyze')
await su.query('update clock.hand set stopped = $1', [new Date(Date.UTC(2026, 10, 23, 10))])
const { rows: [r] } = await sql<{ p: number }>`select pg_backend_pid() as p`.execute(store.control)
const cpu = () => { const f = readFileSync(`/proc/${r!.p}/stat`, 'utf8').split(' '); return (Number(f[13]) + Number(f[14])) * 10 }
const s = createSweeper({ store, log: { warn: console.error, error: console.error } })
const p0 = cpu(), n0 = process.cpuUsage(), w0 = performance.now()
const n = await s.sweepOnce(ws)
const u = process.cpuUsage(n0)
console.log({ n, node_us: (u.user + u.system) / n, pg_us: (cpu() - p0) * 1000 / n, wall_us: (performance.now() - w0) * 1000 / n })
await store.close(); await su.end()
