import { Client } from 'pg'
import { readFileSync } from 'node:fs'
const c = JSON.parse(readFileSync('/tmp/splay/conn.json', 'utf8'))
const app = new Client(c.app); await app.connect()
const su = new Client(c.su); await su.connect()
const ws = (await su.query(`select id from control.workspace`)).rows[0].id
const rows = (await su.query(`select to_jsonb(c) - 'workspace_id' as r from commitment c limit 1000`)).rows.map((r) => r.r)
const pid = (await app.query('select pg_backend_pid() as p')).rows[0].p
const cpu = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' '); return (Number(f[13]) + Number(f[14])) * 10 }
for (let i = 0; i < 3; i++) {
await app.query(`begin; set local avow.workspace = '${ws}'`)
const t0 = cpu(); const w0 = Date.now()
const { rows: plan } = await app.query(`explain (analyze, buffers) insert into commitment ("workspace_id", ticket_id, promise, run, clock, key, state, start, due, settled_at, fulfilled_at,
           reason, target, calendar, "row", pauses, left_ms, put_off, unsure, risk_at, corrected, charter_hash, rules)
    select $1, n.*
      from jsonb_to_recordset($2::jsonb) as n (ticket_id uuid, promise text, run integer, clock text,
           key text, state text, start timestamptz, due timestamptz, settled_at timestamptz, fulfilled_at timestamptz,
           reason text, target text, calendar text, "row" integer, pauses jsonb, left_ms bigint, put_off boolean,
           unsure boolean, risk_at timestamptz, corrected boolean, charter_hash text, rules integer)`, [ws, JSON.stringify(rows.map((r) => ({ ...r, run: 1000 + i })))])
console.log(plan.map((r) => r['QUERY PLAN']).join('\n'), 'cpu', cpu() - t0, 'wall', Date.now() - w0)
await app.query('rollback')
}
await app.end(); await su.end()
