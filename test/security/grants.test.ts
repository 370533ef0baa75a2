import { randomUUID } from 'node:crypto'
import type { Grant } from '@avow/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { WITH_REMEDIES } from '../../packages/server/test/charters.ts'
import { publish } from '../../packages/server/test/publish.ts'
import {
  type Answered,
  EUR_800,
  eur,
  openRemedyDesk,
  type RemedyDesk,
  type Who,
} from '../../packages/server/test/remedy-desk.ts'

const RACERS = 100

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk()
})
afterAll(() => desk?.close())

describe('many grants at once', () => {
  it('never spend a cent more than the budget of a day', async () => {
    const anna = await desk.hire(['agent'])
    const key = await desk.keyOf(anna)
    const tickets = await Promise.all(Array.from({ length: RACERS }, () => desk.open()))
    const answers = await Promise.all(
      tickets.map((ticket, index) => desk.grant(index % 2 === 0 ? anna : key, ticket, { amount: eur(7001) })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['budget-spent']))
    expect(await spentBy(anna)).toEqual([7 * 7001])
    expect(await givenBy(anna)).toBe(7 * 7001)
    // What is left fits still, to the cent.
    const left = 50_000 - 7 * 7001
    expect(await desk.grant(anna, await desk.open(), { amount: eur(left + 1) })).toMatchObject({ code: 'budget-spent' })
    expect(await desk.grant(anna, await desk.open(), { amount: eur(left) })).toMatchObject({ status: 201 })
    expect(await desk.grant(anna, await desk.open(), { amount: eur(1) })).toMatchObject({ code: 'budget-spent' })
  })

  it('wait for approval where another was faster to the last of a budget, and leave nothing behind before', async () => {
    const anna = await desk.hire(['agent'])
    const tickets = await Promise.all(Array.from({ length: 12 }, () => desk.open()))
    const answers = await Promise.all(
      tickets.map((ticket) => desk.grant(anna, ticket, { amount: eur(9000), ask: true })),
    )
    expect(answers.map(({ status }) => status)).toEqual(tickets.map(() => 201))
    expect(answers.filter(({ body }) => body.state === 'granted')).toHaveLength(5)
    expect(answers.filter(({ body }) => body.state === 'asked')).toHaveLength(7)
    expect(await spentBy(anna)).toEqual([5 * 9000])
    expect(await givenBy(anna)).toBe(5 * 9000)
    // One event and one line of the audit log each, however often it was tried.
    const kept = await Promise.all(tickets.map((ticket) => desk.ticket(ticket)))
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map(() => kept[0]?.seq))
  })

  it('never give more on one ticket than its limit', async () => {
    const agents = await Promise.all(Array.from({ length: 8 }, () => desk.hire(['agent'])))
    const ticket = await desk.open()
    const answers = await Promise.all(agents.map((agent) => desk.grant(agent, ticket, { amount: eur(3000) })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ code }) => code === 'beyond-limit')).toHaveLength(5)
  })

  it('never spend more kindness than a month has', async () => {
    const anna = await desk.hire(['agent'])
    const tickets = await Promise.all(Array.from({ length: 8 }, () => desk.open()))
    const bend = { bend: true, reason: 'Kindness.', amount: eur(6000), clause: undefined }
    const answers = await Promise.all(tickets.map((ticket) => desk.grant(anna, ticket, bend)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(await spentBy(anna)).toEqual([18_000])
  })

  it('that repeat one request give once', async () => {
    const anna = await desk.hire(['agent'])
    const ticket = await desk.open()
    const key = randomUUID()
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => desk.grant(anna, ticket, { amount: eur(100) }, key)),
    )
    const again = await desk.grant(anna, ticket, { amount: eur(100) }, key)
    const given = [...tries, again].filter(({ status }) => status === 201)
    expect(new Set(given.map(({ body }) => body.id)).size).toBe(1)
    expect(await spentBy(anna)).toEqual([100])
    expect(await desk.grant(anna, ticket, { amount: eur(200) }, key)).toMatchObject({ code: 'key-reused' })
  })

  it('approve once, whoever presses first', async () => {
    const leads = await Promise.all([desk.hire(['team-lead']), desk.hire(['team-lead'])])
    const asked = await ask()
    const answers = await Promise.all(leads.map((lead) => approve(lead, asked)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.code).toBe('grant-settled')
  })
})

