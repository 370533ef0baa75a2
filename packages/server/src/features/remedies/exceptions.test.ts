import type { Grant, GrantShare, Suggestion } from '@avow/contract'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { eur, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'
import { transaction } from '../../db/index.ts'

let desk: RemedyDesk
let lead: Who
beforeAll(async () => {
  desk = await openRemedyDesk()
  lead = await desk.app.signInAs(['lead'])
})
afterAll(() => desk?.close())

const reason = 'Her flat was flooded.'
const kindness = { clause: undefined, remedy: 'credit', bend: true, amount: eur(1000), reason }

/** Given out of kindness by somebody new. */
async function beKind(): Promise<{ readonly grant: Grant; readonly by: Who }> {
  const by = await desk.hire(['agent'])
  const { body } = await desk.grant(by, await desk.open({}), kindness)
  return { grant: body, by }
}

const exceptions = async (review: string) =>
  (await desk.get<{ items: Grant[] }>(lead, `/grants?limit=200&review=${review}`)).items

const review = (who: Who, grant: Grant, body: object) => desk.post<Grant>(who, `/grants/${grant.id}/review`, body)

describe('an exception', () => {
  it('is given with a reason, nobody asked, and comes to those who lead with it', async () => {
    const { grant, by } = await beKind()
    expect(grant).toMatchObject({ state: 'granted', is_bend: true, reason, reviewed: null })
    const [listed] = await exceptions('open')
    expect(listed).toMatchObject({ id: grant.id, reason, asked_by: { id: by.person } })
    const { to_review } = await desk.get<{ to_review: number }>(lead, '/grants/counts')
    expect(to_review).toBe((await exceptions('open')).length)
  })

  it('is none where the charter gives it, and none before somebody gave it', async () => {
    const number = await desk.open()
    const { body: plain } = await desk.grant(desk.anna, number)
    const spent = await desk.hire(['agent'])
    await desk.grant(spent, number, { ...kindness, amount: eur(20_000) })
    const { body: asked } = await desk.grant(spent, number, { ...kindness, ask: true })
    expect(asked.state).toBe('asked')
    const open = (await exceptions('open')).map(({ id }) => id)
    expect(open).not.toContain(plain.id)
    expect(open).not.toContain(asked.id)
    const body = { outcome: 'set-aside', reason: 'As it should be.' }
    for (const one of [plain, asked]) expect(await review(lead, one, body)).toMatchObject({ code: 'cannot-be' })
    await desk.post(desk.anna, `/grants/${asked.id}/approval`, { facts_hash: asked.facts_hash })
    expect((await exceptions('open')).map(({ id }) => id)).toContain(asked.id)
  })

  it('is taken up as a suggestion of its clause, which authors take into a draft', async () => {
    const { grant, by } = await beKind()
    const taken = await review(lead, grant, { outcome: 'suggested', reason: 'Ten euros for a flood.', clause: 'R1' })
    expect(taken.body.reviewed).toMatchObject({
      outcome: 'suggested',
      by: { id: lead.person },
      reason: 'Ten euros for a flood.',
    })
    const { items } = await desk.get<{ items: Suggestion[] }>(lead, '/suggestions?state=open')
    expect(items[0]).toMatchObject({
      clause: 'R1',
      kind: 'suggestion',
      text: 'Ten euros for a flood.',
      grant: grant.id,
      ticket: grant.ticket,
      by: { id: lead.person },
    })
    expect((await exceptions('open')).map(({ id }) => id)).not.toContain(grant.id)
    expect((await exceptions('suggested')).map(({ id }) => id)).toContain(grant.id)
    const again = await review(lead, grant, { outcome: 'set-aside', reason: 'Once only.' })
    expect(again).toMatchObject({ status: 422, code: 'cannot-be' })
    expect(by.person).not.toBe(lead.person)
  })

  it('stays to be looked at where the charter in force has no such clause', async () => {
    const { grant } = await beKind()
    const body = { outcome: 'suggested', reason: 'More.', clause: 'R7' }
    expect(await review(lead, grant, body)).toMatchObject({ code: 'bad-request' })
    expect((await exceptions('open')).map(({ id }) => id)).toContain(grant.id)
  })

  it('is set aside with a reason, by somebody who leads and did not give it', async () => {
    const { grant, by } = await beKind()
    const body = { outcome: 'set-aside', reason: 'Once in ten years.' }
    expect(await review(by, grant, body)).toMatchObject({ status: 403, code: 'not-allowed' })
    expect(await review(lead, grant, { outcome: 'set-aside', reason: ' ' })).toMatchObject({ code: 'bad-request' })
    const aside = await review(lead, grant, body)
    expect(aside.body.reviewed).toMatchObject({ outcome: 'set-aside', reason: 'Once in ten years.' })
    expect((await exceptions('set-aside')).map(({ id }) => id)).toEqual([grant.id])
    expect((await desk.audit())[0]).toMatchObject({ action: 'remedy.reviewed', data: { outcome: 'set-aside' } })
  })

  it('is never set aside by who gave it, who may take it up', async () => {
    const both = await desk.app.signInAs(['lead'])
    const { workspace } = desk.app
    await transaction(desk.app.desk.store, { workspace }, ({ db }) =>
      db
        .insertInto('position_holder')
        .values({ workspace_id: workspace, position: 'agent', person_id: both.person })
        .execute(),
    )
    const { body: own } = await desk.grant(both, await desk.open({}), kindness)
    expect(await review(both, own, { outcome: 'set-aside', reason: 'Fine.' })).toMatchObject({ code: 'own-request' })
    expect((await review(both, own, { outcome: 'suggested', reason: 'For all.' })).status).toBe(200)
  })
})

describe('the share of remedies given without asking', () => {
  it('M15: counts those given at once and those approved, by month, and beside them those refused and waiting', async () => {
    const own = await openRemedyDesk({ charter: WITH_REMEDIES.replace('zone: UTC', 'zone: Europe/Warsaw') })
    try {
      const share = () => own.get<GrantShare>(own.lea, '/grants/share')
      const empty = await share()
      expect(empty).toMatchObject({ share: null, waiting: 0, aim: { percent: 95, objective: null } })
      expect(empty.months).toHaveLength(12)
      const number = await own.open()
      for (const amount of [eur(1000), eur(2000), eur(3000)]) await own.grant(own.anna, number, { amount })
      const ask = async () => (await own.grant(own.anna, number, { ask: true, amount: eur(20_000) })).body
      const [approved, refused, withdrawn] = [await ask(), await ask(), await ask()]
      await ask()
      await own.post(own.lea, `/grants/${approved.id}/approval`, { facts_hash: approved.facts_hash })
      await own.post(own.lea, `/grants/${refused.id}/refusal`, { reason: 'No.' })
      await own.post(own.anna, `/grants/${withdrawn.id}/refusal`, { reason: 'Not needed.' })
      const given = { without_asking: 3, after_asking: 1, refused: 1, withdrawn: 1, share: 75 }
      expect(await share()).toMatchObject({ share: 75, waiting: 1 })
      expect((await share()).months.at(-1)).toMatchObject(given)
      // Carried out, they were given just the same.
      await own.post(own.anna, `/grants/${approved.id}/done`)
      expect((await share()).months.at(-1)).toMatchObject(given)
      // The first millisecond of a month of Warsaw is the month before in UTC; the last one before it is another month.
      const { zone, months } = await share()
      expect(zone).toBe('Europe/Warsaw')
      const start = sql`${months.at(-2)?.first}::timestamp at time zone 'Europe/Warsaw'`
      await givenAt(own, sql`${start}`)
      await givenAt(own, sql`${start} - interval '1 millisecond'`)
      const after = (await share()).months.map(({ without_asking }) => without_asking)
      expect(after.slice(-3)).toEqual([1, 1, 3])
    } finally {
      await own.close()
    }
  })

  it('M15: is measured against the objective of the charter, where it has one', async () => {
    const own = await openRemedyDesk({
      charter: `${WITH_REMEDIES}\nobjectives: [ { id: O1, says: { en: Trust }, measure: granted-without-asking, target: 98%, by: 2099-06-30 } ]\n`,
    })
    try {
      expect((await own.get<GrantShare>(own.lea, '/grants/share')).aim).toEqual({ percent: 98, objective: 'O1' })
    } finally {
      await own.close()
    }
  })
})

/** One remedy given at an instant. */
async function givenAt({ app }: RemedyDesk, at: RawBuilder<unknown>): Promise<void> {
  const { workspace } = app
  await transaction(app.desk.store, { workspace }, ({ db, newId }) =>
    sql`insert into remedy_grant ("workspace_id", id, ticket_id, clause, "row", remedy, minor, currency, state,
               charter_hash, facts, facts_hash, asked_by, asked_at)
        select "workspace_id", ${newId()}, ticket_id, clause, "row", remedy, minor, currency, 'granted', charter_hash,
               facts, facts_hash, asked_by, ${at}
          from remedy_grant where "workspace_id" = ${workspace} limit 1`.execute(db),
  )
}
