import { randomUUID } from 'node:crypto'
import type { Objective, ObservedWait } from '@avow/contract'
import { backtest, Figures, HistoryReader, type PromiseFigures } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { type Answered, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'
import { addRequest } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { exportWorkspace } from '../export/index.ts'
import { rateTicket } from '../ratings/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const TODAY = new Date().toISOString().slice(0, 10)
const TOMORROW = new Date(Date.now() + DAY).toISOString().slice(0, 10)

const CHARTER = `${WITH_REMEDIES.replace('  - id: P2\n', '  - id: P2\n    stance: deliberate-gap\n')}
values: [ { id: V1, says: We answer people. } ]
objectives:
  - id: O1
    says: Nearly everybody is answered in time.
    value: V1
    owner: team-lead
    measure: kept(P1)
    target: 70%
    stretch: 99%
    baseline: 50%
    by: 2099-06-30
    stance: parity
    benchmarks:
      - { of: Rival Ltd, claims: 90%, source: their page, date: ${TODAY}, channel: email, stance: differentiator }
      - { of: Rival Ltd, claims: 3 h, source: their page, date: 2020-01-05, channel: phone, stance: deliberate-gap }
  - id: O2
    says: And soon.
    measure: median(P1)
    target: 30 min
    by: 2099-06-30
    benchmarks:
      - { of: Rival Ltd, claims: 50 min, source: their page, date: ${TODAY} }
      - { of: Nobody Ltd, claims: 99.5%, source: their page, date: ${TODAY} }
  - { id: O3, says: Soon on average., measure: mean(P1), target: 2 h, by: 2099-06-30 }
  - { id: O4, says: Happy., measure: satisfaction, target: 60%, by: 2099-06-30, benchmarks: [ { of: Rival Ltd, claims: 1 h, source: x, date: ${TODAY} } ] }
  - { id: O5, says: Trusted., measure: granted-without-asking, target: 60%, by: 2099-06-30 }
  - { id: O6, says: Repairs., measure: median(P4), target: 20 h, by: 2099-06-30 }
`

interface Answer {
  readonly period: { readonly from: string; readonly until: string; readonly zone: string } | null
  readonly items: readonly Objective[]
  readonly marked: readonly object[]
}

let d: RemedyDesk
let lead: Who
let other: Who
const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(d.app.desk.store, { workspace: d.app.workspace }, work)

beforeAll(async () => {
  d = await openRemedyDesk({ charter: CHARTER })
  lead = await d.app.signInAs(['lead'])
  other = await d.app.signInAs(['lead'])
})
afterAll(() => d?.close())

const read = () => d.get<Answer>(d.anna, '/objectives')
async function objective(id: string): Promise<Objective> {
  const found = (await read()).items.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const note = (who: Who, body: object): Promise<Answered<ObservedWait>> =>
  d.post(who, '/observed-waits', { of: 'Rival Ltd', date: TODAY, wait_ms: HOUR, ...body })
const drop = async ({ cookie = '' }: Who, id: string) =>
  (await d.app.ask('DELETE', `/api/v1/observed-waits/${id}`, { cookie })).status

/** What the figures of a backtest over the exported log say of P1. */
async function byBacktest(): Promise<PromiseFigures['lastDays']> {
  const { charter, now } = await run(async (tx) => ({ charter: await versionInForce(tx, tx.now), now: tx.now }))
  if (charter === undefined) throw new Error('no charter is in force')
  const reader = new HistoryReader([...charter.document.events.keys()])
  for await (const chunk of exportWorkspace(d.app.desk.store, d.app.workspace)) reader.push(Buffer.from(chunk))
  const { columns } = reader.finish(now)
  const figures = new Figures(charter, columns, now)
  backtest(charter, columns, { now, onCommitment: (line) => void figures.add(line) })
  const found = figures.promises.find(({ promise }) => promise.id === 'P1')
  if (found === undefined) throw new Error('no P1')
  return found.lastDays
}

describe('the objectives of the charter in force', () => {
  it('M13: have no figure while nothing happened, and say so by their cases', async () => {
    const { items, period, marked } = await read()
    expect(items.map(({ stance }) => stance)).toEqual(['parity', null, null, null, null, null])
    expect(marked).toEqual([{ id: 'P2', kind: 'promise', says: null, stance: 'deliberate-gap' }])
    expect(items.map(({ id, current, is_reached }) => [id, current.figure, current.cases, is_reached])).toEqual(
      ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'].map((id) => [id, null, 0, null]),
    )
    expect(period).toMatchObject({ until: TODAY, zone: 'UTC' })
    expect(Date.parse(period?.until ?? '') - Date.parse(period?.from ?? '')).toBe(29 * DAY)
    expect(items[0]).toMatchObject({
      says: { en: 'Nearly everybody is answered in time.' },
      owner: 'team-lead',
      value: { id: 'V1', says: { en: 'We answer people.' } },
      baseline: { kind: 'percent', percent: 50 },
      target: { kind: 'percent', percent: 70 },
      stretch: { kind: 'percent', percent: 99 },
      by: '2099-06-30',
      comparisons: [{ gap: null, observed: null }, { gap: null }],
    })
    expect(items[0]?.current.measure).toBe('kept(P1)')
  })

  it('M13: are measured by what the figures engine says of the desk’s own log', async () => {
    await republish()
    await run(async (tx) => {
      const waits = [10, 20, 40, 50, 55, 58, 59, 61, 90, 400]
      for (const [index, minutes] of waits.entries())
        await addRequest(tx, d.anna.person, { ago: (index + 1) * 2 * DAY, answeredAfter: minutes * MINUTE })
      // Before the 30 dates.
      await addRequest(tx, d.anna.person, { ago: 45 * DAY, answeredAfter: 20 * HOUR })
    })
    const { group } = await byBacktest()
    expect([group.kept, group.broken, group.times.size]).toEqual([7, 3, 10])
    const [kept, median, mean] = [await objective('O1'), await objective('O2'), await objective('O3')]
    expect(kept.current).toEqual({
      measure: 'kept(P1)',
      figure: { kind: 'percent', percent: (group.share ?? Number.NaN) * 100 },
      cases: group.judged,
    })
    expect(median.current).toEqual({
      measure: 'median(P1)',
      figure: { kind: 'time', ms: group.times.percentile(50) },
      cases: group.times.size,
    })
    expect(mean.current.figure).toEqual({ kind: 'time', ms: Math.round(group.times.mean ?? Number.NaN) })
    expect([kept.is_reached, kept.is_stretch_reached, median.is_reached, mean.is_reached]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('M12, M13: lie apart from what others claim, each against our figure of its kind', async () => {
    const told = async (id: string) =>
      (await objective(id)).comparisons.map(({ ours, gap, is_old }) => [ours?.measure, gap?.by, gap?.better, is_old])
    expect(await told('O1')).toEqual([
      ['kept(P1)', -20, 'theirs', false],
      ['median(P1)', 55 * MINUTE - 3 * HOUR, 'ours', true],
    ])
    expect(await told('O2')).toEqual([
      ['median(P1)', 5 * MINUTE, 'theirs', false],
      ['kept(P1)', -29.5, 'theirs', false],
    ])
    expect(await told('O4'), 'no time belongs to it').toEqual([[undefined, undefined, undefined, false]])
  })

  it('M13, M15: count ratings of 4 and 5, and of the remedies given those that nobody had to be asked for', async () => {
    for (const score of [5, 4, 3] as const) {
      const number = await d.open()
      await run(async (tx) => {
        const { id } = await tx.db
          .selectFrom('ticket')
          .select('id')
          .where('workspace_id', '=', tx.workspace)
          .where('number', '=', number)
          .executeTakeFirstOrThrow()
        await rateTicket(tx, id, score)
      })
      await d.grant(d.anna, number)
    }
    const ask = async () =>
      (await d.grant(d.anna, await d.open(), { ask: true, amount: { minor: 20_000, currency: 'EUR' } })).body
    const [approved] = [await ask(), await ask()]
    await d.post(d.lea, `/grants/${approved.id}/approval`, { facts_hash: approved.facts_hash })
    expect((await objective('O4')).current).toEqual({
      measure: 'satisfaction',
      figure: { kind: 'percent', percent: 66.666667 },
      cases: 3,
    })
    expect((await objective('O5')).current).toEqual({
      measure: 'granted-without-asking',
      figure: { kind: 'percent', percent: 75 },
      cases: 4,
    })
  })
})

describe('waits noted at others', () => {
  it('M14: stand beside what they claim, as their median with its number', async () => {
    for (const minutes of [10, 200, 70]) await note(lead, { channel: 'phone', wait_ms: minutes * MINUTE })
    await note(lead, { of: ' rival ltd', channel: 'email', wait_ms: 5 * MINUTE })
    await note(lead, { date: '2020-01-05', channel: 'phone', wait_ms: MINUTE })
    const [email, phone] = (await objective('O1')).comparisons
    expect(email?.observed).toMatchObject({ ms: 5 * MINUTE, count: 1, gap: { by: 50 * MINUTE, better: 'theirs' } })
    expect(phone?.observed).toMatchObject({ ms: 70 * MINUTE, count: 3, gap: { by: -15 * MINUTE, better: 'ours' } })
    const [any, nobody] = (await objective('O2')).comparisons
    expect(any?.observed).toMatchObject({ ms: 10 * MINUTE, count: 4 })
    expect(nobody?.observed).toBeNull()
  })

  it('are noted by who leads, and taken away by who noted them', async () => {
    expect(await note(d.anna, {})).toMatchObject({ code: 'not-allowed' })
    const { status, body } = await note(lead, { note: '<b>\u202EHung up twice</b>', channel: null })
    expect(status).toBe(201)
    expect(body).toMatchObject({ of: 'Rival Ltd', channel: null, note: '<b>\u202EHung up twice</b>', wait_ms: HOUR })
    const list = async () => (await d.get<{ items: ObservedWait[] }>(d.anna, '/observed-waits')).items
    expect((await list())[0]).toMatchObject({ id: body.id, by: { id: lead.person }, date: TODAY })
    expect(await drop(d.anna, body.id)).toBe(403)
    expect(await drop(other, body.id)).toBe(403)
    expect(await drop(lead, body.id)).toBe(204)
    expect(await drop(lead, body.id)).toBe(404)
    expect(await drop(lead, randomUUID())).toBe(404)
    expect((await list()).map(({ id }) => id)).not.toContain(body.id)
  })

  it('are of a date that has come, and page by page', async () => {
    expect(await note(lead, { date: TOMORROW })).toMatchObject({ code: 'bad-request' })
    expect(await note(lead, { date: '2026-02-30' })).toMatchObject({ code: 'bad-request' })
    const all = await d.get<{ items: ObservedWait[]; next: null }>(d.anna, '/observed-waits')
    const first = await d.get<{ items: ObservedWait[]; next: string }>(d.anna, '/observed-waits?limit=3')
    const rest = await d.get<{ items: ObservedWait[] }>(d.anna, `/observed-waits?limit=3&cursor=${first.next}`)
    expect([...first.items, ...rest.items]).toEqual(all.items)
    expect(all.items).toHaveLength(5)
  })
})

/** Another version, whose figures are reckoned anew: those of one are kept for a minute. */
async function republish(): Promise<void> {
  await publish(d.app.desk.store, d.app.workspace, CHARTER.replace('And soon.', 'And sooner.'))
}
