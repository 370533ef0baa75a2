import { randomUUID } from 'node:crypto'
import type { Improvement, Improvements } from '@avow/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { EUR_800, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'
import { addRequest, type PastRequest } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { rateTicket } from '../ratings/index.ts'
import { ticketOfNumber } from '../tickets/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const CHARTER = `${WITH_REMEDIES.replace('  - id: P1\n', '  - id: P1\n    owner: team-lead\n').replace(
  '  - id: P4\n    audience: staff\n',
  '  - id: P4\n    audience: duty-manager\n',
)}
procedures:
  - { id: W1, when: { channel: phone }, standards: [P1], steps: [ { do: Ask for the name. }, { do: Look it up. } ] }
  - { id: W2, when: { channel: form }, steps: [ { do: Look. } ] }
`

let d: RemedyDesk
let lead: Who
beforeAll(async () => {
  d = await openRemedyDesk({ charter: CHARTER })
  lead = await d.app.signInAs(['lead'])
})
afterAll(() => d?.close())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(d.app.desk.store, { workspace: d.app.workspace }, work)
const came = (...requests: readonly PastRequest[]) =>
  run(async (tx) => {
    const numbers: number[] = []
    for (const request of requests) numbers.push((await addRequest(tx, d.anna.person, request)).number)
    return numbers
  })
const rate = (number: number, score: 1 | 2 | 3 | 4 | 5) =>
  run(async (tx) => rateTicket(tx, await ticketOfNumber(tx, number), score))
const read = (who: Who = lead) => d.get<Improvements>(who, '/improvements')
const say = (clause: string, body: object = {}, who: Who = lead) =>
  d.post<Improvements>(who, '/improvements', { clause, effort: null, owner: null, by: null, ...body })
const counts = ({ touched, told, wrong }: Improvement) => [touched, told, wrong]
const order = ({ items }: Improvements) => items.filter(({ rank }) => rank !== null).map(({ clause }) => clause)
async function of(clause: string): Promise<Improvement> {
  const found = (await read()).items.find((one) => one.clause === clause)
  if (found === undefined) throw new Error(`no ${clause}`)
  return found
}

/** Ten requests of the last three weeks, all solved in time, two of them answered late. */
const TEN: readonly PastRequest[] = Array.from({ length: 10 }, (_, index) => ({
  ago: (index + 1) * 2 * DAY,
  answeredAfter: index < 2 ? 3 * HOUR : 20 * MINUTE,
  solvedAfter: 5 * HOUR,
}))
/** Answered in time and never solved. */
const UNSOLVED: PastRequest = { ago: 3 * DAY, answeredAfter: 20 * MINUTE }

describe('what to improve first', () => {
  it('M17: has no rank for what was never measured, and says so', async () => {
    const { contacts, items, period, clauses } = await read()
    expect(contacts).toBe(0)
    expect(items.map(({ clause }) => clause)).toEqual(['P1', 'P2', 'P3', 'P4', 'R1', 'R2', 'W1', 'W2'])
    expect(clauses.map(({ id, kind }) => `${id} ${kind}`)).toContain('W1 procedure')
    for (const item of items)
      expect(item).toMatchObject({ rank: null, share: null, harm: null, weight: null, state: 'open', said: null })
    expect(items[0]).toMatchObject({ position: 'team-lead', owner: null, effort: null, by: null, note: '' })
    expect(Date.parse(period.until) - Date.parse(period.from)).toBe(29 * DAY)
  })

  it('M16, M17: is ranked anew when more goes wrong', async () => {
    await came(...TEN)
    const before = await read()
    expect([before.contacts, order(before)]).toEqual([10, ['P1']])
    expect(before.items[0]).toMatchObject({ clause: 'P1', touched: 10, told: 10, wrong: 2, share: 1, harm: 0.2 })
    expect(before.items[0]?.weight).toBeCloseTo(0.1, 12)
    expect(before.items.map(({ clause, harm }) => [clause, harm])).toEqual([
      ['P1', 0.2],
      ['P3', 0],
      ['P2', null],
      ['P4', null],
      ['R1', null],
      ['R2', null],
      ['W1', null],
      ['W2', null],
    ])
    await came(UNSOLVED, UNSOLVED, UNSOLVED)
    const after = await read()
    expect([after.contacts, order(after)]).toEqual([13, ['P3', 'P1']])
    expect(after.items.slice(0, 2).map(counts)).toEqual([
      [13, 13, 3],
      [13, 13, 2],
    ])
  })

  it('M16: looks at no spam, and at nothing older than the 30 dates', async () => {
    const [old = 0, spam = 0] = await came(
      { ago: 45 * DAY, answeredAfter: 20 * HOUR },
      { ago: 4 * DAY, answeredAfter: 20 * HOUR },
    )
    expect((await read()).contacts).toBe(14)
    expect((await d.post(lead, `/tickets/${spam}/spam`, { undo: false })).status).toBe(200)
    expect([(await read()).contacts, counts(await of('P1'))]).toEqual([13, [13, 13, 2]])
    await rate(old, 1)
    expect(counts(await of('P1'))).toEqual([13, 13, 2])
  })

  it('M16: a rating of 1 or 2 says of every clause on the ticket that it went wrong, once; a better one says nothing bad', async () => {
    const [good = 0, bad = 0, mended = 0] = await came(
      ...[1, 2, 3].map(() => ({ ago: 5 * DAY, answeredAfter: 20 * MINUTE, solvedAfter: HOUR })),
    )
    await rate(good, 5)
    await rate(bad, 2)
    await rate(mended, 1)
    await rate(mended, 3)
    expect([counts(await of('P1')), counts(await of('P3'))]).toEqual([
      [16, 16, 3],
      [16, 16, 4],
    ])
  })

  it('M16: a remedy is told by the ratings of its tickets while their promises run, a procedure by steps left out', async () => {
    const number = await d.open(EUR_800)
    await d.grant(d.anna, number)
    expect(counts(await of('R1'))).toEqual([1, 0, 0])
    expect(await of('R1')).toMatchObject({ rank: null, harm: null })
    await rate(number, 1)
    expect(counts(await of('R1'))).toEqual([1, 1, 1])
    expect(counts(await of('R2'))).toEqual([0, 0, 0])

    const step = async (on: number, body: object) =>
      (await d.post(d.anna, `/tickets/${on}/procedures/W1/steps/1`, body)).status
    const [done, skipped] = [await d.open({ channel: 'phone' }), await d.open({ channel: 'phone' })]
    expect(await step(done, { act: 'done' })).toBe(200)
    expect(counts(await of('W1'))).toEqual([1, 0, 0])
    expect(await step(skipped, { act: 'skipped', reason: 'Rang off.' })).toBe(200)
    expect(counts(await of('W1'))).toEqual([2, 1, 1])
    expect((await read()).contacts).toBe(19)
  })

  it('M16: a procedure is told by the promises that it is measured by, not by others', async () => {
    const [number = 0] = await came({ ...UNSOLVED, channel: 'phone' })
    expect((await d.post(d.anna, `/tickets/${number}/procedures/W1/steps/1`, { act: 'done' })).status).toBe(200)
    // P3 of it is broken, P1 is kept.
    expect(counts(await of('W1'))).toEqual([3, 2, 1])
  })

  it('tells nobody of clauses that are not for them, and keeps the ranks', async () => {
    const manager = await d.app.signInAs(['agent'])
    await run(({ db, workspace }) =>
      db
        .insertInto('position_holder')
        .values({ workspace_id: workspace, position: 'duty-manager', person_id: manager.person })
        .execute(),
    )
    const ranks = async (who: Who) => (await read(who)).items.map(({ clause, rank }) => [clause, rank] as const)
    const all = await ranks(lead)
    expect(all.map(([clause]) => clause)).toContain('P4')
    expect(await ranks(manager)).toEqual(all)
    expect(await ranks(d.anna)).toEqual(all.filter(([clause]) => clause !== 'P4'))
  })
})

describe('what is said of mending a clause', () => {
  it('weighs in the order, names who sees to it and by when, and is replaced by what is said next', async () => {
    expect(order(await read()).slice(0, 2)).toEqual(['P3', 'P1'])
    const { status, body } = await say('P3', {
      effort: 'large',
      owner: d.lea.person,
      by: '2099-01-31',
      note: ' <b>\u202ESolve sooner</b> ',
    })
    expect(status).toBe(200)
    const said = body.items.find(({ clause }) => clause === 'P3')
    expect(said).toMatchObject({
      effort: 'large',
      owner: { id: d.lea.person },
      by: '2099-01-31',
      note: '<b>\u202ESolve sooner</b>',
      said: { by: { id: lead.person } },
    })
    await say('P1', { effort: 'small' })
    const now = await read(d.anna)
    expect(order(now).slice(0, 2)).toEqual(['P1', 'P3'])
    const weight = (id: string) => now.items.find(({ clause }) => clause === id)?.weight
    const p1 = await of('P1')
    expect(weight('P1')).toBeCloseTo((p1.share ?? Number.NaN) * (p1.harm ?? Number.NaN), 12)
    await say('P3', { effort: 'small' })
    expect(await of('P3')).toMatchObject({ effort: 'small', owner: null, by: null, note: '' })
  })

  it('takes what is done or dropped out of the ranking, and back in when it is open again', async () => {
    const before = order(await read())
    await say('P3', { state: 'done' })
    await say('P1', { state: 'dropped' })
    const settled = await read()
    expect(order(settled)).toEqual(before.filter((id) => id !== 'P3' && id !== 'P1'))
    const last = settled.items.slice(-2).toSorted((a, b) => (a.clause < b.clause ? -1 : 1))
    expect(last.map(({ clause, state, rank }) => [clause, state, rank])).toEqual([
      ['P1', 'dropped', null],
      ['P3', 'done', null],
    ])
    expect(await of('P3'), 'its figures go on').toMatchObject({ harm: expect.any(Number) as number })
    await say('P3')
    await say('P1')
    expect(order(await read())).toEqual(before)
  })

  it('is for who leads, and about clauses, people and dates that there are', async () => {
    expect(await say('P1', {}, d.anna)).toMatchObject({ status: 403, code: 'not-allowed' })
    expect(await say('P99')).toMatchObject({ status: 404, code: 'not-found' })
    // A clause, but none of those that are ranked.
    expect(await say('A1')).toMatchObject({ status: 404, code: 'not-found' })
    expect(await say('P1', { owner: randomUUID() })).toMatchObject({ code: 'unknown-person' })
    const customer = await run((tx) => findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }))
    expect(await say('P1', { owner: customer })).toMatchObject({ code: 'unknown-person' })
    expect(await say('P1', { by: '2026-02-30' })).toMatchObject({ code: 'bad-request' })
    expect(await say('P1', { effort: 'none' })).toMatchObject({ code: 'bad-request' })
    expect(await say('P1', { note: 'x'.repeat(1001) })).toMatchObject({ code: 'bad-request' })
  })

  it('stands on the audit log with who said it, without the note', async () => {
    await say('W2', { effort: 'medium', owner: d.lea.person, by: '2099-02-01', note: 'Secret words.', state: 'done' })
    const [entry] = (await d.audit()).filter(({ action }) => action === 'improvement.said')
    expect(entry).toMatchObject({
      data: { clause: 'W2', effort: 'medium', owner: d.lea.person, by: '2099-02-01', state: 'done' },
    })
    expect(JSON.stringify(entry)).not.toContain('Secret')
  })

  it('stays when its owner is gone, for the position that answers for the clause', async () => {
    const gone = await d.app.signInAs(['agent'])
    await say('P1', { owner: gone.person, note: 'Ring them.' })
    await run(({ db, workspace }) =>
      sql`delete from person where "workspace_id" = ${workspace} and id = ${gone.person}`.execute(db),
    )
    expect(await of('P1')).toMatchObject({ owner: null, position: 'team-lead', note: 'Ring them.' })
  })
})
