import { transaction } from '../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { askFromOutside } from './agents.ts'
import { addAgents, asOwner, type BenchDesk, PASSWORD, served, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { fillDesk } from './desk-tickets.ts'
import type { Granting } from './grant-clients.ts'

/** `AVOW_BENCH_TICKETS` for a smaller try. */
const TICKETS = Number(process.env['AVOW_BENCH_TICKETS'] ?? 100_000)
const CLIENTS = 8
const REQUESTS = 1600
/** Between two grants of one agent who is faster than any person, ms. */
const PAUSE = 250

/** Every grant has a limit per ticket and a budget of the day to pass. */
const CHARTER = `${ALWAYS_OPEN}
remedies: [{ id: R1, table: [{ allow: [credit, apology], up to: 5000 EUR }] }]
authority: [{ id: A1, position: agent, may: [credit, apology], per ticket: 5000 EUR, per day: 1000000 EUR }]
`

/** Remedies granted on a desk with 100,000 tickets, by eight agents at once, over HTTP, signed in. */
export function run(): Promise<BenchRow[]> {
  return withDesk({ name: 'grant', charter: CHARTER }, measure)
}

async function measure(bench: BenchDesk): Promise<BenchRow[]> {
  const { desk, database, workspace } = bench
  const staff = await addAgents(bench, CLIENTS)
  await transaction(desk.store, { workspace }, ({ db }) =>
    db
      .insertInto('position_holder')
      .values(staff.map((person) => ({ workspace_id: workspace, position: 'agent', person_id: person })))
      .execute(),
  )
  await asOwner(database, (owner) =>
    fillDesk(desk, owner, { workspace, staff, tickets: TICKETS, originals: Math.min(400, TICKETS) }),
  )
  return served(bench, {}, async (url) => {
    const granting = { url, clients: CLIENTS, requests: REQUESTS, tickets: TICKETS, password: PASSWORD }
    return [
      ...(await granted('a grant, each agent from a budget of their own', { ...granting, isOnePerson: false })),
      ...(await granted('a grant, all from one budget', { ...granting, isOnePerson: true })),
      ...(await granted(`the same, ${1000 / PAUSE} grants a second from each`, {
        ...granting,
        isOnePerson: true,
        requests: 400,
        pause: PAUSE,
      })),
    ]
  })
}

async function granted(what: string, granting: Granting): Promise<BenchRow[]> {
  const { p50, p95, cpu } = await askFromOutside('grant-clients.ts', granting)
  return [
    {
      what: `${what}: p95`,
      value: p95,
      unit: 'ms',
      reach: '≤ 20',
      note: `${CLIENTS} clients, ${granting.requests} requests, ${TICKETS.toLocaleString('en')} tickets; median ${p50.toFixed(1)} ms`,
    },
    { what: `${what}: CPU of the server’s process`, value: cpu, unit: 'ms a request' },
  ]
}
