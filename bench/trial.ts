import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Trial } from '@avow/contract'
import { transaction } from '../packages/server/src/db/index.ts'
import type { Desk } from '../packages/server/src/desk.ts'
import { addApiKey } from '../packages/server/src/features/api-keys/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { asOwner, type BenchDesk, served, withDesk } from './bench-desk.ts'
import type { BenchRow } from './bench-row.ts'
import { fillDesk } from './desk-tickets.ts'
import { median } from './measuring.ts'

const STAFF = 4
const ROUNDS = 5
/** How often a page asks how far a trial is, ms. */
const ASKED_EVERY = 100

/** A draft tried on the log of a desk with 100,000 tickets, over HTTP as the desk in the browser does. */
export function run(tickets = 100_000): Promise<BenchRow[]> {
  return withDesk({ name: 'trial', charter: ALWAYS_OPEN }, (bench) => measure(bench, tickets))
}

async function measure(bench: BenchDesk, tickets: number): Promise<BenchRow[]> {
  const { desk, workspace } = bench
  await fill(bench, tickets)
  const draft = await addDraft(desk, workspace)
  const { secret } = await addApiKey(desk.store, { workspace, name: 'bench', roles: ['admin'] })
  return served(bench, {}, async (url) => {
    const times: number[] = []
    const silence = monitorEventLoopDelay({ resolution: 5 })
    let found: Trial | undefined
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      silence.enable()
      found = await tried(`${url}/api/v1/drafts/${draft}/trials`, secret)
      silence.disable()
      times.push(performance.now() - begun)
    }
    const kept = found?.lines.find(({ week }) => week === null)
    return [
      {
        what: 'backtest of 100,000 own tickets, from the request to the result',
        value: median(times) / 1000,
        unit: 's',
        reach: '≤ 5',
        note: `median of ${ROUNDS}, the first ${((times[0] ?? 0) / 1000).toFixed(2)} s; ${found?.total.toLocaleString('en')} tickets; ${kept?.promise}: kept ${kept?.before.kept} before, ${kept?.after.kept} after`,
      },
      {
        what: 'the longest silence of the server meanwhile',
        value: silence.max / 1e6,
        unit: 'ms',
      },
    ]
  })
}

async function fill({ desk, database, workspace }: BenchDesk, tickets: number): Promise<void> {
  const staff = await transaction(desk.store, { workspace }, async (tx) => {
    const ids = Array.from({ length: STAFF }, () => tx.newId())
    await tx.db
      .insertInto('person')
      .values(ids.map((id) => ({ workspace_id: workspace, id, kind: 'staff' as const, created_at: new Date(tx.now) })))
      .execute()
    return ids
  })
  await asOwner(database, (owner) => fillDesk(desk, owner, { workspace, staff, tickets, originals: 400 }))
}

/** Half the time for the first answer. */
function addDraft({ store }: Desk, workspace: string): Promise<string> {
  return transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    const at = new Date(tx.now)
    await tx.db
      .insertInto('charter_draft')
      .values({
        workspace_id: workspace,
        id,
        source: ALWAYS_OPEN.replace('{ target: 1 h of', '{ target: 30 min of'),
        base: 1,
        created_at: at,
        created_by: null,
        changed_at: at,
        changed_by: null,
        sent_back_at: null,
        sent_back_by: null,
        sent_back_reason: null,
        version: null,
      })
      .execute()
    return id
  })
}

async function tried(trials: string, key: string): Promise<Trial> {
  const ask = async (address: string, more: RequestInit = {}): Promise<Trial> => {
    const answer = await fetch(address, { ...more, headers: { authorization: `Bearer ${key}` } })
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
    // Checked by the server against the contract.
    return (await answer.json()) as Trial
  }
  let trial = await ask(trials, { method: 'POST' })
  while (trial.state === 'running') {
    await wait(ASKED_EVERY)
    trial = await ask(`${trials}/${trial.id}`)
  }
  if (trial.state !== 'done') throw new Error(`the trial failed: ${trial.trouble}`)
  return trial
}