describe('is refused, and stands on the audit log:', () => {
  it('an approval of one’s own request, by session or by one’s key', async () => {
    const both = await desk.hire(['agent', 'team-lead'])
    const asked = await ask(both, { amount: eur(70_000), remedy: 'refund' })
    // A lead may give it at once; what is asked for waits for somebody else.
    expect(asked.state).toBe('granted')
    const anna = await desk.hire(['agent'])
    const own = await ask(anna)
    await hold(anna, 'team-lead')
    await expectRefused(approve(anna, own), 403, 'own-request', 'remedy.approved', anna)
    await expectRefused(approve(await desk.keyOf(anna), own), 403, 'own-request', 'remedy.approved', anna)
    const byKey = await ask(await desk.keyOf(await desk.hire(['agent'])))
    expect(byKey.why_not).toBe('own-request')
  })

  it('an approval that came already', async () => {
    const asked = await ask()
    expect((await approve(desk.lea, asked)).status).toBe(200)
    await expectRefused(approve(desk.lea, asked), 409, 'grant-settled', 'remedy.approved', desk.lea)
  })

  it('a repeat of an approval under its key does nothing twice', async () => {
    const asked = await ask()
    const key = randomUUID()
    const first = await approve(desk.lea, asked, key)
    const again = await approve(desk.lea, asked, key)
    expect(again.body).toEqual(first.body)
    const events = (await desk.ticket(asked.ticket)).entries.filter(({ type }) => type === 'remedy.approved')
    expect(events).toHaveLength(1)
  })

  it('an approval by somebody whose limit does not reach', async () => {
    const asked = await ask()
    const other = await desk.hire(['agent'])
    await expectRefused(approve(other, asked), 403, 'beyond-limit', 'remedy.approved', other)
    const nobody = await desk.keyOf(undefined)
    expect(await approve(nobody, asked)).toMatchObject({ status: 403, code: 'beyond-limit' })
  })

  it('an approval after the facts changed, and one of other facts', async () => {
    const asked = await ask()
    await expectRefused(approve(desk.lea, { ...asked, facts_hash: 'f'.repeat(64) }), 409, 'facts-moved')
    await desk.post(desk.anna, `/tickets/${asked.ticket}/facts`, {
      facts: { amount: { minor: 70_000, currency: 'EUR' } },
    })
    await expectRefused(approve(desk.lea, asked), 409, 'facts-moved')
  })

  it('a grant on facts that changed since they were seen', async () => {
    const ticket = await desk.open()
    await desk.post(desk.anna, `/tickets/${ticket}/facts`, { facts: { tier: 'standard' } })
    await desk.post(desk.anna, `/tickets/${ticket}/facts`, { facts: { tier: 'gold' } })
    await expectRefused(desk.grant(desk.anna, ticket), 409, 'facts-moved')
    const { seq } = await desk.remedies(desk.anna, ticket)
    expect((await desk.grant(desk.anna, ticket, { seen: seq })).status).toBe(201)
  })

  it('a grant under another version than the ticket’s', async () => {
    const ticket = await desk.open()
    await expectRefused(desk.grant(desk.anna, ticket, { charter: '0'.repeat(64) }), 409, 'other-version')
    const { charter } = await desk.remedies(desk.anna, ticket)
    expect((await desk.grant(desk.anna, ticket, { charter: charter?.hash })).status).toBe(201)
  })

  it.each([
    ['below zero', '{"minor":-1,"currency":"EUR"}'],
    ['zero', '{"minor":0,"currency":"EUR"}'],
    ['beyond any number', '{"minor":1e309,"currency":"EUR"}'],
    ['below any number', '{"minor":-1e309,"currency":"EUR"}'],
    ['beyond what a number holds exactly', '{"minor":9007199254740993,"currency":"EUR"}'],
    ['a part of a cent', '{"minor":0.5,"currency":"EUR"}'],
    ['a text', '{"minor":"8000","currency":"EUR"}'],
    ['nothing', '{"minor":null,"currency":"EUR"}'],
    ['in another currency', '{"minor":8000,"currency":"USD"}'],
    ['in no currency', '{"minor":8000,"currency":"eur "}'],
    ['no amount at all', 'null'],
  ])('an amount that is %s', async (_, amount) => {
    const ticket = await desk.open()
    const body = `{"clause":"R1","remedy":"refund","amount":${amount},"seen":1,"ask":true}`
    const answer = desk.post(desk.anna, `/tickets/${ticket}/grants`, body)
    await expectRefused(answer, 422, 'bad-amount', 'remedy.granted', desk.anna)
    expect((await desk.remedies(desk.anna, ticket)).grants).toEqual([])
  })

  it('a remedy that the row does not have, and a clause that does not apply', async () => {
    const ticket = await desk.open({})
    await expectRefused(desk.grant(desk.anna, ticket), 422, 'not-offered')
    await expectRefused(desk.grant(desk.anna, ticket, { clause: 'R99' }), 422, 'not-offered')
    await expectRefused(desk.grant(desk.anna, ticket, { clause: undefined }), 400, 'bad-request')
    await expectRefused(desk.grant(desk.anna, ticket, { remedy: '__proto__' }), 422, 'not-offered')
  })

  it('more than the clause gives, and more than the own limit', async () => {
    const ticket = await desk.open()
    await expectRefused(desk.grant(desk.lea, ticket, { amount: eur(80_001) }), 403, 'beyond-limit')
    await expectRefused(desk.grant(desk.anna, ticket, { amount: eur(10_001) }), 403, 'beyond-limit')
  })

  it('what a key wants beyond its owner’s limit, or with an owner who left, or without one', async () => {
    const anna = await desk.hire(['agent'])
    const key = await desk.keyOf(anna)
    expect((await desk.grant(key, await desk.open())).body.asked_by?.id).toBe(anna.person)
    await expectRefused(desk.grant(key, await desk.open(), { amount: eur(10_001) }), 403, 'beyond-limit')
    const nobody = await desk.keyOf(undefined)
    await expectRefused(desk.grant(nobody, await desk.open()), 403, 'beyond-limit')
    await desk.app.desk.store.control
      .updateTable('control.member')
      .set({ disabled_at: new Date() })
      .where('person_id', '=', anna.person)
      .execute()
    await expectRefused(desk.grant(key, await desk.open()), 403, 'beyond-limit')
  })

  it('what a key wants that somebody made, or a key of theirs, beyond the limit of who made it', async () => {
    const { person, cookie } = await desk.app.signInAs(['admin'])
    const maker: Who = { person, cookie }
    await hold(maker, 'agent')
    const make = async (by: Who): Promise<Who> => {
      const { body } = await desk.post<{ secret: string }>(by, '/api-keys', { name: 'bot', roles: ['admin'] })
      return { person, key: body.secret }
    }
    const first = await make(maker)
    const second = await make(first)
    for (const key of [first, second]) {
      const { body, status } = await desk.grant(key, await desk.open())
      expect([status, body.asked_by?.id]).toEqual([201, person])
      await expectRefused(desk.grant(key, await desk.open(), { amount: eur(10_001) }), 403, 'beyond-limit')
    }
    expect(await spentBy(maker)).toEqual([16_000])
  })

  it('and what was refused left nothing behind but that line', async () => {
    const anna = await desk.hire(['agent'])
    const ticket = await desk.open()
    const before = (await desk.ticket(ticket)).entries.length
    await expectRefused(desk.grant(anna, ticket, { amount: eur(10_001) }), 403, 'beyond-limit', 'remedy.granted', anna)
    expect((await desk.ticket(ticket)).entries).toHaveLength(before)
    expect(await spentBy(anna)).toEqual([])
  })
})

