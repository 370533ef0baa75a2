import { viewName } from '@avow/contract'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { askFromOutside } from './agents.ts'
import { addAgents, asOwner, type BenchDesk, PASSWORD, served, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import type { Wanted } from './desk-api-clients.ts'
import { fillDesk } from './desk-tickets.ts'

const TICKETS = 100_000
const CLIENTS = 8
const REQUESTS = 1600

/** The lists and the tickets of a desk with 100,000 tickets, asked by eight agents at once, over HTTP, signed in. */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'desk-api', charter: ALWAYS_OPEN }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const { desk, database, workspace } = bench
  const staff = await addAgents(bench, CLIENTS)
  await asOwner(database, (owner) => fillDesk(desk, owner, { workspace, staff, tickets: TICKETS, originals: 400 }))
  return served(bench, {}, async (url) => {
    const asking = { url, clients: CLIENTS, requests: REQUESTS, tickets: TICKETS, password: PASSWORD }
    const rows: BenchRow[] = []
    const ask = async (what: string, path: string) => rows.push(...(await asked(what, { ...asking, path })))
    for (const view of viewName.options) await ask(`list of 50, view ${view}`, `/api/v1/tickets?view=${view}`)
    await ask('counts of all views', '/api/v1/views')
    await ask('a ticket, any', '/api/v1/tickets/NUMBER')
    return rows
  })
}

async function asked(what: string, wanted: Wanted): Promise<BenchRow[]> {
  const { p50, p95, cpu } = await askFromOutside('desk-api-clients.ts', wanted)
  return [
    {
      what: `${what}: p95`,
      value: p95,
      unit: 'ms',
      reach: '≤ 30',
      note: `${CLIENTS} clients, ${wanted.requests} requests, ${TICKETS.toLocaleString('en')} tickets; median ${p50.toFixed(1)} ms`,
    },
    { what: `${what}: CPU of the server’s process`, value: cpu, unit: 'ms a request' },
  ]
}
