import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Trial } from '@avow/contract'
import { type CompiledCharter, decide } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN, WITH_REMEDIES } from '../../../test/charters.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { type JsonObject, type NewContent, type Transaction, transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { prepareVersion, publishCharter, versionOfHash } from '../charters/index.ts'
import { readHistories } from '../commitments/index.ts'
import { stopTrials, trialHandlers } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const STRICTER = ALWAYS_OPEN.replace('{ target: 1 h of round-the-clock }', '{ target: 30 min of round-the-clock }')

let desk: TicketDesk
let draft: string
const ids: Record<string, { readonly ticket: string; readonly number: number }> = {}
beforeAll(async () => {
  desk = await openTicketDesk()
  draft = await addDraft(STRICTER)
  await told('soon', 5 * HOUR, 10 * MINUTE)
  await told('middling', 5 * HOUR, 45 * MINUTE)
  await told('late', 5 * HOUR, 2 * HOUR)
})
afterAll(async () => {
  await stopTrials()
  await desk.close()
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(desk.desk.store, { workspace: desk.workspace }, work)

function addDraft(source: string): Promise<string> {
  return run(async (tx) => {
    const id = tx.newId()
    const at = new Date(tx.now)
    await tx.db
      .insertInto('charter_draft')
      .values({
        workspace_id: desk.workspace,
        id,
        source,
        base: null,
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

async function told(name: string, ago: number, answeredAfter: number): Promise<void> {
  const opened = await desk.open({ at: (await run(async (tx) => tx.now)) - ago })
  ids[name] = opened
  await happen(opened.ticket, 'message.sent', ago - answeredAfter)
}

function happen(
  ticket: string,
  type: string,
  ago: number,
  fields: JsonObject = {},
  content: readonly NewContent[] = [],
): Promise<unknown> {
  const { person } = desk.anna
  return transaction(desk.desk.store, { workspace: desk.workspace, tickets: [ticket] }, (tx) =>
    tx.append({
      id: tx.newId(),
      ticket,
      type,
      by: 'agent',
      at: tx.now - ago,
      fields,
      content,
      ...(person === undefined ? {} : { person }),
    }),
  )
}

const callOf = (access: Access) => ({ access, query: undefined, signal: new AbortController().signal })
const start = (of = draft, access = desk.anna) =>
  trialHandlers.startTrial({ ...callOf(access), params: { id: of }, body: {} }, desk.desk)
const read = (trial: string, of = draft, access = desk.anna) =>
  trialHandlers.readTrial({ ...callOf(access), params: { id: of, trial }, body: undefined }, desk.desk)
const tickets = (trial: string, query: object = {}) =>
  trialHandlers.listTrialTickets(
    { ...callOf(desk.anna), params: { id: draft, trial }, body: undefined, query: { limit: 50, ...query } },
    desk.desk,
  )

async function ended(trial: Trial): Promise<Trial> {
  for (;;) {
    const now = await read(trial.id, trial.draft)
    if (now.state !== 'running') return now
    await wait(20)
  }
}

const tried = async (of = draft) => ended(await start(of))
const sums = ({ lines }: Trial) => new Map(lines.flatMap((line) => (line.week === null ? [[line.promise, line]] : [])))

/** What decide says of all tickets, one by one: how many commitments of a promise are kept, broken, still to come; and how they end. */
async function byDecide(asOf: number, of: (pinned: CompiledCharter | undefined) => CompiledCharter | undefined) {
  return run(async (tx) => {
    const rows = await tx.db
      .selectFrom('ticket')
      .select(['id', 'charter_hash'])
      .where('workspace_id', '=', desk.workspace)
      .execute()
    const logs = await readHistories(
      tx,
      rows.map(({ id }) => id),
    )
    const counts: Record<string, { kept: number; broken: number; running: number }> = {}
    const ends: Record<string, Record<string, unknown[]>> = {}
    for (const { id, charter_hash } of rows) {
      const charter = of(charter_hash === null ? undefined : await versionOfHash(tx, charter_hash))
      const history = (logs.get(id)?.entries ?? []).map(({ event }) => event)
      for (const { promise, state, due } of charter === undefined ? [] : decide(charter, history, asOf).commitments) {
        const end = [state, due]
        ends[promise] = { ...ends[promise], [id]: [...(ends[promise]?.[id] ?? []), end] }
        counts[promise] ??= { kept: 0, broken: 0, running: 0 }
        if (state !== 'cancelled') counts[promise][state === 'paused' ? 'running' : state]++
      }
    }
    return { counts, ends }
  })
}

describe('trying a draft', () => {
  it('shows by promise and week what would have become of the workspace’s own tickets', async () => {
    const begun = await start()
    expect(begun).toMatchObject({ draft, state: 'running', total: 3, done: 0, lines: [] })
    const trial = await ended(begun)
    expect(trial).toMatchObject({ state: 'done', done: 3, total: 3, trouble: null })
    expect(sums(trial).get('P1')).toEqual({
      promise: 'P1',
      week: null,
      before: { kept: 2, broken: 1, running: 0 },
      after: { kept: 1, broken: 2, running: 0 },
      better: 0,
      worse: 1,
      // Each is due at another time.
      touched: 3,
    })
    const { items: kept } = await trialHandlers.listTrials(
      { ...callOf(desk.anna), params: { id: draft }, body: undefined },
      desk.desk,
    )
    expect(kept[0]).toEqual(trial)
    const weeks = trial.lines.filter(({ promise, week }) => promise === 'P1' && week !== null)
    for (const side of ['before', 'after'] as const) {
      const kept = weeks.reduce((sum, line) => sum + line[side].kept, 0)
      expect(kept).toBe(sums(trial).get('P1')?.[side].kept)
    }
    const { items } = await tickets(trial.id)
    expect(items).toMatchObject([
      {
        ticket: ids['middling']?.number,
        subject: 'The kettle leaks',
        promise: 'P1',
        run: 1,
        before: { state: 'kept' },
        after: { state: 'broken' },
      },
    ])
  })

  it('says the same as decide of every ticket, under the version that each is pinned to', async () => {
    const gold = await desk.open({ at: (await run(async (tx) => tx.now)) - 4 * HOUR })
    // A fact that is kept apart from the log because it is somebody’s.
    await happen(gold.ticket, 'facts.changed', 4 * HOUR, {}, [
      { part: 'facts', person: desk.anna.person ?? '', value: { tier: 'gold' } },
    ])
    await happen(gold.ticket, 'message.sent', 4 * HOUR - 40 * MINUTE)
    const spam = await desk.open({ at: (await run(async (tx) => tx.now)) - 4 * HOUR })
    await happen(spam.ticket, 'ticket.spam', 4 * HOUR - MINUTE)
    const waiting = await desk.open({ at: (await run(async (tx) => tx.now)) - 3 * HOUR })
    await happen(waiting.ticket, 'message.sent', 2.5 * HOUR)
    await happen(waiting.ticket, 'status.changed', 2.5 * HOUR, { to: 'waiting-for-customer' })
    await happen(waiting.ticket, 'repair.booked', 2 * HOUR)
    await run((tx) => publishCharter(tx, { source: ALWAYS_OPEN.replace('24 h of', '12 h of'), zoneData: 'test' }))
    const pinned = await desk.open()
    await happen(pinned.ticket, 'message.sent', 0)

    const trial = await tried()
    const asOf = Date.parse(trial.started_at)
    const { charter } = prepareVersion(STRICTER, { now: asOf, zoneData: 'test' })
    const [before, after] = [await byDecide(asOf, (version) => version), await byDecide(asOf, () => charter)]
    const found = Object.fromEntries(sums(trial))
    expect(Object.keys(before.counts).sort()).toEqual(['P1', 'P3', 'P4'])
    for (const promise of Object.keys(before.counts)) {
      const [was, is] = [before.ends[promise] ?? {}, after.ends[promise] ?? {}]
      const touched = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
        (ticket) => !isDeepStrictEqual(was[ticket], is[ticket]),
      )
      expect([promise, found[promise]?.before, found[promise]?.after, found[promise]?.touched]).toEqual([
        promise,
        before.counts[promise],
        after.counts[promise],
        touched.length,
      ])
    }
  })

  it('D10: counts on how many tickets each remedy would allow something else, as decide says of every ticket', async () => {
    expect((await tried(await addDraft(STRICTER))).remedies).toEqual([])
    await run((tx) => publishCharter(tx, { source: WITH_REMEDIES, zoneData: 'test' }))
    const kind = await desk.open({ at: (await run(async (tx) => tx.now)) - HOUR })
    await happen(kind.ticket, 'facts.changed', HOUR, {}, [
      {
        part: 'facts',
        person: desk.anna.person ?? '',
        value: { tier: 'gold', amount: { minor: 5_000, currency: 'EUR' } },
      },
    ])
    await desk.open()
    // Gold customers are no longer repaid; what everybody may have stays.
    const trial = await tried(
      await addDraft(WITH_REMEDIES.replace('[refund, replacement, apology]', '[replacement, apology]')),
    )
    const { charter } = prepareVersion(
      WITH_REMEDIES.replace('[refund, replacement, apology]', '[replacement, apology]'),
      {
        now: Date.parse(trial.started_at),
        zoneData: 'test',
      },
    )
    const asOf = Date.parse(trial.started_at)
    const counts = await run(async (tx) => {
      const rows = await tx.db
        .selectFrom('ticket')
        .select(['id', 'charter_hash'])
        .where('workspace_id', '=', desk.workspace)
        .where('charter_hash', 'is not', null)
        .execute()
      const logs = await readHistories(
        tx,
        rows.map(({ id }) => id),
      )
      const touched: Record<string, number> = {}
      for (const { id, charter_hash } of rows) {
        const version = await versionOfHash(tx, charter_hash ?? '')
        if (version === undefined) throw new Error('a ticket is pinned to no version')
        const history = (logs.get(id)?.entries ?? []).map(({ event }) => event)
        const [was, is] = [version, charter].map((each) => decide(each, history, asOf).remedies)
        for (const remedy of ['R1', 'R2']) {
          const [one, other] = [was, is].map((all) => {
            const found = all?.find(({ clause }) => clause === remedy)
            return found && [found.allow, found.up_to, found.needs]
          })
          if (!isDeepStrictEqual(one, other)) touched[remedy] = (touched[remedy] ?? 0) + 1
        }
      }
      return touched
    })
    expect(counts['R1']).toBeGreaterThan(0)
    expect(Object.fromEntries(trial.remedies.map(({ remedy, touched }) => [remedy, touched]))).toEqual(counts)
  })

  it('lists the tickets by promise and week, page by page', async () => {
    const impossible = await addDraft(
      ALWAYS_OPEN.replaceAll(/target: \S+ \S+ of round-the-clock/g, 'target: 1 min of round-the-clock'),
    )
    const trial = await tried(impossible)
    const of = (query: object) =>
      trialHandlers.listTrialTickets(
        {
          ...callOf(desk.anna),
          params: { id: impossible, trial: trial.id },
          body: undefined,
          query: { limit: 50, ...query },
        },
        desk.desk,
      )
    const { items: all } = await of({})
    expect(all.length).toBeGreaterThan(4)
    const paged: unknown[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await of({ limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      paged.push(...page.items)
      if (page.next === null) break
      cursor = page.next
    }
    expect(paged).toEqual(all)
    const { items: answers } = await of({ promise: 'P1' })
    expect(answers).toEqual(all.filter(({ promise }) => promise === 'P1'))
    // A commitment is listed in the week of the charter it was made under; its new due time may fall in the week before.
    const week = trial.lines.find((line) => line.promise === 'P1' && line.week !== null && line.touched > 0)?.week
    expect((await of({ promise: 'P1', week })).items.length).toBeGreaterThan(0)
    expect((await of({ week: '2001-01-01' })).items).toEqual([])
    await expect(of({ cursor: 'x' })).rejects.toMatchObject({ code: 'bad-request' })
  })
})

describe('a trial that cannot be', () => {
  it('of a draft with errors is refused with their places', async () => {
    const faulty = await addDraft(ALWAYS_OPEN.replace('clock: first-response', 'clock: first-respons'))
    await expect(start(faulty)).rejects.toMatchObject({ code: 'charter-faulty', details: { at: [{}] } })
  })

  it('of another workspace’s draft, or of none, is not found', async () => {
    await expect(start(draft, desk.stranger)).rejects.toMatchObject({ code: 'not-found' })
    const trial = await tried()
    await expect(read(trial.id, draft, desk.stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(read(trial.id, await addDraft(STRICTER))).rejects.toMatchObject({ code: 'not-found' })
  })

  /** A trial that another server runs, which was heard so long ago, ms. */
  const elsewhere = (of: string, silentFor: number) =>
    run(async (tx) => {
      const id = tx.newId()
      await tx.db
        .insertInto('trial')
        .values({
          workspace_id: desk.workspace,
          id,
          draft_id: of,
          seq: 0,
          started_at: new Date(tx.now - silentFor),
          beat_at: new Date(tx.now - silentFor),
          ended_at: null,
          trouble: null,
        })
        .execute()
      return id
    })
  const remove = (id: string) =>
    run(({ db }) => db.deleteFrom('trial').where('workspace_id', '=', desk.workspace).where('id', '=', id).execute())

  it('is refused while another runs; who asks for the one that runs gets it', async () => {
    const other = await elsewhere(draft, 0)
    expect((await start()).id).toBe(other)
    await expect(start(await addDraft(ALWAYS_OPEN))).rejects.toMatchObject({ code: 'trial-running' })
    await remove(other)
    expect((await tried()).state).toBe('done')
  })

  it('is marked as failed when its server has died, and does not keep the next from running', async () => {
    const dead = await elsewhere(draft, 31_000)
    expect(await read(dead)).toMatchObject({ state: 'failed', trouble: expect.stringContaining('stopped') })
    const died = await elsewhere(draft, 31_000)
    expect((await tried()).state).toBe('done')
    expect((await read(died)).state).toBe('failed')
  })

  it('is marked as failed when it is broken off', async () => {
    const begun = await start()
    await stopTrials()
    expect(await read(begun.id)).toMatchObject({
      state: 'failed',
      trouble: expect.any(String),
      ended_at: expect.any(String),
    })
  })
})