describe('another company', () => {
  it('neither sees nor decides what was asked for here, also where it has a ticket of that number', async () => {
    const asked = await ask()
    const other = await desk.app.makeWorkspace('rival')
    await publish(desk.app.desk.store, other, WITH_REMEDIES)
    const { cookie, person } = await desk.app.signInAs(['admin'], other)
    const stranger: Who = { cookie, person }
    expect(await approve(stranger, asked)).toMatchObject({ status: 404, code: 'not-found' })
    expect(await desk.get(stranger, '/grants')).toEqual({ items: [], next: null })
    const { items } = await desk.get<{ items: { code: string }[] }>(stranger, '/audit')
    expect(items.map(({ code }) => code)).toEqual(['not-found'])
  })
})

/** 300 EUR of R1 by an agent: more than they may. */
async function ask(who: Who = desk.anna, body: object = {}): Promise<Grant> {
  const ticket = await desk.open(EUR_800)
  const { body: grant, status } = await desk.grant(who, ticket, { amount: eur(30_000), ask: true, ...body })
  expect(status).toBe(201)
  return grant
}

function approve(who: Who, { id, facts_hash }: Grant, key?: string): Promise<Answered<Grant>> {
  return desk.post(who, `/grants/${id}/approval`, { facts_hash }, key)
}

async function hold({ person }: Who, position: string): Promise<void> {
  const { workspace } = desk.app
  await transaction(desk.app.desk.store, { workspace }, ({ db }) =>
    db.insertInto('position_holder').values({ workspace_id: workspace, position, person_id: person }).execute(),
  )
}

async function expectRefused(
  asked: Promise<Answered<unknown>>,
  status: number,
  code: string,
  action?: string,
  who?: Who,
): Promise<void> {
  const answer = await asked
  expect([answer.status, answer.code]).toEqual([status, code])
  const [last] = await desk.audit()
  expect(last).toMatchObject({ code, ...(action === undefined ? {} : { action }) })
  if (who !== undefined) expect(last?.person?.id).toBe(who.person)
}

function spentBy({ person }: Who): Promise<number[]> {
  const { workspace } = desk.app
  return transaction(desk.app.desk.store, { workspace }, async ({ db }) => {
    const rows = await db
      .selectFrom('budget_spent')
      .select('minor')
      .where('workspace_id', '=', workspace)
      .where('person_id', '=', person)
      .execute()
    return rows.map(({ minor }) => minor)
  })
}

function givenBy({ person }: Who): Promise<number> {
  const { workspace } = desk.app
  return transaction(desk.app.desk.store, { workspace }, async ({ db }) => {
    const { rows } = await sql<{ sum: number }>`
      select sum(minor)::bigint as sum from remedy_grant
       where "workspace_id" = ${workspace} and asked_by = ${person} and state = 'granted'`.execute(db)
    return rows[0]?.sum ?? 0
  })
}
