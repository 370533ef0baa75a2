import { openEmbedded, makeRoles, makeDatabase, migrate, DATABASE, OWNER, APP, openStore } from '/work/main/packages/server/src/db/index.ts'
import { makeClock } from '/work/main/packages/server/test/test-clock.ts'
import { EVENT_HANDLERS } from '/work/main/packages/server/src/event-handlers.ts'
import { connected, fill } from './zz-s-lib.ts'
import { writeFileSync } from 'node:fs'
const e = await openEmbedded({ dataFolder: '/tmp/splay/data', settings: { track_commit_timestamp: 'on' } })
const as = (user: string, database = DATABASE) => ({ ...e.connection, user, database })
writeFileSync('/tmp/splay/conn.json', JSON.stringify({ su: as(e.connection.user), app: as(APP) }))
await connected(as(e.connection.user, 'postgres'), async (s) => { await makeRoles(s, e.connection.password); await makeDatabase(s, DATABASE) })
await connected(as(OWNER), migrate)
await connected(as(e.connection.user), async (su) => {
  const has = (await su.query("select to_regnamespace('clock') as c")).rows[0].c
  if (!has) { const c = await makeClock(su, DATABASE); await c.stopAt(Date.UTC(2026, 10, 23, 8)) 
  const store = await openStore({ connection: as(APP), retryWaits: [10], handlers: EVENT_HANDLERS })
  const t = Date.now(); const c0 = process.cpuUsage()
  console.log(await fill(store, 'w1', 6000, 0)); const u = process.cpuUsage(c0); console.log('fill', Date.now() - t, 'ms; node cpu', (u.user + u.system) / 1e3)
  await store.close() }
})
console.log('up', e.pid)
process.once('SIGTERM', () => void e.stop())
setInterval(() => undefined, 1e6)
